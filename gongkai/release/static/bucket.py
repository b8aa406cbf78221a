"""A bucket of S3 by django-storages. Its host and keys are those of ``GONGKAI_S3_URL``; its name stands in ``GONGKAI_RELEASE``."""

from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

CACHED = "public, max-age=0, must-revalidate"
"""Readers ask each time whether a page is still the same: a withdrawal takes effect at once."""


class S3Bucket:
    """Objects below a prefix of a bucket."""

    def __init__(self, client: object, name: str, prefix: str) -> None:
        self.client, self.name, self.prefix = client, name, prefix

    def put(self, key: str, body: Path, content_type: str) -> None:
        """Have these bytes stand at a key."""
        said = {"ContentType": content_type, "CacheControl": CACHED}
        with body.open("rb") as file:
            self.client.upload_fileobj(file, self.name, self.prefix + key, ExtraArgs=said)  # type: ignore[attr-defined]

    def remove(self, key: str) -> None:
        """Have nothing stand at a key; one that ends in ``/`` is all that begins so."""
        if not key.endswith("/"):
            self.client.delete_object(Bucket=self.name, Key=self.prefix + key)  # type: ignore[attr-defined]
            return
        pages = self.client.get_paginator("list_objects_v2")  # type: ignore[attr-defined]
        for page in pages.paginate(Bucket=self.name, Prefix=self.prefix + key):
            found = [{"Key": row["Key"]} for row in page.get("Contents", ())]
            if found:
                self.client.delete_objects(Bucket=self.name, Delete={"Objects": found})  # type: ignore[attr-defined]


def bucket_of(address: str) -> S3Bucket:
    """The bucket at ``s3://bucket/prefix``."""
    from storages.backends.s3 import S3Storage

    parts = urlsplit(address)
    prefix = f"{parts.path.strip('/')}/" if parts.path.strip("/") else ""
    options = dict(settings.STORAGES["default"]["OPTIONS"]) | {"bucket_name": parts.netloc}
    return S3Bucket(S3Storage(**options).connection.meta.client, parts.netloc, prefix)

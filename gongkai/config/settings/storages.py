"""Where files lie: the home folder, or S3 by an address."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from gongkai.config.settings.environment import PREFIX, BadEnvironment

Storage = dict[str, object]


def files(home: Path, s3_url: str) -> Storage:
    """Django's setting of the default storage."""
    if s3_url:
        return s3(s3_url)
    return {
        "BACKEND": "gongkai.files.storage.DurableStorage",
        "OPTIONS": {"location": home / "files"},
    }


def s3(address: str) -> Storage:
    """S3 at ``https://key:secret@host/bucket``: nothing is public there, and no address is handed out."""
    parts = urlsplit(address)
    bucket = parts.path.strip("/")
    if parts.scheme not in {"http", "https"} or not parts.hostname or not bucket or "/" in bucket:
        raise BadEnvironment(f"{PREFIX}S3_URL 应写成 https://键:密@主机/桶 的样子")
    port = f":{parts.port}" if parts.port else ""
    return {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "access_key": unquote(parts.username or ""),
            "secret_key": unquote(parts.password or ""),
            "endpoint_url": f"{parts.scheme}://{parts.hostname}{port}",
            "bucket_name": bucket,
            "default_acl": "private",
            "querystring_auth": True,
            "file_overwrite": False,
        },
    }

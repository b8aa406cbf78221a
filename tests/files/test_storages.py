"""Files lie in the home folder, or on S3 by an address: privately, and under the same names."""

import io

import pytest
from botocore.response import StreamingBody
from botocore.stub import ANY, Stubber
from django.core.files.base import ContentFile
from storages.backends.s3 import S3Storage

from gongkai.config.settings.environment import BadEnvironment
from gongkai.config.settings.storages import files, s3

ADDRESS = "https://key%2F1:s%40cret@s3.example.test:9000/gongkai"


def test_without_an_address_files_lie_in_the_home_folder(tmp_path):
    made = files(tmp_path, "")
    assert made["BACKEND"].endswith("DurableStorage")
    assert made["OPTIONS"] == {"location": tmp_path / "files"}


def test_an_address_gives_keys_host_and_bucket(tmp_path):
    options = files(tmp_path, ADDRESS)["OPTIONS"]
    assert (options["access_key"], options["secret_key"]) == ("key/1", "s@cret")
    assert options["endpoint_url"] == "https://s3.example.test:9000"
    assert (options["bucket_name"], options["default_acl"]) == ("gongkai", "private")


@pytest.mark.parametrize(
    "address", ["s3.example.test", "https://host/", "https://host/a/b", "ftp://host/a"]
)
def test_an_address_that_is_none_stops_the_start(address):
    with pytest.raises(BadEnvironment, match="GONGKAI_S3_URL"):
        s3(address)


@pytest.fixture
def bucket():
    """The storage whose client answers as told; a call that nobody told of fails."""
    storage = S3Storage(**{**s3(ADDRESS)["OPTIONS"], "region_name": "x"})
    client = storage.connection.meta.client
    with Stubber(client) as stub:
        yield storage, stub


def test_bytes_are_put_privately_and_read_back(bucket):
    storage, stub = bucket
    place = {"Bucket": "gongkai", "Key": "ab/cd"}
    stub.add_client_error("head_object", "404", http_status_code=404, expected_params=place)
    put = {**place, "Body": ANY, "ACL": "private", "ContentType": "application/octet-stream"}
    stub.add_response("put_object", {}, {**put, "ChecksumAlgorithm": ANY})
    assert storage.save("ab/cd", ContentFile(b"x")) == "ab/cd"
    stub.add_response("head_object", {"ContentLength": 1}, place)
    body = StreamingBody(io.BytesIO(b"x"), 1)
    stub.add_response("get_object", {"Body": body, "ContentLength": 1}, {**place, "Range": ANY})
    assert storage.open("ab/cd", "rb").size == 1

"""What is uploaded lies nowhere under a name before it is sealed, however large it is and however the process ends."""

import tempfile

import pytest
from django.test import RequestFactory
from django.test.client import BOUNDARY, MULTIPART_CONTENT, encode_multipart

from tests.files.given import upload

LARGE = b"320000199001011234" * 100_000


@pytest.fixture
def place(monkeypatch, tmp_path):
    """Where temporary files lie."""
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    return tmp_path


@pytest.fixture
def sent(place):
    """Makes a request with a large file, of which only so many bytes arrive; closed in the end."""
    made = []

    def send(arriving=None):
        body = encode_multipart(BOUNDARY, {"file": upload(LARGE, "身份证.txt")})[:arriving]
        made.append(RequestFactory().generic("POST", "/", body, content_type=MULTIPART_CONTENT))
        return made[-1].FILES.get("file")

    yield send
    for request in made:
        request.close()


def test_a_large_file_comes_in_whole_and_has_no_name_on_the_way(place, sent):
    found = sent()
    assert list(place.iterdir()) == []
    assert (found.name, found.size, found.read()) == ("身份证.txt", len(LARGE), LARGE)


def test_half_a_file_leaves_nothing(place, sent):
    assert sent(arriving=1_500_000) is None
    assert list(place.iterdir()) == []

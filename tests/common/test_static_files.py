"""Files of the program are served whole, with 304 where the browser has them."""

import pytest

from gongkai.common.static_files import StaticFiles


@pytest.fixture
def serve(tmp_path, settings, rf):
    (tmp_path / "a.css").write_text("a{color:#000}", encoding="utf-8")
    settings.STATIC_ROOT, settings.STATIC_URL = tmp_path, "/static/"
    middleware = StaticFiles(lambda request: None, settings)
    return lambda method="get", **said: middleware(getattr(rf, method)("/static/a.css", **said))


def test_a_file_is_served_in_one_piece(serve):
    response = serve()
    assert not response.streaming
    assert (response.status_code, response.content) == (200, b"a{color:#000}")
    assert response["Content-Type"].startswith("text/css")


def test_a_browser_that_has_the_file_is_told_so(serve):
    response = serve(headers={"If-Modified-Since": serve()["Last-Modified"]})
    assert (response.status_code, response.content) == (304, b"")


def test_only_the_headers_are_sent_where_only_they_are_asked_for(serve):
    response = serve("head")
    assert (response.status_code, response.content) == (200, b"")

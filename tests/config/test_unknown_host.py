"""Whoever asks for a host that is not ours gets a calm page, and cannot fill the log."""

import logging

import pytest

from gongkai.config.settings.log_limits import MINUTE, Bounded, UnknownHost

STRANGE = {"host": "evil.example"}
LOGGERS = ("django.security.DisallowedHost", "django.request")


class Kept(logging.Handler):
    def __init__(self):
        super().__init__()
        self.records = []

    def emit(self, record):
        self.records.append(record)


@pytest.fixture
def lines():
    """What is written to the log from now on."""
    kept = Kept()
    loggers = [logging.getLogger(name) for name in LOGGERS]
    for logger in loggers:
        logger.addHandler(kept)
        for each in logger.filters:
            each.forget()
    yield kept.records
    for logger in loggers:
        logger.removeHandler(kept)


@pytest.mark.parametrize("path", ["/", "/account/login/", "/desk/", "/search?q=x"])
def test_a_strange_host_gets_a_calm_page_with_safe_headers(client, cast, lines, path):
    answer = client.get(path, headers=STRANGE)
    page = answer.content.decode()
    assert answer.status_code == 400
    assert "没有看懂这个请求" in page
    assert "evil.example" not in page
    assert "script-src 'self'" in answer.headers["Content-Security-Policy"]


def test_where_everything_must_be_encrypted_the_page_is_the_same(client, cast, settings, lines):
    settings.SECURE_SSL_REDIRECT = True
    answer = client.get("/", headers=STRANGE)
    assert (answer.status_code, "Content-Security-Policy" in answer.headers) == (400, True)


def test_strange_hosts_fill_no_log(client, cast, lines):
    for number in range(100):
        client.get("/account/login/", headers={"host": f"evil-{number}.example"})
    about_hosts = [record for record in lines if "GONGKAI_HOSTS" in record.getMessage()]
    assert len(about_hosts) == 5
    assert len(lines) <= 65
    assert {record.levelno for record in lines} == {logging.WARNING}
    assert not any(record.exc_info for record in lines)


@pytest.mark.parametrize("host", ["a\nb", "x" * 5000, "王.example", "[::1"])
def test_whatever_the_host_says_is_one_short_line(client, cast, lines, host):
    assert client.get("/account/login/", HTTP_HOST=host).status_code == 400
    said = [r.getMessage() for r in lines if "GONGKAI_HOSTS" in r.getMessage()]
    assert ("\n" in said[0], len(said[0]) < 400) == (False, True)


def record(level=logging.WARNING):
    return logging.LogRecord("x", level, "", 0, "said %s", ("so",), None)


def test_a_later_minute_tells_how_many_lines_were_left_out():
    now = [0.0]
    bounded = Bounded(2, lambda: now[0])
    assert [bounded.filter(record()) for _ in range(5)] == [True, True, False, False, False]
    now[0] = MINUTE
    late = record()
    assert bounded.filter(late)
    assert late.getMessage() == "said so（此前另有 3 行没有写出）"


def test_errors_of_our_own_are_all_written():
    bounded = Bounded(1)
    assert all(bounded.filter(record(logging.ERROR)) for _ in range(9))


def test_a_strange_host_is_never_an_error():
    said = record(logging.ERROR)
    assert UnknownHost(1).filter(said)
    assert (said.levelname, said.exc_info) == ("WARNING", None)

"""Text messages: the gateway's own form, once, nowhere else; what went wrong is told apart, and never names a telephone."""

import http.server
import json
import socket
import threading
from contextlib import contextmanager
from urllib.parse import parse_qs

import pytest

from gongkai.common import sms

MESSAGE = {"phone": "13912345678", "text": "有新进展{secret}", "key": "7:reply_sent:1:sms"}


class Gateway(http.server.BaseHTTPRequestHandler):
    """Keeps what it is asked, and answers as the test says."""

    def do_POST(self):
        length = int(self.headers["Content-Length"])
        self.server.asked.append((dict(self.headers), self.rfile.read(length).decode()))
        if self.server.status is None:
            self.connection.shutdown(socket.SHUT_RDWR)
            return
        self.send_response(self.server.status)
        self.send_header("Location", self.server.elsewhere)
        self.end_headers()
        self.wfile.write(self.server.answer.encode())

    def log_message(self, *said):
        pass


@contextmanager
def gateway(settings, *, status=200, answer='{"code": 0}', **more):
    """A gateway of one's own, and the setting that leads to it."""
    server = http.server.HTTPServer(("127.0.0.1", 0), Gateway)
    server.asked, server.status, server.answer = [], status, answer
    url = f"http://127.0.0.1:{server.server_port}/send"
    server.elsewhere = url
    settings.SMS = {
        "to": "gateway", "url": url, "body": {"mobile": "{phone}", "parts": ["{text}"], "id": "{key}", "n": 1},
        "headers": {"Authorization": "Bearer {secret}"}, "secret": "秘密".encode().hex(), "as": "json",
        "accepted": '"code": 0', "timeout": 2, **more,
    }  # fmt: skip
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


def test_the_gateway_gets_its_own_form_with_the_secret_and_the_key(settings):
    with gateway(settings) as server:
        sms.send(**MESSAGE)
    ((headers, body),) = server.asked
    assert headers["Authorization"] == f"Bearer {'秘密'.encode().hex()}"
    assert json.loads(body) == {"mobile": "13912345678", "parts": ["有新进展{secret}"], "id": MESSAGE["key"], "n": 1}  # fmt: skip


def test_a_gateway_that_takes_forms_gets_one(settings):
    with gateway(settings, **{"as": "form", "body": {"m": "{phone}", "t": "{text}"}}) as server:
        sms.send(**MESSAGE)
    assert parse_qs(server.asked[0][1]) == {"m": ["13912345678"], "t": ["有新进展{secret}"]}


@pytest.mark.parametrize(
    ("said", "error"),
    [
        ({"status": 500}, sms.NotSent),
        ({"status": 302}, sms.NotSent),
        ({"answer": '{"code": 17}'}, sms.NotSent),
        ({"status": 504}, sms.PerhapsSent),
        ({"status": None}, sms.PerhapsSent),
    ],
)
def test_what_went_wrong_is_told_apart(settings, said, error):
    with gateway(settings, **said) as server, pytest.raises(error) as raised:
        sms.send(**MESSAGE)
    assert len(server.asked) == 1
    assert MESSAGE["phone"] not in str(raised.value)


def test_a_gateway_that_says_nothing_is_waited_for_so_long_and_no_longer(settings):
    with socket.create_server(("127.0.0.1", 0)) as silent, gateway(settings):
        settings.SMS["url"] = f"http://127.0.0.1:{silent.getsockname()[1]}/"
        settings.SMS["timeout"] = 0.2
        with pytest.raises(sms.PerhapsSent):
            sms.send(**MESSAGE)


def test_a_gateway_that_is_not_there_got_nothing(settings):
    with gateway(settings):
        address = settings.SMS
    settings.SMS = address
    with pytest.raises(sms.NotSent):
        sms.send(**MESSAGE)


def test_only_a_gateway_that_is_given_the_key_tells_repetitions(settings):
    with gateway(settings):
        assert sms.tells_repetitions()
        settings.SMS["body"] = {"m": "{phone}", "t": "{text}"}
        assert not sms.tells_repetitions()


def test_in_a_folder_a_repetition_is_the_same_file(settings, tmp_path):
    settings.SMS = {"to": "folder", "folder": tmp_path / "sms"}
    for _ in range(2):
        sms.send(**MESSAGE)
    (file,) = (tmp_path / "sms").iterdir()
    assert file.read_text() == "13912345678\n有新进展{secret}\n"
    assert file.stat().st_mode & 0o777 == 0o600


def test_where_nothing_is_set_nothing_is_sent(settings):
    settings.SMS = {"to": "nowhere"}
    assert not sms.offered()
    with pytest.raises(sms.NotSent):
        sms.send(**MESSAGE)


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("13912345678", "13912345678"),
        ("１３９ 1234-5678", "13912345678"),
        ("+86 139 1234 5678", "13912345678"),
        ("0527-1234567", ""),
        ("23912345678", ""),
        ("139123456789", ""),
    ],
)
def test_a_mobile_number_is_known_however_it_is_typed(typed, number):
    assert sms.mobile(typed) == number

"""Links are tried in the background, never into a network of our own; a machine without a network only says so."""

import socket
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from gongkai.common.models import OutboxMessage
from gongkai.common.outbox.delivery import deliver_due
from gongkai.publishing import link_trial
from gongkai.publishing.actions import ask_for_links
from gongkai.publishing.actions.try_links import try_one
from gongkai.publishing.link_trial import is_public, try_link
from gongkai.publishing.models import LinkCheck
from tests.publishing.items import NOW, draft, later

OURS = (
    "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "0.0.0.0", "224.0.0.1", "255.255.255.255",
    "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1", "64:ff9b::a00:1", "2002:a00:1::", "ff02::1", "wort", "",
)  # fmt: skip
OPEN = ("8.8.8.8", "114.114.114.114", "2400:3200::1", "::ffff:8.8.8.8")


@pytest.mark.parametrize("address", OURS)
def test_no_address_of_a_closed_network_is_connected_to(address, monkeypatch):
    monkeypatch.setattr(socket, "create_connection", None)  # would raise TypeError
    assert not is_public(address)
    tried = try_link("http://www.qs.gov.cn/", online=True, lookup=lambda *_: ["8.8.8.8", address])
    assert (tried.state, tried.detail) == ("unknown", "域名指向内部网络，没有打开")


@pytest.mark.parametrize("address", OPEN)
def test_addresses_of_the_open_network_are(address):
    assert is_public(address)


@pytest.mark.parametrize("url", ["http://10.0.0.1/", "http://qs/", "http://www.qs.gov.cn:22/"])
def test_addresses_that_are_no_page_are_not_tried(url, monkeypatch):
    monkeypatch.setattr(socket, "create_connection", None)
    assert try_link(url, online=True, lookup=lambda *_: ["8.8.8.8"]).state == "unknown"


class Page(BaseHTTPRequestHandler):
    """Answers by path: /200/words, /404, /to/<host>, /loop, /slow."""

    def do_GET(self) -> None:
        kind, _, rest = self.path.strip("/").partition("/")
        if kind in {"to", "loop"}:
            self.send_response(302)
            self.send_header("Location", "/loop" if kind == "loop" else f"http://{rest}/200/x")
            self.end_headers()
            return
        self.send_response(int(kind))
        self.send_header("Content-Type", "text/html; charset=gb2312")
        self.end_headers()
        title = {"bad": "真人荷官在线", "x": "青石镇"}.get(rest, "")
        self.wfile.write(f"<title>{title}</title>".encode("gb18030"))

    def log_message(self, *_: object) -> None:
        pass


@pytest.fixture
def site(monkeypatch):
    """A site that answers on this machine, taken for one on the open network."""
    server = HTTPServer(("127.0.0.1", 0), Page)
    threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
    monkeypatch.setattr(link_trial, "PORTS", {server.server_port})
    monkeypatch.setattr(link_trial, "is_public", lambda address: address == "127.0.0.1")
    yield lambda path, host="www.qs.gov.cn": f"http://{host}:{server.server_port}/{path}"
    server.shutdown()
    server.server_close()


def here(*_: object) -> list[str]:
    return ["127.0.0.1"]


@pytest.mark.parametrize(
    ("path", "state"),
    [("200/x", "works"), ("404/x", "dead"), ("403/x", "unknown"), ("502/x", "unknown"), ("200/bad", "hijacked"), ("loop", "dead")],
)  # fmt: skip
def test_what_a_page_answers_is_told_apart(site, path, state):
    tried = try_link(site(path), online=False, lookup=here)
    assert (tried.state, tried.answered) == (state, True)


def test_a_government_page_that_leads_away_is_told(site):
    target = site("", host="www.casino.example").removeprefix("http://").strip("/")
    assert try_link(site(f"to/{target}"), online=False, lookup=here).state == "hijacked"
    target = site("", host="new.qs.gov.cn").removeprefix("http://").strip("/")
    assert try_link(site(f"to/{target}"), online=False, lookup=here).state == "works"


def test_a_hop_into_our_own_network_is_not_made(site):
    def lookup(host: str, _port: int) -> list[str]:
        return ["127.0.0.1"] if host == "www.qs.gov.cn" else ["10.0.0.1"]

    target = site("", host="inside.example").removeprefix("http://").strip("/")
    tried = try_link(site(f"to/{target}"), online=True, lookup=lookup)
    assert tried.detail == "域名指向内部网络，没有打开"


def nowhere(*_: object, **__: object) -> list[str]:
    raise socket.gaierror


@pytest.mark.parametrize(("online", "state"), [(False, "unknown"), (True, "dead")])
def test_silence_counts_only_where_others_answered(online, state):
    assert try_link("http://www.qs.gov.cn/", online=online, lookup=nowhere).state == state


LINKS = '<p><a href="https://www.qs.gov.cn/a">甲</a><a href="https://www.qs.gov.cn/a">乙</a><a href="http://10.0.0.1/">丙</a></p>'


def test_each_link_is_asked_for_once_a_day_and_not_again_while_it_is_fresh(cast, settings):
    settings.LINK_TRIALS = True
    version = draft(cast, body=LINKS).draft
    assert [ask_for_links(version, NOW), ask_for_links(version, later(1))] == [1, 1]
    assert OutboxMessage.objects.filter(kind="publishing.try_link").count() == 1
    LinkCheck.objects.create(url="https://www.qs.gov.cn/a", state="works", checked_at=NOW)
    assert ask_for_links(version, later(24)) == 0
    assert ask_for_links(version, later(24 * 8)) == 1
    settings.LINK_TRIALS = False
    assert ask_for_links(version, later(24 * 9)) == 0


def test_the_outbox_keeps_what_came_of_it_with_the_day(cast, settings, monkeypatch):
    monkeypatch.setattr(link_trial.socket, "getaddrinfo", nowhere)
    settings.LINK_TRIALS = True
    ask_for_links(draft(cast, body=LINKS).draft, NOW)
    deliver_due(later(1))
    row = LinkCheck.objects.get()
    assert (row.state, row.answered_at) == ("unknown", None)
    LinkCheck.objects.create(url="b", state="works", checked_at=NOW, answered_at=NOW)
    try_one({"url": row.url}, later(2))
    assert LinkCheck.objects.get(url=row.url).state == "dead"

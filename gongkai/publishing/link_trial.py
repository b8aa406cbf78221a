"""Tries an address outside: does it open, lead elsewhere, say what no such page says. Never into a network of our own.

Each hop's host is looked up first and connected to by a public address, so that a name cannot change its mind in between.
"""

import http.client
import ipaddress
import re
import socket
import ssl
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Literal
from urllib.parse import SplitResult, quote, urljoin, urlsplit

from gongkai.publishing.checks.links import ascii_host, written_wrong

State = Literal["works", "dead", "hijacked", "unknown"]
SECONDS, WHOLE_SECONDS = 5.0, 12.0
"""For one step of the exchange, and for the whole of one hop, however slowly the other side speaks."""
MOST_HOPS = 4
MOST_BYTES = 64 * 1024
PORTS = {80, 443, 8080, 8443}
_GONE = {404, 410}
_MOVED = {301, 302, 303, 307, 308}
_TUNNELS = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32")))  # fmt: skip
_TITLE = re.compile(r"<title[^>]*>(.{0,300}?)</title>", re.IGNORECASE | re.DOTALL)
_META = re.compile(r"<meta[^>]{0,80}(?:keywords|description)[^>]{0,600}>", re.IGNORECASE)
_BAD = re.compile(
    "博彩|赌场|赌博|百家乐|时时彩|六合彩|老虎机|真人荷官|棋牌|体育投注|投注平台|彩票平台|葡京|金沙娱乐|威尼斯人|太阳城|亚博|开云体育"
    "|皇冠体育|成人视频|色情|裸聊|情色|约炮|无码|代开发票|办证刻章|信用卡套现"
)  # fmt: skip
Lookup = Callable[[str, int], list[str]]
"""Host and port to the addresses of the host; raises OSError."""


@dataclass(frozen=True, slots=True)
class Tried:
    """``answered``: somebody out there said something, so that this machine reaches the network."""

    state: State
    detail: str = ""
    answered: bool = False


@dataclass(frozen=True, slots=True)
class Answer:
    """The part of an answer that matters."""

    status: int
    moved_to: str
    page: str


class NotPublic(OSError):
    """The host has an address that is not public."""


def look_up(host: str, port: int) -> list[str]:
    """The addresses of a host, by the machine's own resolver."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(row[4][0]) for row in found))


def is_public(address: str) -> bool:
    """Whether an address is one of the open network: no private, local, shared or tunnelled one."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    inner = getattr(ip, "ipv4_mapped", None) or ip
    if any(inner.version == 6 and inner in network for network in _TUNNELS):
        return False
    return inner.is_global and not inner.is_multicast and not inner.is_reserved


def try_link(url: str, *, online: bool, lookup: Lookup = look_up) -> Tried:
    """What comes of opening an address. ``online``: others answered lately, so that silence is the other side's.

    Never raises: where nothing can be said the state is ``unknown``.
    """
    here = url
    for _ in range(MOST_HOPS):
        if wrong := written_wrong(here):
            return Tried("unknown", wrong)
        try:
            answer = _ask(urlsplit(here), lookup)
        except NotPublic:
            return Tried("unknown", "域名指向内部网络，没有打开")
        except ssl.SSLError:
            return Tried("unknown", "安全证书有问题", answered=True)
        except (OSError, http.client.HTTPException, ValueError) as error:
            return _silence(error, online=online)
        if answer.status in _MOVED and answer.moved_to:
            here = urljoin(here, answer.moved_to)
            continue
        return _judged(url, here, answer)
    return Tried("dead", "一直在转来转去", answered=True)


def _silence(error: Exception, *, online: bool) -> Tried:
    if isinstance(error, socket.gaierror):
        return Tried("dead" if online else "unknown", "找不到这个域名")
    words = "对方没有回答" if isinstance(error, TimeoutError) else "连接不上"
    return Tried("dead" if online else "unknown", words)


def _judged(first: str, last: str, answer: Answer) -> Tried:
    """What an answer that is no further hop says."""
    said = " ".join((*_TITLE.findall(answer.page), *_META.findall(answer.page)))
    if bad := _BAD.search(said):
        return Tried("hijacked", f"页面上写着“{bad[0]}”", answered=True)
    if _is_government(first) and not _is_government(last):
        host = urlsplit(last).hostname or ""
        return Tried("hijacked", f"转到了 {host[:100]}", answered=True)
    if answer.status in _GONE:
        return Tried("dead", "网页已经没有了", answered=True)
    if answer.status < 400:
        return Tried("works", answered=True)
    return Tried("unknown", f"对方没有让打开（{answer.status}）", answered=True)


def _is_government(url: str) -> bool:
    return (urlsplit(url).hostname or "").lower().endswith(".gov.cn")


def _ask(parts: SplitResult, lookup: Lookup) -> Answer:
    """One exchange with one host. Raises NotPublic before anything is sent to a network of our own."""
    host = ascii_host(parts.hostname or "") or (parts.hostname or "")
    port = parts.port or (443 if parts.scheme.lower() == "https" else 80)
    if port not in PORTS:
        raise NotPublic(f"port {port}")
    addresses = lookup(host, port)
    if not addresses or not all(is_public(address) for address in addresses):
        raise NotPublic(host)
    with _line(addresses[0], host, port, parts.scheme.lower()) as line:
        return _exchange(line, parts)


@contextmanager
def _line(address: str, host: str, port: int, scheme: str) -> Iterator[http.client.HTTPConnection]:
    """A connection to that very address, cut off when the time is over."""
    plain = socket.create_connection((address, port), SECONDS)
    watch = threading.Timer(WHOLE_SECONDS, _cut, (plain,))
    watch.daemon = True
    watch.start()
    line = http.client.HTTPConnection(host, port, timeout=SECONDS)
    try:
        secure = ssl.create_default_context()
        line.sock = secure.wrap_socket(plain, server_hostname=host) if scheme == "https" else plain
        yield line
    finally:
        watch.cancel()
        line.close()
        plain.close()


def _cut(line: socket.socket) -> None:
    """End whatever the other side is still saying."""
    try:
        line.shutdown(socket.SHUT_RDWR)
    except OSError:
        return


def _exchange(line: http.client.HTTPConnection, parts: SplitResult) -> Answer:
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = "?" + quote(parts.query, safe="/?%:@!$&'()*+,;=~-._") if parts.query else ""
    headers = {"User-Agent": "gongkai-link-check", "Accept": "text/html,*/*;q=0.5", "Connection": "close"}  # fmt: skip
    line.request("GET", path + query, headers=headers)
    answer = line.getresponse()
    is_page = "html" in answer.headers.get("Content-Type", "").lower()
    body = answer.read(MOST_BYTES) if is_page else b""
    return Answer(answer.status, answer.headers.get("Location", ""), _decoded(body))


def _decoded(body: bytes) -> str:
    """The page as far as it can be read: Chinese pages are UTF-8 or GB18030."""
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError:
        text = body.decode("gb18030", "replace")
        return text if text.count("\ufffd") < 50 else body.decode("utf-8", "replace")

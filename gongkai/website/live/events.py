"""The address of live Q&A that browsers listen to, answered before Django: a line costs no thread, only a place in a queue.

Mounted by ``config.asgi``. What is sent, and when, is the hub's to know.
"""

import asyncio
import re
import signal
import threading
from collections.abc import Awaitable, Callable, MutableMapping
from io import BytesIO
from ipaddress import IPv6Address, ip_address, ip_network
from types import FrameType
from typing import Any

from allauth.core.internal.httpkit import get_client_ip
from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.core.handlers.asgi import ASGIRequest

from gongkai.common.middleware import LARGEST_NUMBER
from gongkai.website.live.hub import Hub, Listener

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]
Headers = list[tuple[bytes, bytes]]

ADDRESS = re.compile(r"/live/([0-9]{1,10})/events")
MOST = 900
"""Lines that one process of the site keeps; a process may have 1024 files open as systems are set up."""
MOST_OF_ONE = 200
"""Lines from one address: an office behind one router, but not a machine that takes them all."""
OWN_NETWORK = 64
"""Bits that the addresses of one connection to the internet have in common."""
PATIENCE = 30.0
"""Seconds in which a reader takes what is sent, or is cut."""
AGAIN = 20
"""Seconds after which who was turned away may ask again."""
PLAIN: Headers = [(b"cache-control", b"no-store"), (b"x-content-type-options", b"nosniff")]
STREAM: Headers = [
    *PLAIN,
    (b"content-type", b"text/event-stream; charset=utf-8"),
    (b"x-accel-buffering", b"no"),
]


class LiveEvents:
    """Wraps an ASGI application; other addresses are its."""

    def __init__(
        self,
        application: Application,
        hub: Hub,
        *,
        most: int = MOST,
        of_one: int = MOST_OF_ONE,
        patience: float = PATIENCE,
    ) -> None:
        self.application, self.hub = application, hub
        self.most, self.of_one, self.patience = most, of_one, patience
        self.watched: asyncio.AbstractEventLoop | None = None
        self.count = 0

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        found = ADDRESS.fullmatch(scope.get("path", "")) if scope["type"] == "http" else None
        if found is None or scope["method"] != "GET" or _must_be_secure(scope):
            return await self.application(scope, receive, send)
        request = ASGIRequest(scope, BytesIO())
        try:
            request.get_host()
        except DisallowedHost:
            return await _say(send, 400)
        number = int(found.group(1))
        if number > LARGEST_NUMBER:
            return await _say(send, 204)
        listener = Listener(number, last_seen(request), household(get_client_ip(request) or ""))
        return await self._listen(listener, receive, send)

    async def _listen(self, listener: Listener, receive: Receive, send: Send) -> None:
        """Let the line in, or say when to come again, or that there is nothing to wait for."""
        if self._is_full(listener):
            return await _say(send, 503, [(b"retry-after", str(AGAIN).encode())])
        self._end_with_the_server()
        watch = asyncio.create_task(_until_gone(listener, receive))
        try:
            if await self.hub.join(listener):
                await self._stream(listener, send)
            else:
                await _say(send, 204)
        finally:
            self.hub.leave(listener)
            watch.cancel()

    async def _stream(self, listener: Listener, send: Send) -> None:
        """Send what comes into the queue, to its end."""
        self.count += 1
        pause = 2000 + self.count * 37 % 3000  # so that not all come back in the same moment
        await send({"type": "http.response.start", "status": 200, "headers": STREAM})
        sent: bytes | None = f"retry: {pause}\n\n".encode()
        while sent is not None:
            body = {"type": "http.response.body", "body": sent, "more_body": True}
            try:
                await asyncio.wait_for(send(body), self.patience)
            except TimeoutError:
                return  # the reader takes nothing any more; it comes back with the last that it had
            sent = await listener.queue.get()
        await send({"type": "http.response.body", "body": b"", "more_body": False})

    def _is_full(self, listener: Listener) -> bool:
        if self.hub.closed or len(self.hub) >= self.most:
            return True
        return self.hub.from_address(listener.address) >= self.of_one

    def _end_with_the_server(self) -> None:
        """Lines end as soon as the process is asked to: a server waits for answers under way, and these have no end."""
        loop = asyncio.get_running_loop()
        if self.watched is loop or threading.current_thread() is not threading.main_thread():
            return
        self.watched = loop
        for each in (signal.SIGTERM, signal.SIGINT):
            before = signal.getsignal(each)

            def asked(number: int, frame: FrameType | None, before: Any = before) -> None:
                loop.call_soon_threadsafe(self.hub.close)
                if callable(before):
                    before(number, frame)

            signal.signal(each, asked)


def household(address: str) -> str:
    """Whose line it is: a machine has one address of the old kind, and as many of the new kind as it likes in a network of its own."""
    try:
        known = ip_address(address.partition("%")[0])
    except ValueError:
        return address
    if isinstance(known, IPv6Address) and not known.ipv4_mapped:
        return str(ip_network((known, OWN_NETWORK), strict=False))
    return address


def last_seen(request: ASGIRequest) -> int:
    """The last change that the reader has: as the browser says after a break, else as the page was drawn."""
    for said in (request.headers.get("Last-Event-ID", ""), request.GET.get("after", "")):
        if said.isascii() and said.isdigit() and len(said) <= 10:
            return int(said)
    return 0


def _must_be_secure(scope: Message) -> bool:
    """Whether Django is to lead the reader to the encrypted address first."""
    if not settings.SECURE_SSL_REDIRECT:
        return False
    return not ASGIRequest(scope, BytesIO()).is_secure()


async def _until_gone(listener: Listener, receive: Receive) -> None:
    """Wait for the reader to leave; then the line ends."""
    while (await receive())["type"] != "http.disconnect":
        pass
    listener.end()


async def _say(send: Send, status: int, more: Headers | None = None) -> None:
    headers = [*PLAIN, *(more or [])]
    await send({"type": "http.response.start", "status": status, "headers": headers})
    await send({"type": "http.response.body", "body": b""})

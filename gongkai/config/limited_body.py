"""Before Django: a request that is too large is let run dry instead of being kept on disk, so that its answer still arrives.

Django's server interface stores a whole body before any of it is looked at. What the person reads comes from
``files.middleware``, which sees the announced length.
"""

from collections.abc import Awaitable, Callable, MutableMapping
from typing import Any

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
Application = Callable[[Message, Receive, Send], Awaitable[None]]
PATIENCE = 8
"""So many times the limit is thrown away before the line is left; a browser that has sent everything shows the answer."""


class LimitedBody:
    """Wraps an ASGI application; ``largest`` gives the bytes that a request to a path may have."""

    def __init__(self, application: Application, largest: Callable[[str], int]) -> None:
        self.application = application
        self.largest = largest

    async def __call__(self, scope: Message, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] == "http":
            receive = _Limited(receive, self.largest(scope["path"]), _announced(scope))
        await self.application(scope, receive, send)


def _announced(scope: Message) -> int:
    length = next((value for name, value in scope["headers"] if name == b"content-length"), b"0")
    return int(length) if length.isdigit() else 0


class _Limited:
    """Gives the body on as it comes, up to the limit; of a longer one nothing more, but it is read to its end."""

    def __init__(self, receive: Receive, largest: int, announced: int) -> None:
        self.receive, self.largest = receive, largest
        self.seen = 0
        self.over = announced > largest

    async def __call__(self) -> Message:
        """The next message for the application."""
        message = await self.receive()
        while message["type"] == "http.request":
            self.seen += len(message.get("body", b""))
            self.over = self.over or self.seen > self.largest
            ended = not message.get("more_body", False) or self.seen > PATIENCE * self.largest
            if not self.over:
                return message
            if ended:
                return {"type": "http.request", "body": b"", "more_body": False}
            message = await self.receive()
        return message

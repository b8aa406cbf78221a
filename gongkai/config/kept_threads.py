"""Around Django: a request runs in a thread that earlier ones used, so that a database connection outlives its request.

Django gives each request a thread of its own and ends it with the answer, and its connection with it (ADR 0008).
"""

from collections import deque
from collections.abc import Awaitable, Callable, MutableMapping
from concurrent.futures import ThreadPoolExecutor
from typing import Any

from asgiref.sync import ThreadSensitiveContext
from django.db import connections

Message = MutableMapping[str, Any]
Application = Callable[..., Awaitable[None]]
MOST = 8
"""Idle threads kept by a process, each with at most one connection; more run while more is asked at once."""


class KeptThreads:
    """Wraps an ASGI application."""

    def __init__(self, application: Application, most: int = MOST) -> None:
        self.application = application
        self.most = most
        self.idle: deque[ThreadPoolExecutor] = deque()

    async def __call__(self, scope: Message, receive: Any, send: Any) -> None:
        """Serve one connection in the thread that was used last, or in a new one while all are busy."""
        try:
            thread = self.idle.pop()
        except IndexError:
            thread = ThreadPoolExecutor(max_workers=1, thread_name_prefix="request")
        try:
            async with ThreadSensitiveContext(executor=thread):
                await self.application(scope, receive, send)
        finally:
            thread.submit(self.settle, thread)

    def settle(self, thread: ThreadPoolExecutor) -> None:
        """Run by the thread itself after all else it had to do, also for a reader who has left: wait for the next, or end."""
        if len(self.idle) < self.most:
            self.idle.append(thread)
        else:
            connections.close_all()
            thread.shutdown(wait=False)

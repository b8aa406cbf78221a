"""The peer: a streaming answer of Django's own, which asks the database for each listener by itself, under the same server."""

import asyncio
import sys
from collections.abc import AsyncIterator
from functools import partial
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from django.urls import path
from granian import Granian
from granian.constants import Interfaces

LOOK = 0.5
urlpatterns: list[Any] = []


async def news(number: int, after: int) -> AsyncIterator[bytes]:
    """What is new to one listener, asked for twice a second."""
    from asgiref.sync import sync_to_async

    from gongkai.website.live.drawing import FromDatabase

    source = FromDatabase()
    while True:
        head = (await sync_to_async(source.heads)([number]))[number]
        if head.changes > after:
            for event in await sync_to_async(source.since)(number, after):
                yield event.sent
            after = head.changes
        await asyncio.sleep(LOOK)


async def events(request: HttpRequest, number: int) -> StreamingHttpResponse:
    """The address that the listeners of the measurement ask for."""
    after = int(request.GET.get("after", 0))
    return StreamingHttpResponse(news(number, after), content_type="text/event-stream")


def load(_name: str) -> Any:
    """Django as it comes, with its own threads, and our pages beside."""
    from django.core.asgi import get_asgi_application

    from gongkai.config.framework import choose_settings

    choose_settings()
    from django.conf import settings

    settings.ROOT_URLCONF = "bench.live.peer"
    application = get_asgi_application()
    from gongkai.config.urls import urlpatterns as ours

    urlpatterns[:] = [path("live/<int:number>/events", events), *ours]
    return application


def main() -> None:
    """``python -m bench.live.peer PORT WORKERS``."""
    port, workers = (int(each) for each in sys.argv[1:3])
    Granian(
        "bench.live.peer:load", address="127.0.0.1", port=port, interface=Interfaces.ASGINL,
        workers=workers, workers_kill_timeout=3, websockets=False,
    ).serve(target_loader=partial(load))  # fmt: skip


if __name__ == "__main__":
    main()

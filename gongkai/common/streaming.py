"""Answers that are made piece by piece, under either kind of server."""

from collections.abc import AsyncIterator, Iterator

from asgiref.sync import sync_to_async
from django.core.handlers.asgi import ASGIRequest
from django.http import HttpRequest

Pieces = Iterator[bytes]


def streamed(request: HttpRequest, pieces: Pieces) -> Pieces | AsyncIterator[bytes]:
    """The pieces as the server that asks can take them without holding them all."""
    return _asynchronous(pieces) if isinstance(request, ASGIRequest) else pieces


async def _asynchronous(pieces: Pieces) -> AsyncIterator[bytes]:
    following = sync_to_async(next)
    while (piece := await following(pieces, None)) is not None:
        yield piece

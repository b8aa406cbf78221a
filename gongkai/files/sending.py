"""Stored files as answers: always to be saved, never to be run by the browser."""

import re
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO, Protocol

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils.http import content_disposition_header

from gongkai.common.streaming import streamed

SANDBOX = "default-src 'none'; sandbox; frame-ancestors 'none'"
PICTURES = "image/"
MEDIA = ("video/", "audio/")
_PIECE = 256 * 1024
_RANGE = re.compile(r"bytes=([0-9]{0,15})-([0-9]{0,15})")


class Named(Protocol):
    """What is sent: a file with its name and type."""

    name: Any
    content_type: Any


def as_picture(request: HttpRequest, stored: Named, content: bytes) -> HttpResponse:
    """The content to be shown inside a page, where it is a picture; any other kind as a download."""
    response = as_download(request, stored, content)
    if stored.content_type.startswith(PICTURES):
        response["Content-Disposition"] = str(content_disposition_header(False, stored.name))
    return response


def as_download(request: HttpRequest, stored: Named, content: bytes) -> HttpResponse:
    """The content under the file's name (RFC 5987), or the one range asked for, with headers against being run as a page."""
    asked = _asked(request.headers.get("Range", ""), len(content))
    if asked is None:
        response = HttpResponse(content, content_type=stored.content_type)
    elif asked.start >= len(content):
        response = HttpResponse(status=416, headers={"Content-Range": f"bytes */{len(content)}"})
    else:
        part = content[asked.start : asked.stop]
        response = HttpResponse(part, status=206, content_type=stored.content_type)
        response["Content-Range"] = f"bytes {asked.start}-{asked.stop - 1}/{len(content)}"
    response["Accept-Ranges"] = "bytes"
    response["Content-Disposition"] = str(content_disposition_header(True, stored.name))
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    response["Cache-Control"] = "private, no-store"
    return response


def as_media(
    request: HttpRequest, stored: Named, opened: Callable[[], BinaryIO], size: int
) -> HttpResponse | StreamingHttpResponse:
    """Video or sound to be played inside a page: the one range asked for, read from its place, so that phones can seek.

    ``opened`` opens the file, once somebody reads the answer.
    """
    asked = _asked(request.headers.get("Range", ""), size)
    if asked is not None and asked.start >= size:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    span = range(size) if asked is None else asked
    pieces = streamed(request, _part(opened, span))
    status = 200 if asked is None else 206
    response = StreamingHttpResponse(pieces, status=status, content_type=stored.content_type)
    if asked is not None:
        response["Content-Range"] = f"bytes {span.start}-{span.stop - 1}/{size}"
    response["Content-Length"] = str(len(span))
    response["Accept-Ranges"] = "bytes"
    response["Content-Disposition"] = str(content_disposition_header(False, stored.name))
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    response["Cache-Control"] = "private, no-store"
    return response


def _part(opened: Callable[[], BinaryIO], span: range) -> Iterator[bytes]:
    """The bytes of a span, piece by piece."""
    with opened() as file:
        file.seek(span.start)
        left = len(span)
        while left and (piece := file.read(min(_PIECE, left))):
            yield piece
            left -= len(piece)


def as_stream(
    request: HttpRequest, pieces: Iterator[bytes], size: int, name: str, content_type: str
) -> StreamingHttpResponse:
    """What is too large to be held, piece by piece, always to be saved."""
    response = StreamingHttpResponse(streamed(request, pieces), content_type=content_type)
    response["Content-Length"] = str(size)
    response["Content-Disposition"] = str(content_disposition_header(True, name))
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = SANDBOX
    response["Cache-Control"] = "private, no-store"
    return response


def _asked(header: str, size: int) -> range | None:
    """The bytes of a single range; None for the whole, which also answers what cannot be understood."""
    found = _RANGE.fullmatch(header.strip())
    if found is None or found[1] == found[2] == "":
        return None
    if not found[1]:
        return range(max(0, size - int(found[2])), size)
    start, last = int(found[1]), int(found[2] or size)
    return None if found[2] and last < start else range(start, min(last + 1, size))

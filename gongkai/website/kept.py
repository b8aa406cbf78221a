"""Pages kept as they were drawn, until something public changes: answered before sessions, people or templates are asked.

A view says ``@kept`` of pages that carry nothing per reader but the reading mode. Not here: whether something changed
(``common.freshness``).
"""

import gzip
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import wraps
from hashlib import sha256
from threading import Lock
from typing import Any

from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.utils.cache import get_conditional_response, patch_vary_headers
from django.utils.http import http_date

from gongkai.common.clock import law_day
from gongkai.common.freshness import Mark, public_mark
from gongkai.common.shell import ELDER_COOKIE

Answer = Callable[[HttpRequest], HttpResponse]
Key = tuple[str, ...]

MOST_BYTES = 48 * 1024 * 1024
LONGEST_ADDRESS = 300
LONGEST_KEPT = timedelta(minutes=1)
"""What is public but does not renew the mark, such as a telephone number, shows after this time at the latest."""
_HEADERS = ("Content-Type", "Content-Disposition", "X-Frame-Options")


@dataclass(frozen=True, slots=True)
class KeptPage:
    """A page as it was drawn: its body, the same compressed, its tag, and for which mark and until when it holds."""

    body: bytes
    packed: bytes
    tag: str
    headers: tuple[tuple[str, str], ...]
    mark: Mark
    until: datetime

    @property
    def size(self) -> int:
        """Bytes in memory."""
        return len(self.body) + len(self.packed)


class Shelf:
    """The pages kept by this process; those not asked for longest go first."""

    def __init__(self, most_bytes: int = MOST_BYTES) -> None:
        self._pages: OrderedDict[Key, KeptPage] = OrderedDict()
        self._bytes, self._most, self._lock = 0, most_bytes, Lock()

    def take(self, key: Key, mark: Mark, now: datetime) -> KeptPage | None:
        """The page, if it is still what would be drawn."""
        with self._lock:
            page = self._pages.get(key)
            if page is None or page.mark != mark or page.until <= now:
                return None
            self._pages.move_to_end(key)
            return page

    def put(self, key: Key, page: KeptPage) -> None:
        """Keep a page, in place of an older one."""
        with self._lock:
            older = self._pages.pop(key, None)
            self._bytes += page.size - (older.size if older else 0)
            self._pages[key] = page
            while self._bytes > self._most:
                _, gone = self._pages.popitem(last=False)
                self._bytes -= gone.size

    def clear(self) -> None:
        """Keep nothing any more."""
        with self._lock:
            self._pages.clear()
            self._bytes = 0


SHELF = Shelf()


def kept(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Marks a view whose pages are the same for every reader in the same reading mode."""

    @wraps(view)
    def marked(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        response = view(request, *args, **kwargs)
        response.may_be_kept = response.status_code == 200  # type: ignore[attr-defined]
        return response

    return marked


class KeptPages:
    """Answers from the shelf; draws and keeps what is not there. Stands before the session in the row of middleware."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        key = key_of(request)
        if key is None:
            return self.answer(request)
        now: datetime = request.now  # type: ignore[attr-defined]
        mark = public_mark(now)
        page = SHELF.take(key, mark, now)
        if page is None:
            response = self.answer(request)
            if not getattr(response, "may_be_kept", False):
                return response
            page = page_of(response, mark, now)
            SHELF.put(key, page)
        return response_of(page, request)


def key_of(request: HttpRequest) -> Key | None:
    """What the page depends on besides the mark; None where it is not worth keeping or not to be kept."""
    address = request.get_full_path()
    if request.method not in {"GET", "HEAD"} or len(address) > LONGEST_ADDRESS:
        return None
    try:
        host = request.get_host()
    except DisallowedHost:
        return None
    day = law_day(request.now).isoformat()  # type: ignore[attr-defined]
    chosen = request.COOKIES.get(ELDER_COOKIE)
    mode = chosen if chosen in {"0", "1"} else ""
    return request.scheme or "", host, address, mode, day


def page_of(response: HttpResponse, mark: Mark, now: datetime) -> KeptPage:
    """The page that a response holds."""
    body = response.content
    return KeptPage(
        body=body,
        packed=gzip.compress(body, compresslevel=6, mtime=0),
        tag=f'W/"{sha256(body).hexdigest()[:32]}"',
        headers=tuple((name, response[name]) for name in _HEADERS if name in response),
        mark=mark,
        until=now + LONGEST_KEPT,
    )


def response_of(page: KeptPage, request: HttpRequest) -> HttpResponse:
    """The answer: 304 where the reader has the page already, else the page, compressed for those who can read it."""
    changed = int(page.mark.at.timestamp())
    packed = "gzip" in request.headers.get("Accept-Encoding", "")
    response = HttpResponse(page.packed if packed else page.body)
    for name, value in page.headers:
        response[name] = value
    if packed:
        response["Content-Encoding"] = "gzip"
    response["Content-Length"] = str(len(response.content))
    response["ETag"] = page.tag
    response["Last-Modified"] = http_date(changed)
    response["Cache-Control"] = "public, max-age=0, must-revalidate"
    patch_vary_headers(response, ("Accept-Encoding", "Cookie"))
    return get_conditional_response(request, page.tag, changed, response) or response

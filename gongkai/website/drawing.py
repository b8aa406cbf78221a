"""Draws what the application answers for an address, byte for byte, without a server, a session or a person.

One ``Drawing`` serves a batch of pages: what it read for one it does not read again for the next.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.http import Http404, HttpRequest, HttpResponse, HttpResponsePermanentRedirect, QueryDict
from django.middleware.common import CommonMiddleware
from django.urls import Resolver404, ResolverMatch, resolve

from gongkai.agencies.queries import site_of
from gongkai.common.middleware import LARGEST_NUMBER
from gongkai.common.shell import ELDER_COOKIE
from gongkai.release.static.registry import Drawn
from gongkai.website.at_hand import Batch
from gongkai.website.elder import elder_of
from gongkai.website.views.home import not_found

NOWHERE = "http://localhost"
HTML = "text/html"
ITEM = re.compile(r"/(?:o/[^/]+/)?items/([0-9]{1,9})/")


class DrawnRequest(HttpRequest):
    """A request that nobody sent: for an address at an origin, in a reading mode, at a moment."""

    def __init__(self, address: str, origin: str, *, elder: bool | None, batch: Batch) -> None:
        super().__init__()
        path, _, query = address.partition("?")
        self._scheme, _, self._host = origin.partition("://")
        self.method = "GET"
        self.path = self.path_info = unquote(path)
        self.META = {"REQUEST_METHOD": "GET", "QUERY_STRING": query, "HTTP_HOST": self._host}
        self.GET = QueryDict(query)  # type: ignore[assignment]
        self.COOKIES = {} if elder is None else {ELDER_COOKIE: "1" if elder else "0"}
        self.user = AnonymousUser()
        self.now = batch.now
        self.batch = batch

    def get_host(self) -> str:
        """The host of the origin, which need not be one that this machine answers for."""
        return self._host

    def _get_scheme(self) -> str:
        return self._scheme


class Drawing:
    """A batch of pages drawn at one moment, as readers at ``origin`` are answered: a scheme and a host."""

    def __init__(self, now: datetime, origin: str = "") -> None:
        self.origin = origin or origin_of()
        self.batch = Batch(now)
        self.slash = CommonMiddleware(lambda _request: HttpResponse())

    def draw(self, address: str, *, elder: bool | None = None) -> Drawn:
        """What the application answers."""
        request = DrawnRequest(address, self.origin, elder=elder, batch=self.batch)
        response = self._answer(request)
        location = response.headers.get("Location", "")
        return Drawn(response.status_code, response["Content-Type"], response.content, location)

    def draw_both(self, address: str) -> tuple[Drawn, Drawn]:
        """What readers get who left elder mode and who chose it, from one drawing."""
        plain = self.draw(address, elder=False)
        if not plain.content_type.startswith(HTML):
            return plain, plain
        return plain, replace(plain, body=elder_of(plain.body))

    def draw_items(self, numbers: Iterable[int], start: str) -> Iterator[tuple[int, Drawn, Drawn]]:
        """The pages of items on the site that begins at ``start``, in both modes, with few queries for all of them."""
        wanted = list(numbers)
        self.batch.read_ahead(set(wanted))
        for number in wanted:
            yield number, *self.draw_both(f"{start}items/{number}/")
        self.batch.documents.clear()

    def _answer(self, request: DrawnRequest) -> HttpResponse:
        try:
            match = resolve(request.path_info)
            request.resolver_match = match
            return _viewed(request, match)
        except (Http404, Resolver404) as absent:
            if self.slash.should_redirect_with_slash(request):
                return HttpResponsePermanentRedirect(self.slash.get_full_path_with_slash(request))
            return not_found(request, absent)


def _viewed(request: HttpRequest, match: ResolverMatch) -> HttpResponse:
    """What the view answers; no view is asked for a number that no record has."""
    given: dict[str, Any] = match.kwargs
    if any(isinstance(value, int) and value > LARGEST_NUMBER for value in given.values()):
        raise Http404
    response: HttpResponse = match.func(request, *match.args, **given)
    return response


def origin_of() -> str:
    """Where readers find the site: as set, else the main site's domain, else this machine."""
    if settings.ORIGIN:
        return str(settings.ORIGIN)
    main = site_of()
    domain = urlsplit(f"//{main.domain}").netloc if main else ""
    return f"https://{domain}" if domain else NOWHERE


class Together:
    """The pages of one batch, in whatever mode they are asked for; both modes of a page come from one drawing."""

    def __init__(self, addresses: Sequence[str], now: datetime) -> None:
        self.drawing = Drawing(now)
        found = (ITEM.fullmatch(address) for address in addresses)
        self.drawing.batch.read_ahead({int(each[1]) for each in found if each})
        self.last: tuple[str, tuple[Drawn, Drawn]] | None = None

    def __call__(self, address: str, *, elder: bool | None) -> Drawn:
        """The answer for an address."""
        if elder is None:
            elder = self._begins_in_elder_mode(address)
        if self.last is None or self.last[0] != address:
            self.last = address, self.drawing.draw_both(address)
        return self.last[1][elder]

    def _begins_in_elder_mode(self, address: str) -> bool:
        """What readers without a choice get at an address of a site; where there is no such site, on the main one."""
        code = address.split("/")[2] if address.startswith("/o/") else None
        site = self.drawing.batch.find(code) or self.drawing.batch.find(None)
        return bool(site and site.elder)


def draw(address: str, *, elder: bool | None = None, now: datetime, origin: str = "") -> Drawn:
    """What the application answers for one address."""
    return Drawing(now, origin).draw(address, elder=elder)


def draw_both(address: str, *, now: datetime, origin: str = "") -> tuple[Drawn, Drawn]:
    """The same for readers who left elder mode and for those who chose it."""
    return Drawing(now, origin).draw_both(address)

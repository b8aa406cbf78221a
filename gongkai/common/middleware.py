"""What happens around every request: its number and its moment, one encoding, safe headers, and refusals shown as pages."""

import codecs
import secrets
from collections.abc import Callable

from django.conf import settings
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai.common.clock import current
from gongkai.common.refusals import Refusal
from gongkai.common.request_context import request_id

LARGEST_NUMBER = 2**31 - 1
"""The largest number of a version, and far more records than an installation will ever have."""
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=()"
Answer = Callable[[HttpRequest], HttpResponse]


class RequestContext:
    """Gives the request a number and ``request.now``: the clock is read once."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        number = secrets.token_hex(8)
        token = request_id.set(number)
        request.now = current()  # type: ignore[attr-defined]
        try:
            response = self.answer(request)
        finally:
            request_id.reset(token)
        response["X-Request-ID"] = number
        return response


class OneEncoding:
    """Answers 400 to words in any encoding but ours: others cannot be read, or hold signs that no database keeps."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        announced = (request.content_params or {}).get("charset", "utf-8")
        try:
            ours = codecs.lookup(announced).name in {"utf-8", "ascii"}
        except (LookupError, ValueError):
            ours = False
        if not ours:
            raise BadRequest("not in UTF-8")
        return self.answer(request)


class SafeHeaders:
    """A strict content security policy and no reading of content types by guess. A view may set a stricter policy itself."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        response = self.answer(request)
        response.setdefault("Content-Security-Policy", settings.CONTENT_SECURITY_POLICY)
        response.setdefault("Permissions-Policy", PERMISSIONS)
        return response


class Refusals:
    """Shows a refusal that no view caught: what happened, which rule, what to do next."""

    def __init__(self, answer: Answer) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request."""
        if "\0" in request.path_info:
            raise Http404  # no address of ours has one, and PostgreSQL takes none
        return self.answer(request)

    def process_view(
        self,
        request: HttpRequest,  # noqa: ARG002 - Django passes it
        view: Callable[..., HttpResponse],  # noqa: ARG002 - Django passes it
        args: tuple[object, ...],  # noqa: ARG002 - Django passes it
        kwargs: dict[str, object],
    ) -> None:
        """404 for a number in the address that no column can hold; the databases would stumble over it."""
        if any(isinstance(value, int) and value > LARGEST_NUMBER for value in kwargs.values()):
            raise Http404

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page of a Refusal; other errors go on."""
        if not isinstance(exception, Refusal):
            return None
        return render(
            request, "shell/refusal.html", {"refusal": exception}, status=exception.status
        )

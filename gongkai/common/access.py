"""Every view says who may open it: ``public``, ``signed_in`` or ``requires(act)``; a view that says nothing is refused by a test.

Things outside a person's reach answer 404 like things that do not exist, so that refusals tell nothing.
"""

from collections.abc import Callable
from dataclasses import dataclass
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.http import Http404, HttpRequest, HttpResponse

from gongkai.common.permissions import agencies_for, allowed, require

View = Callable[..., HttpResponse]
Finder = Callable[..., Any]
"""Takes the URL's arguments and returns a record with ``agency``; raises Http404."""


@dataclass(frozen=True, slots=True)
class Access:
    """Who may open a view. ``act`` is empty for public pages and for pages that only need somebody signed in.

    ``on`` finds the record that the act is done on; None where it is done on no single record.
    """

    kind: str
    act: str = ""
    on: Finder | None = None


def public(view: View) -> View:
    """Anybody."""
    view.access = Access("public")  # type: ignore[attr-defined]
    return view


def signed_in(view: View) -> View:
    """Anybody with an account."""

    @wraps(view)
    def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if not request.user.is_authenticated:
            return redirect_to_login(request.get_full_path())
        return view(request, *args, **kwargs)

    guarded.access = Access("signed_in")  # type: ignore[attr-defined]
    return guarded


def requires(act: str, *, on: Finder | None = None) -> Callable[[View], View]:
    """Only who may do ``act``: on the record that ``on`` finds, which the view gets instead of the URL's arguments,
    or, without ``on``, on things of at least one organ.
    """

    def decorate(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            if on is None:
                if not agencies_for(request.user, act):
                    require(request.user, act)
                return view(request, *args, **kwargs)
            record = on(*args, **kwargs)
            if not allowed(request.user, act, record.agency):
                raise Http404
            return view(request, record)

        guarded.access = Access("act", act, on)  # type: ignore[attr-defined]
        return guarded

    return decorate

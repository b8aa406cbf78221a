"""How to apply for information, and where to complain: in this version by post, at the counter and by telephone."""

from django.http import HttpRequest, HttpResponse
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.common.clock import law_day
from gongkai.law.periods import period
from gongkai.website.kept import kept
from gongkai.website.pages import Head, page
from gongkai.website.site import current_site

PERIODS = ("clarify", "answer", "extend", "third_party_opinion")


@public
@require_safe
@kept
def apply(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """Who may ask, what a request must say, where it goes, how long an answer takes."""
    site = current_site(request, code)
    today = law_day(request.now)  # type: ignore[attr-defined]
    found = {key: period(key, today) for key in PERIODS}
    return page(request, site, "apply.html", Head("依申请公开", "apply"), periods=found)


@public
@require_safe
@kept
def apply_form(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """A form to be printed and filled in by hand."""
    site = current_site(request, code)
    return page(request, site, "apply_form.html", Head("政府信息公开申请表", "apply"))


@public
@require_safe
@kept
def feedback(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """Where to complain, to suggest, and to report a mistake on the site."""
    site = current_site(request, code)
    return page(request, site, "feedback.html", Head("提意见", "feedback"))

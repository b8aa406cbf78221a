"""Live Q&A for readers: the list, the page of one, asking, and what stands at the address of lines where nothing serves it."""

from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_safe

from gongkai.common.access import public
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent
from gongkai.law.interview_states import ASKING
from gongkai.participation.actions.interview_questions import (
    LONGEST_CONTACT,
    LONGEST_NAME,
    LONGEST_QUESTION,
    ask,
)
from gongkai.participation.interview_pages import is_open, page_of, visible
from gongkai.participation.models import Interview
from gongkai.website.kept import kept
from gongkai.website.limits import STATUS, TOO_OFTEN, within
from gongkai.website.pages import Head, page
from gongkai.website.site import Site, current_site
from gongkai.website.views.applying import MISTAKES, own_page, page_or_form

MOST_PAST = 200
"""Of those that are over the list shows so many."""


class AskForm(forms.Form):
    """A question; name and contact if one likes."""

    text = forms.CharField(
        label="您的问题",
        max_length=LONGEST_QUESTION,
        help_text=f"不超过 {LONGEST_QUESTION} 个字；请不要写身份证号、住址等个人信息",
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": "请写您的问题"},
    )
    name = forms.CharField(
        label="怎样称呼您", required=False, max_length=LONGEST_NAME, help_text="可以不填；不公开"
    )
    contact = forms.CharField(
        label="联系方式",
        required=False,
        max_length=LONGEST_CONTACT,
        help_text="可以不填；不公开，加密保存，只在需要向您了解情况时用",
    )


@public
@require_safe
@kept
def live_list(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """Those that run or are to come, and those that took place."""
    site = current_site(request, code)
    rows = list(visible(site.agency).order_by("-starts_at")[:MOST_PAST])
    now = [row for row in reversed(rows) if is_open(row)]
    past = [row for row in rows if not is_open(row)]
    return page(request, site, "live/list.html", Head("在线访谈", "live"), coming=now, past=past)


def shown_interview(site: Site, number: int) -> Interview:
    """The live Q&A of that number on this organ's site, or 404."""
    found = visible(site.agency).filter(pk=number).first()
    if found is None:
        raise Http404
    return found


@public
@require_safe
@kept
def live(request: HttpRequest, number: int, code: str | None = None) -> HttpResponse:
    """The page as it is now: what is new reaches it by a line where scripts run, by reloading where not."""
    site = current_site(request, code)
    interview = shown_interview(site, number)
    whole = page_of(interview)
    going_on = is_open(interview)
    return page(
        request,
        site,
        "live/page.html",
        Head(f"在线访谈：{interview.topic}", "live"),
        interview=interview,
        whole=whole,
        guests=whole.guests,
        spoken=tuple(reversed(whole.spoken)) if going_on else whole.spoken,
        going_on=going_on,
        asking=interview.state in ASKING,
    )


@public
@page_or_form
def live_ask(request: HttpRequest, number: int, code: str | None = None) -> HttpResponse:
    """Ask; what is typed stays on the page whatever is refused."""
    site = current_site(request, code)
    interview = shown_interview(site, number)
    form = AskForm(sent(request))
    if not form.is_valid():
        return _ask_page(request, site, interview, form, MISTAKES if form.is_bound else 200)
    if not within(request, "ask"):
        form.add_error(None, TOO_OFTEN)
        return _ask_page(request, site, interview, form, STATUS)
    try:
        made = ask(interview=interview, now=request.now, **form.cleaned_data)  # type: ignore[attr-defined]
    except Refusal as refusal:
        form.add_error(None, "。".join(filter(None, (str(refusal), refusal.next_step))))
        return _ask_page(request, site, interview, form, refusal.status)
    return redirect(f"{request.path}?number={made.number}")


def _ask_page(
    request: HttpRequest, site: Site, interview: Interview, form: AskForm, status: int
) -> HttpResponse:
    given = request.GET.get("number", "")
    more: dict[str, Any] = {
        "interview": interview,
        "form": form,
        "asking": interview.state in ASKING,
        "done": given if given.isascii() and given.isdigit() and len(given) < 8 else "",
    }
    return own_page(request, site, "live/ask.html", "提问", status=status, **more)


@public
@require_safe
def live_events(request: HttpRequest, number: int) -> HttpResponse:  # noqa: ARG001  # the address has it
    """The event server answers this address before Django; where it is not mounted, browsers ask no more."""
    return HttpResponse(status=204)

"""The online form of a request: what to know first, a step a page, looking it over, sending it in, the receipt.

Everything is kept on the server from step to step, sealed, and opened by the secret of the link alone.
"""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from gongkai.casework.actions.online import begin_draft, keep_draft_file, save_draft, submit_draft
from gongkai.casework.models import RequestDraft
from gongkai.casework.online import APPLICANT, Fields, code_of, draft_days, fields_of, find_draft
from gongkai.common.access import public
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent, sent_files
from gongkai.files.actions import receive_from_public
from gongkai.law.deadlines import due_of, started
from gongkai.law.workdays import provisional_calendar
from gongkai.website.applying import (
    ABOUT_APPLICANT,
    FILES,
    STEPS,
    form_of,
    missing,
    seems_many,
    texts_of,
    told,
    what_of,
    who_of,
)
from gongkai.website.forms.applying import StepForm
from gongkai.website.limits import STATUS, TOO_OFTEN, within
from gongkai.website.pages import Head, page
from gongkai.website.site import Site, current_site

MISTAKES = 422
page_or_form = require_http_methods(["GET", "HEAD", "POST"])


def own_page(
    request: HttpRequest,
    site: Site,
    template: str,
    title: str,
    *,
    status: int = 200,
    section: str = "apply",
    **more: Any,
) -> HttpResponse:
    """A page for one reader: kept by nobody, found by no search engine."""
    more["csrf_token"] = get_token(request)
    response = page(request, site, template, Head(title, section), status=status, **more)
    response["Cache-Control"] = "private, no-store"
    response["X-Robots-Tag"] = "noindex"
    return response


@public
@page_or_form
def start(request: HttpRequest, code: str | None = None) -> HttpResponse:
    """Answers first; then a draft is begun, with the applicant of an earlier one where ``like`` names it."""
    site, now = current_site(request, code), request.now  # type: ignore[attr-defined]
    if request.method != "POST":
        days = draft_days(site.agency)
        return own_page(request, site, "apply_start.html", "网上申请", days=days)
    if not within(request, "begin"):
        return own_page(
            request, site, "apply_start.html", "网上申请", status=STATUS, refused=TOO_OFTEN
        )
    known: Fields = {}
    secret = request.POST.get("like", "")
    earlier = find_draft(site.agency, secret, law_day(now)) if secret else None
    if earlier:
        found = fields_of(earlier, secret)
        known = {step: found[step] for step in ABOUT_APPLICANT if step in found}
    begun = begin_draft(agency=site.agency, now=now, like=known)
    return redirect(f"{site.root}apply/online/{begun}/{'wanted' if known else 'kind'}/")


def gone(request: HttpRequest, site: Site) -> HttpResponse:
    """No such draft, or no longer: one answer for both."""
    return own_page(request, site, "apply_gone.html", "没有找到这份草稿", status=404)


@public
@page_or_form
def step(request: HttpRequest, key: str, step: str, code: str | None = None) -> HttpResponse:
    """One question a page; what is right is kept, what is wrong is said beside its field."""
    site, now = current_site(request, code), request.now  # type: ignore[attr-defined]
    draft = find_draft(site.agency, key, law_day(now))
    if draft is None or step not in STEPS:
        return gone(request, site)
    if draft.case_id:
        return redirect(f"{site.root}apply/online/{key}/")
    known = fields_of(draft, key)
    if request.method != "POST":
        return step_page(request, site, draft, step, form_of(step, known), key)
    form = form_of(step, known, sent(request), sent_files(request))
    if not within(request, "save"):
        form.add_error(None, TOO_OFTEN)
        return step_page(request, site, draft, step, form, key, STATUS)
    if form.is_valid():
        save_draft(draft=draft, secret=key, step=step, fields=texts_of(form), now=now)
        keep_files(request, draft, form)
    if form.errors:
        return step_page(request, site, draft, step, form, key, MISTAKES)
    return redirect(f"{site.root}apply/online/{key}/{next_of(step, request)}")


def next_of(step: str, request: HttpRequest) -> str:
    """The step that follows, or looking over where that is where the reader came from."""
    order = list(STEPS)
    at = order.index(step) + 1
    last = at == len(order) or (request.POST.get("then") == "check" and step != "kind")
    return "" if last else f"{order[at]}/"


def keep_files(request: HttpRequest, draft: RequestDraft, form: StepForm) -> None:
    """Take in the files of a step; what is wrong with one is said beside its field."""
    for name, (use, title) in FILES.items():
        upload = form.cleaned_data.get(name)
        if upload is None:
            continue
        if not within(request, "file"):
            form.add_error(name, TOO_OFTEN)
            return
        try:
            stored = receive_from_public(
                agency=draft.agency,
                upload=upload,
                title=title,
                permit=APPLICANT,
                now=request.now,  # type: ignore[attr-defined]
            )
        except Refusal as refusal:
            form.add_error(name, "。".join(filter(None, (str(refusal), refusal.next_step))))
        else:
            keep_draft_file(draft=draft, stored=stored, use=use)


def step_page(
    request: HttpRequest,
    site: Site,
    draft: RequestDraft,
    step: str,
    form: StepForm,
    key: str,
    status: int = 200,
) -> HttpResponse:
    """The page of a step."""
    order = list(STEPS)
    return own_page(
        request,
        site,
        "apply_step.html",
        STEPS[step],
        status=status,
        form=form,
        draft=draft,
        key=key,
        step=step,
        steps=STEPS.items(),
        at=order.index(step) + 1,
        back=order[order.index(step) - 1] if step != order[0] else "",
        then="check" if "check" in (request.GET.get("then"), request.POST.get("then")) else "",
        have=[row.file.name for row in draft.files.select_related("file")] if step == "who" else [],
    )


@public
@page_or_form
def draft(request: HttpRequest, key: str, code: str | None = None) -> HttpResponse:
    """Where the link leads: on to what is missing, to looking it over, or to the receipt."""
    site, now = current_site(request, code), request.now  # type: ignore[attr-defined]
    found = find_draft(site.agency, key, law_day(now))
    if found is None:
        return gone(request, site)
    if found.case_id:
        return receipt(request, site, found, key)
    known = fields_of(found, key)
    lacking = missing(known)
    if request.method != "POST" or lacking:
        status = MISTAKES if request.method == "POST" else 200
        return check_page(request, site, found, key, known, status=status)
    if not within(request, "submit"):
        return check_page(request, site, found, key, known, status=STATUS, refused=TOO_OFTEN)
    try:
        submit_draft(draft=found, secret=key, who=who_of(known), what=what_of(known), now=now)
    except Refusal as refusal:
        more = {"status": refusal.status, "refused": str(refusal)}
        return check_page(request, site, found, key, known, **more)
    return redirect(f"{site.root}apply/online/{key}/")


def check_page(
    request: HttpRequest, site: Site, draft: RequestDraft, key: str, known: Fields, **more: Any
) -> HttpResponse:
    """Everything once more, each answer with the way to change it."""
    files = {row.use: row.file.name for row in draft.files.select_related("file")}
    lacking = [(step, STEPS[step]) for step in missing(known)]
    return own_page(
        request,
        site,
        "apply_check.html",
        "核对以后提交",
        draft=draft,
        key=key,
        told=told(known, files),
        lacking=lacking,
        many=seems_many(known),
        address=request.build_absolute_uri(request.path),
        **more,
    )


def receipt(request: HttpRequest, site: Site, draft: RequestDraft, key: str) -> HttpResponse:
    """Number and code, and what comes next: the due date as it would be if receipt were confirmed today."""
    today = law_day(request.now)  # type: ignore[attr-defined]
    return own_page(
        request,
        site,
        "apply_receipt.html",
        "申请回执",
        case=draft.case,
        query_code=code_of(key),
        key=key,
        due=due_of(started(today, provisional_calendar())),
    )

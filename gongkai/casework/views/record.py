"""The page of one case: what is asked, where it stands, until when and why, what came and went, what may be done next."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.audit.queries import history
from gongkai.casework.actions.proposing import released
from gongkai.casework.letters.kinds import loose_kinds
from gongkai.casework.models import Case, CaseNotice
from gongkai.casework.next_acts import NOTICE_OF, Button, buttons
from gongkai.casework.published import suggested
from gongkai.casework.recipients import open_media
from gongkai.casework.redacting import can_be_redacted
from gongkai.casework.repeats import alike
from gongkai.casework.timeline import time_line
from gongkai.casework.views.finding import on_case
from gongkai.common.clock import law_day
from gongkai.common.permissions import allowed
from gongkai.law.case_states import find_move

WAY = (("arrived", "确认收到"), ("in_work", "办理"), ("replied", "答复"), ("archived", "归档"))
_AT = {"awaiting_correction": "in_work", "awaiting_payment": "in_work", "withdrawn": "replied"}


@on_case("casework.view")
def record(request: HttpRequest, case: Case) -> HttpResponse:
    """Everything about the case, for whoever may see it; personal data masked."""
    today, person = law_day(request.now), request.user
    notices = list(case.notices.select_related("fee"))
    open_acts = _not_under_way(buttons(case, "case", person, today), notices)
    context = {
        "case": case,
        "line": time_line(case, today),
        "acts": [each for each in open_acts if not each.refused and not each.rare],
        "rare": [each for each in open_acts if not each.refused and each.rare],
        "refused": [each for each in open_acts if each.refused],
        **_replies(case, person, today),
        "notices": _with_acts(notices, "notice", person, today),
        "consultations": _with_acts(case.consultations.all(), "consultation", person, today),
        "services": _with_acts(
            case.services.select_related("notice", "repeated_by", "delivery"),
            "service",
            person,
            today,
        ),
        "tellings": case.tellings.all(),
        **_papers(case, today),
        "letters": case.letters.select_related("number"),
        "may_draft_letter": allowed(person, "casework.handle", case.agency) and loose_kinds(case),
        "remedies": _with_acts(case.remedies.all(), "remedy", person, today),
        "events": _with_acts(case.events.select_related("replaced_by"), "event", person, today),
        "way": WAY,
        "at": _AT.get(case.state, case.state),
        **_likes(case, person),
        "may_handle": allowed(person, "casework.handle", case.agency),
        "may_read": case.applicant.sealed
        and allowed(person, "casework.read_personal", case.agency),
        "watching": case.people.filter(person=person, part="watcher").exists(),
        "history": history(case),
    }
    return render(request, "casework/case.html", context)


def _not_under_way(acts: list[Button], notices: Iterable[CaseNotice]) -> list[Button]:
    """Without the acts whose notice is under way already: what is next to be done with it stands in its own row."""
    begun = {each.kind for each in notices if each.is_under_way}
    return [each for each in acts if NOTICE_OF.get(each.row.key) not in begun]


def _likes(case: Case, person: User) -> dict[str, Any]:
    """What is tied to the case; while it is open, earlier requests like it, and published items that may answer it."""
    tied = list(case.items.select_related("item__agency"))
    if not case.is_open:
        proposed = any(tie.kind == "published" for tie in tied)
        return {"items": tied, "proposable": not proposed and released(case) is not None}
    found = alike(case, person)
    return {
        "items": tied,
        "alike": [each for each in found if not each.case.outcome],
        "answered": [each for each in found if each.case.outcome],
        "suggested": [] if tied else suggested(case),
    }


def _with_acts(
    rows: Iterable[Any], on: str, person: User, today: date
) -> list[tuple[Any, list[Button]]]:
    return [(row, buttons(row, on, person, today)) for row in rows]


def _replies(case: Case, person: User, today: date) -> dict[str, Any]:
    """The reply in work with what may be done with it, and the others."""
    reply, others = case.decision, case.decisions.exclude(pk=case.decision_id)
    return {
        "reply": reply,
        "reply_acts": buttons(reply, "decision", person, today) if reply else [],
        "deliver": _deliver(case, person),
        "draft": _draft(case, person, today),
        "replies": others.prefetch_related("parts", "files__paper"),
    }


def _papers(case: Case, today: date) -> dict[str, Any]:
    """The papers, and which of them can be blacked out now: none of our own letters."""
    papers = list(case.papers.select_related("file"))
    is_open = find_move("decide", case.state, today) is not None
    return {
        "papers": papers,
        "redactable": {
            paper.pk
            for paper in papers
            if is_open and paper.use != "letter" and can_be_redacted(paper)
        },
        "redacted": any(paper.use == "given" for paper in papers),
    }


def _deliver(case: Case, person: User) -> str:
    """Where the signed reply is sent online or by e-mail, for whoever may; "" where neither is open."""
    if case.decision is None or case.decision.state != "signed" or not open_media(case):
        return ""
    if not allowed(person, "casework.handle", case.agency):
        return ""
    return reverse("casework:deliver_reply", kwargs={"pk": case.decision.pk})


def _draft(case: Case, person: User, today: date) -> str:
    """Where a reply is drafted or changed, for whoever may; "" where it is not open."""
    may = allowed(person, "casework.handle", case.agency)
    if not may or find_move("decide", case.state, today) is None:
        return ""
    if case.decision is None:
        return reverse("casework:draft_reply", kwargs={"pk": case.pk})
    if case.decision.state != "draft":
        return ""
    return reverse("casework:save_reply", kwargs={"pk": case.decision.pk})

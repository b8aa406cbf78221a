"""Drafting a reply: first the outcome of 表三, with what it presupposes; then what that outcome asks for."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.casework import actions
from gongkai.casework.forms.reply import ReplyForm
from gongkai.casework.models import Case, Decision
from gongkai.casework.redacting import parts_from_redactions
from gongkai.casework.replies import BY_ITSELF, Reply, facts_of, reply_of, row_of
from gongkai.casework.views.acts import TEMPLATE, CasePage, require_seen
from gongkai.casework.views.finding import decision_of, on_case
from gongkai.common.act_pages import show_act
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal
from gongkai.law.case_states import cite_of, find_move
from gongkai.law.outcome_needs import Need, unmet
from gongkai.law.outcomes import OUTCOMES
from gongkai.law.record_corrections import CORRECTION_RESULTS

HELP = (
    "先选处理决定：每一项对应年度报告表三的一格。缺的内容可以以后补，送审时逐项检查。",
    "例：提供文件的，选“可以公开，提供该政府信息”，写明信息清单。",
)


@dataclass(frozen=True, slots=True)
class Choice:
    """One outcome to choose, with what is missing for it today."""

    row: Any
    needs: tuple[Need, ...]


@on_case("casework.handle")
def draft_reply(request: HttpRequest, case: Case) -> HttpResponse:
    """拟作答复"""
    today = law_day(request.now)
    if case.decision_id:
        return redirect("casework:case", pk=case.pk)
    if request.method != "POST" and find_move("decide", case.state, today) is None:
        raise Refusal(
            f"现在是“{case.state_label}”，不能拟作答复",
            cite=cite_of("decide"),
            next_step="回到这一件，看看它现在的情况",
        )
    key = request.GET.get("outcome", "")
    if not key:
        context = {"case": case, "choices": _choices(case, today), "help": HELP}
        return render(request, "casework/outcomes.html", context)

    def act(*, by: Any, now: Any, form: ReplyForm, **said: Any) -> object:
        require_seen(case, said["seen_version"])
        return actions.draft_reply(
            case=case, reply=form.reply(said), by=by, now=now, seen_version=case.version
        )

    return _form_page(request, case, key, act)


@on_case("casework.handle", decision_of)
def save_reply(request: HttpRequest, decision: Decision) -> HttpResponse:
    """修改答复"""
    if request.method != "POST" and decision.state != "draft":
        raise Refusal(
            f"答复现在是“{decision.state_label}”，不能修改",
            cite=cite_of("decide"),
            next_step="先收回，或者请审核人退回",
        )

    def act(*, by: Any, now: Any, form: ReplyForm, **said: Any) -> object:
        require_seen(decision.case, said["seen_version"])
        return actions.save_reply(
            decision=decision,
            reply=form.reply(said),
            by=by,
            now=now,
            seen_version=decision.case.version,
        )

    return _form_page(request, decision.case, decision.outcome, act, decision)


def _form_page(
    request: HttpRequest, case: Case, key: str, act: Any, decision: Decision | None = None
) -> HttpResponse:
    row, made = row_of(case, key), []

    def make(data: Any) -> ReplyForm:
        shown = reply_of(decision) if decision else _begun(case, key)
        form = ReplyForm(
            data,
            outcome=key,
            shown=shown,
            subject=case,
            today=law_day(request.now),
            initial={"seen_version": case.version},
        )
        made.append(form)
        return form

    page = CasePage(
        f"拟作答复：{getattr(row, 'decision', '')}" if decision is None else "修改答复",
        button="存为草稿",
        intro=f"{row.decision}。写好以后在这一件的页面上送审。",
        help=(*HELP, f"依据：{row.cite}。{row.doubt}"),
        cite=row.cite,
        case=case,
    )
    back = reverse("casework:case", kwargs={"pk": case.pk})
    bound = lambda **said: act(form=made[0], **said)  # noqa: E731  # the form that was sent is made first
    return show_act(request, page, make, bound, back=back, of=case, template=TEMPLATE)


def _begun(case: Case, key: str) -> Reply | None:
    """What a new reply begins with: the list of what the blacked-out papers of the case withhold, where part of it is given."""
    parts = parts_from_redactions(case) if key == "partly_granted" else ()
    return Reply(key, "", parts=parts) if parts else None


def _choices(case: Case, today: date) -> list[Choice]:
    """The outcomes that the law of the day knows, with what each still lacks."""
    rows = CORRECTION_RESULTS if case.kind == "correction" else OUTCOMES
    facts = facts_of(case, None, today)
    found = [row for row in rows if row.key != BY_ITSELF and row.in_force.covers(today)]
    return [Choice(row, _needs(row.key, facts)) for row in found]


def _needs(key: str, facts: Any) -> tuple[Need, ...]:
    """What is missing; which earlier case is meant is chosen on the next page."""
    rows = unmet(key, facts) if facts else ()
    return tuple(need for need in rows if need.key != "earlier_reply")

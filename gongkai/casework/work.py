"""What waits for a person among the requests, and what the desk's search finds: filled into the registries of ``common``."""

from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.db.models import Q
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.casework import queries
from gongkai.casework.actions.remedies import NO_ANSWER_DAY
from gongkai.casework.lights import Reminders, lamp, lamp_on, reminders_of
from gongkai.casework.models import Case, CaseNotice, Remedy
from gongkai.casework.moves import unseen
from gongkai.common.clock import law_day
from gongkai.common.desk_search import Hit
from gongkai.common.work import WorkItem

KIND = "casework"
MOST_WORDS = 8


def waiting(person: User, now: datetime) -> list[WorkItem]:
    """What the person has to do: handle, review, sign, approve; each with its reason and the button that opens it."""
    today = law_day(now)
    mine, review, sign = (
        queries.for_clerk(person),
        queries.to_review(person),
        queries.to_sign(person),
    )
    approve = queries.to_approve(person)
    remedies = queries.remedies_to_answer(person)
    organs = {case.agency_id for case in (*mine, *review, *sign, *(row.case for row in remedies))}
    own = reminders_of(organs)
    return [
        *(_line(case, today, own, *_handled(case)) for case in mine if _turn(case, today)),
        *(_line(case, today, own, "答复等您审核", "审核", "review_reply") for case in review),
        *(_line(case, today, own, "答复已审核，等您签发", "签发", "sign_reply") for case in sign),
        *(_notice_line(notice, today, own) for notice in approve),
        *(_remedy_line(remedy, today, own) for remedy in remedies),
        *_moved(person),
        *_to_erase(person, today),
    ]


def _turn(case: Case, today: date) -> bool:
    """Whether the handler has something to do: not while the applicant, the reviewer or the signer is waited for."""
    if case.decision and case.decision.state in {"in_review", "to_sign"}:
        return False
    return not (case.lapses_on and today <= case.lapses_on)


def _handled(case: Case) -> tuple[str, str, str]:
    """Why it waits for the handler, the words on the button, and the page: "" for the case itself."""
    if case.state == "arrived":
        return "还没有与申请人确认收到", "确认收到", "confirm_receipt"
    if case.lapses_on:
        return "申请人逾期没有补正或者缴费", "看看怎样答复", ""
    if case.decision and case.decision.state == "signed":
        return "答复已签发，等您送达", "送达", "serve_reply"
    if case.decision and case.decision.remark:
        return f"答复退回修改：{case.decision.remark[:60]}", "修改", ""
    whose = "您承办的" if case.handler_id else "还没有分给承办人"
    return f"{whose}，还没有答复", "办理", ""


def _line(case: Case, today: date, own: Reminders, reason: str, act: str, page: str) -> WorkItem:
    light = lamp(case, today, own)
    pk = case.decision_id if page.endswith("_reply") else case.pk
    return WorkItem(
        kind=KIND,
        title=f"{case} {case.title}",
        reason=reason,
        next_act=act,
        url=reverse(f"casework:{page or 'case'}", kwargs={"pk": pk}),
        agency_name=case.agency.name,
        due=light.day,
        days_left=light.left,
        light=light.light,
        since=case.changed_at,
        stage=light.stage,
    )


def _notice_line(notice: CaseNotice, today: date, own: Reminders) -> WorkItem:
    case, light = notice.case, lamp(notice.case, today, own)
    return WorkItem(
        kind=KIND,
        title=f"{case} {case.title}",
        reason=f"{notice.proposed_by}提请：{notice.row.title}，等您决定",
        next_act="决定",
        url=reverse("casework:approve_notice", kwargs={"pk": notice.pk}),
        agency_name=case.agency.name,
        due=light.day,
        days_left=light.left,
        light=light.light,
        since=notice.proposed_at,
        stage=light.stage,
    )


def _moved(person: User) -> Iterator[WorkItem]:
    """One line for all dates that moved with the calendar, until the person has seen them."""
    number = unseen(person).order_by().count()
    if number:
        yield WorkItem(
            kind=KIND,
            title=f"{number} 件申请的期限变了",
            reason="放假安排有变化，重新计算了期限",
            next_act="看一看",
            url=reverse("casework:moved"),
            light="soon",
        )


def _to_erase(person: User, today: date) -> Iterator[WorkItem]:
    """One line for all files whose personal data have been kept as long as the organ set."""
    number = queries.to_erase(person, today).order_by().count()
    if number:
        yield WorkItem(
            kind=KIND,
            title=f"{number} 件办结申请的个人信息保存到期",
            reason="本机关规定的保存期限已到，等您决定是否销毁",
            next_act="看一看",
            url=reverse("casework:erasures"),
        )


def _remedy_line(remedy: Remedy, today: date, own: Reminders) -> WorkItem:
    case, light = remedy.case, lamp_on(remedy.answer_due, today, own.get(remedy.case.agency_id))
    what = "答复" if remedy.procedure == "reconsideration" else "答辩"
    reason = f"{remedy.get_procedure_display()}，{remedy.body}，还没有{what}"
    if remedy.answer_due is None:
        reason += f"；{NO_ANSWER_DAY}"
    return WorkItem(
        kind=KIND,
        title=f"{case} {case.title}",
        reason=reason,
        next_act=what,
        url=f"{reverse('casework:case', kwargs={'pk': case.pk})}#remedies",
        agency_name=case.agency.name,
        due=light.day,
        days_left=light.left,
        light=light.light if remedy.answer_due else "soon",
        since=remedy.at,
        stage=light.stage,
    )


def hits(person: User, words: str, most: int) -> list[Hit]:
    """Requests by number or by what is asked for; the applicant is not searched and not shown."""
    wanted = words.replace("\0", "").split()[:MOST_WORDS]
    rows = queries.cases(person)
    for word in wanted:
        rows = rows.filter(Q(number__number__icontains=word) | Q(title__icontains=word))
    return list(_hits(rows.order_by("-registered_at")[:most])) if wanted else []


def _hits(rows: Iterable[Case]) -> Iterator[Hit]:
    for case in rows:
        url = reverse("casework:case", kwargs={"pk": case.pk})
        yield Hit("申请", f"{case} {case.title}", url, case.state_label)

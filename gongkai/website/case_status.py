"""Where a request stands, in the words of its applicant: what the status page says, and what it offers to do.

The link to a request, given for number and code, says which one it is and ends after half an hour.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from django.core import signing

from gongkai.agencies.models import Agency
from gongkai.casework.actions.by_applicant import BEFORE_RECEIPT
from gongkai.casework.clock import due_on
from gongkai.casework.models import Case, CaseNotice
from gongkai.casework.online import parts_of
from gongkai.law.deadlines import Due
from gongkai.law.service_ways import WAYS

MINUTES = 30
SALT = "gongkai.website.case_status"
WORDS: Mapping[str, str] = {
    "arrived": "申请已经到了，工作人员会与您联系，双方确认收到以后开始计算答复期限。",
    "in_work": "正在办理。",
    "awaiting_correction": "申请写得还不够清楚，请您补正；补正以后重新计算答复期限。",
    "awaiting_payment": "请您缴纳信息处理费；缴清以后重新计算答复期限。",
    "replied": "已经答复。",
    "withdrawn": "您已经撤回这份申请。",
    "archived": "已经办结。",
    "split": "您的申请里有几件事，已经拆成几份分别办理，各份办到哪里列在下面；用各份的编号和原来的查询码也可以查。",
    "voided": "这个编号已经作废，没有在办理；有疑问请与工作人员联系。",
}
WITHDRAWABLE = ("arrived", "in_work", "awaiting_correction", "awaiting_payment")
_WAYS = {row.key: row.label for row in WAYS}


def token_of(case: Case) -> str:
    """The link's last part."""
    return signing.dumps(case.pk, salt=SALT)


def case_of(agency: Agency, token: str) -> Case | None:
    """The request of a link; None where the link is over, made up, or of another organ."""
    try:
        pk = signing.loads(token, salt=SALT, max_age=MINUTES * 60)
    except signing.BadSignature:
        return None
    return Case.objects.select_related("agency", "number").filter(agency=agency, pk=pk).first()


@dataclass(frozen=True, slots=True)
class Standing:
    """What the page says. ``answer``: which notice the applicant may answer online, "" for none."""

    words: str
    due: Due | None
    notices: tuple[CaseNotice, ...]
    asked: CaseNotice | None
    fee: CaseNotice | None
    replies: tuple[str, ...]
    withdrawable: bool
    parts: tuple["Part", ...] = ()


@dataclass(frozen=True, slots=True)
class Part:
    """One part of a request that was split: where its own page is, and where it stands."""

    case: Case
    token: str
    words: str
    due: Due | None


def standing_of(case: Case, today: date) -> Standing:
    """Where it stands today."""
    sent = tuple(case.notices.filter(state="issued", round=case.round).select_related("fee"))
    asked = _asked(case, sent)
    fee = next((row for row in sent if row.kind == "fee"), None)
    return Standing(
        words=words_of(case),
        due=due_on(case, today) if case.is_open else None,
        notices=tuple(row for row in sent if row.row.to == "applicant"),
        asked=asked,
        fee=fee if case.state == "awaiting_payment" else None,
        replies=tuple(_served(case)),
        withdrawable=case.state in WITHDRAWABLE,
        parts=tuple(_part(each, today) for each in parts_of(case) if each.state != "split"),
    )


def words_of(case: Case) -> str:
    """Where it stands in a sentence."""
    if case.state == "voided" and case.number.void_reason == BEFORE_RECEIPT:
        return WORDS["withdrawn"]
    return WORDS[case.state]


def _part(case: Case, today: date) -> Part:
    return Part(case, token_of(case), words_of(case), due_on(case, today) if case.is_open else None)


def _asked(case: Case, sent: tuple[CaseNotice, ...]) -> CaseNotice | None:
    """The notice that waits for the applicant's words."""
    open_kinds = {"reasons"} if case.is_open else set()
    if case.state == "awaiting_correction":
        open_kinds.add("clarification")
    waiting = (row for row in sent if row.kind in open_kinds and row.answered_on is None)
    return next(waiting, None)


def _served(case: Case) -> list[str]:
    """The replies that went out: when and how."""
    rows = case.services.filter(decision__isnull=False, failed_on=None).order_by("pk")
    return [f"{row.sent_on:%Y年%m月%d日}，{_WAYS[row.way]}" for row in rows]

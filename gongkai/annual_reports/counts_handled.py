"""What became of requests in a year beyond the form: by channel, delays, days, fees; counted from the cases. Reads only."""

from collections import Counter
from collections.abc import Mapping
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from typing import Any

from django.db.models import Count as Number
from django.db.models import Exists, F, OuterRef, QuerySet

from gongkai.agencies.models import Agency
from gongkai.annual_reports.counts import Count
from gongkai.casework.behind import GROUPS, standing
from gongkai.casework.board import workdays
from gongkai.casework.counting import concluded, fee_totals, received, remedies_of
from gongkai.casework.models import Case, CaseNotice
from gongkai.law.annual_report import Figure
from gongkai.law.citation import Cite
from gongkai.law.receipt import CHANNELS

GROUP = "依申请公开"
_CHANNELS = {row.channel: row.label for row in CHANNELS}


def extended(agency: Agency, year: int, last: date) -> QuerySet[Case]:
    """Concluded in the year after an extension that holds."""
    held = Exists(standing("extend").filter(case=OuterRef("pk")))
    return concluded(agency, year, last).filter(held)


def late(agency: Agency, year: int, last: date) -> QuerySet[Case]:
    """Concluded in the year after their last day; not those that have a further round, whose clock runs anew."""
    return concluded(agency, year, last).filter(round=1, closed_on__gt=F("due_on"))


def _notices(agency: Agency, kind: str, year: int, last: date) -> QuerySet[CaseNotice]:
    span = (date(year, 1, 1), last)
    return CaseNotice.objects.filter(
        case__agency=agency, kind=kind, state="issued", issued_on__range=span
    )


def clarified(agency: Agency, year: int, last: date) -> QuerySet[CaseNotice]:
    """Requests to complete an application that were sent in the year."""
    return _notices(agency, "clarification", year, last)


def charged(agency: Agency, year: int, last: date) -> QuerySet[CaseNotice]:
    """Fee notices sent in the year."""
    return _notices(agency, "fee", year, last)


def read(agency: Agency, year: int, last: date) -> Mapping[str, Figure]:
    """All counts of this module: nine queries, whatever the number of cases."""
    fees = fee_totals(agency, year)
    return {
        **_by_channel(agency, year, last),
        **_closed(agency, year, last),
        "extended": extended(agency, year, last).count(),
        "answered_late": late(agency, year, last).count(),
        "clarified": clarified(agency, year, last).count(),
        "remedies": remedies_of(agency, year, last).count(),
        "fee_notices": fees["notices"],
        "fees_asked": fees["asked"],
        "fees_paid": fees["paid"],
    }


def _by_channel(agency: Agency, year: int, last: date) -> dict[str, Figure]:
    rows = received(agency, year, last).order_by().values_list("channel")
    found = dict(rows.annotate(number=Number("pk")))
    named = {f"channel·{label}": found.get(key, 0) for key, label in _CHANNELS.items()}
    return {"received": sum(found.values()), **named}


def _closed(agency: Agency, year: int, last: date) -> dict[str, Figure]:
    """By how they ended, and how long it took: one query for the different days and outcomes."""
    rows = concluded(agency, year, last).order_by()
    groups = rows.values_list("outcome", "received_on", "closed_on").annotate(number=Number("pk"))
    outcomes: Counter[str] = Counter()
    days: Counter[int] = Counter()
    for outcome, start, end, number in groups:
        outcomes[outcome] += number
        if (took := workdays(start, end)) is not None:
            days[took] += number
    ended = {f"ended·{name}": sum(outcomes[k] for k in keys) for name, keys in GROUPS.items()}
    return {"closed": outcomes.total(), **ended, "days": _mean(days)}


def _mean(days: Counter[int]) -> Figure:
    """The average with one decimal; None where nothing was concluded."""
    if not days:
        return None
    total = sum(day * number for day, number in days.items())
    return (Decimal(total) / days.total()).quantize(Decimal("0.1"), ROUND_HALF_UP)


def _count(key: str, name: str, definition: str, cite: Cite, unit: str = "件", **more: Any) -> Count:  # fmt: skip
    return Count(key, name, GROUP, definition, cite, unit, read, page="casework:cases", **more)


COUNTS = (
    _count("received", "收到申请", "本年新收的申请，以收到申请之日为准；拆分的按拆出的件计，原件不计", Cite("条例", 31), rows=received),
    _count("channel", "申请渠道", "本年新收的申请，按提交的渠道", Cite("条例", 31), by=True),
    _count("closed", "办结申请", "本年第一次答复或者办结的申请，以答复之日为准", Cite("条例", 33), rows=concluded),
    _count("ended", "办结结果", "本年办结的申请，按办理结果的类别；重新答复不另计", Cite("条例", 36), by=True),
    _count("days", "平均办理天数", "本年办结的申请自收到次日到答复日的平均工作日数，补正、征求意见的时间不扣除", Cite("条例", 33), "天"),
    _count("extended", "延期答复", "本年办结的申请中，经批准延长过答复期限的", Cite("条例", 33, 2), rows=extended),
    _count("answered_late", "逾期答复", "本年办结的申请中，晚于答复最后一日的；有重新答复的不在内", Cite("条例", 33), rows=late),
    _count("clarified", "补正告知", "本年发出的补正告知书", Cite("条例", 30), "次", rows=clarified),
    _count("remedies", "复议诉讼案件", "表四计入本年的行政复议、行政诉讼案件", Cite("条例", 51), rows=remedies_of),
    _count("fee_notices", "收费通知", "本年发出的收费通知", Cite("条例", 42), rows=charged),
    _count("fees_asked", "收费通知金额", "本年发出的收费通知要求缴纳的信息处理费", Cite("信息处理费办法", 6), "元"),
    _count("fees_paid", "实收信息处理费", "本年实际收到的信息处理费，以缴费之日为准", Cite("信息处理费办法", 6), "元"),
)  # fmt: skip

"""Public consultations (公开征求意见): their kinds with the shortest period, how points are answered, hearings, the day of the outcome.

The last day is explained in steps. Not here: their states (``public_consultation_states``), and consulting third parties on a
request (``consultations``).
"""

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from gongkai.law.catalogue import OrganKind
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce
from gongkai.law.periods import Months, last_day, months_later, period
from gongkai.law.steps import Step, departures_in_words, in_words, without_weekday
from gongkai.law.units import Days, Workdays
from gongkai.law.workdays import Calendar

KindKey = Literal["major_decision", "normative_document", "business_document", "other_matter"]
AnswerKey = Literal["adopted", "partly_adopted", "not_adopted", "already_provided", "unrelated"]

_SINCE_2019 = InForce(date(2019, 9, 1))
_OGI = InForce(date(2019, 5, 15))
_INDICATORS = InForce(date(2021, 12, 31))
_PERIOD = Cite("决策程序条例", 15, 1)


@dataclass(frozen=True, slots=True)
class Kind:
    """What the public is asked about. ``period`` is a key of ``periods``: the shortest time; "" where none is set."""

    key: KindKey
    label: str
    period: str
    cite: Cite
    in_force: InForce
    doubt: str = ""


KINDS: tuple[Kind, ...] = (
    Kind("major_decision", "重大行政决策", "public_consultation", _PERIOD, _SINCE_2019),
    Kind("normative_document", "行政规范性文件", "normative_consultation", Cite("法治政府示范指标", part="第24项"), _INDICATORS, "按示范指标的要求；国务院办公厅的通知未能核对原文"),
    Kind("business_document", "与市场主体生产经营密切相关的行政规范性文件", "business_consultation", Cite("法治政府示范指标", part="第24项"), _INDICATORS, "按示范指标的要求；国务院办公厅的通知未能核对原文"),
    Kind("other_matter", "其他事项", "", Cite("条例", 19), _OGI, "没有规定期限，由机关定"),
)


@dataclass(frozen=True, slots=True)
class Answer:
    """How the organ answers a point that the public made. ``reason``: it must be said why. ``taken_up``: it changes the draft."""

    key: AnswerKey
    label: str
    reason: bool
    taken_up: bool
    cite: Cite
    in_force: InForce = _SINCE_2019
    doubt: str = ""


_WORDS = "《决策程序条例》只要求充分采纳合理意见、说明采纳情况，没有规定分几种"
ANSWERS: tuple[Answer, ...] = (
    Answer("adopted", "采纳", reason=False, taken_up=True, cite=Cite("决策程序条例", 18), doubt=_WORDS),
    Answer("partly_adopted", "部分采纳", reason=True, taken_up=True, cite=Cite("决策程序条例", 18), doubt=_WORDS),
    Answer("not_adopted", "不采纳", reason=True, taken_up=False, cite=Cite("决策程序条例", 18), doubt=_WORDS),
    Answer("already_provided", "已有规定", reason=True, taken_up=False, cite=Cite("决策程序条例", 18), doubt=_WORDS),
    Answer("unrelated", "与主题无关", reason=False, taken_up=False, cite=Cite("决策程序条例", 18), doubt=_WORDS),
)


@dataclass(frozen=True, slots=True)
class Reach:
    """Which organs the regulation on major decisions binds, and how."""

    organs: tuple[OrganKind, ...]
    how: str
    cite: Cite
    in_force: InForce = _SINCE_2019


REACHES: tuple[Reach, ...] = (
    Reach(("provincial_government", "city_government", "county_government"), "适用", Cite("决策程序条例", 2)),
    Reach(("provincial_department", "city_department", "county_department", "township_government"), "参照执行", Cite("决策程序条例", 42)),
)


@dataclass(frozen=True, slots=True)
class OutcomeRule:
    """Until when the outcome is published where the organ has set nothing else."""

    length: Months
    cite: Cite
    in_force: InForce
    doubt: str


OUTCOME_RULE = OutcomeRule(Months(1), Cite("决策程序条例", 18), _SINCE_2019, "法律没有规定公布结果的期限；一个月凭记忆取自各地网站检查的做法，机关可以自定")


@dataclass(frozen=True, slots=True)
class PaperRule:
    """What must be public, or with the participants, before a hearing."""

    key: str
    label: str
    cite: Cite
    in_force: InForce = _SINCE_2019
    doubt: str = ""


HEARING_RULES: tuple[PaperRule, ...] = (
    PaperRule("draft_published", "提前公布决策草案及其说明等材料，明确时间、地点", Cite("决策程序条例", 16, 2)),
    PaperRule("selection_published", "需要遴选听证参加人的，提前公布遴选办法", Cite("决策程序条例", 16, 3)),
    PaperRule("participants_published", "听证参加人名单提前向社会公布", Cite("决策程序条例", 16, 3), doubt="提前多少日，《决策程序条例》没有写明"),
    PaperRule("record_signed", "听证参加人确认听证会记录并签字", Cite("决策程序条例", 17, None, 3)),
)


@dataclass(frozen=True, slots=True)
class Ends:
    """The last day of a consultation with its reasons. ``shortest`` is the earliest last day by the rule; None without one."""

    day: date
    shortest: date | None
    steps: tuple[Step, ...]
    doubt: str

    @property
    def is_short(self) -> bool:
        """Whether it ends before the rule lets it, so that the reason must be published with it."""
        return self.shortest is not None and self.day < self.shortest


_KINDS = {row.key: row for row in KINDS}
_ANSWERS = {row.key: row for row in ANSWERS}


def kind(key: str) -> Kind:
    """The kind of that key; raises KeyError."""
    return _KINDS[key]  # type: ignore[index]  # an unknown key raises, as said


def answer(key: str) -> Answer:
    """The answer of that key; raises KeyError."""
    return _ANSWERS[key]  # type: ignore[index]  # an unknown key raises, as said


def reach(organ: str) -> Reach | None:
    """Whether the regulation binds an organ of that kind, or is followed by analogy; None where it says nothing of it."""
    return next((row for row in REACHES if organ in row.organs), None)


def shortest_end(key: str, opened: date, calendar: Calendar) -> date | None:
    """The earliest last day of a consultation opened on a day (itself not counted); None where no rule sets one.

    Raises NoRuleInForce, and CalendarNotPublished outside the calendar.
    """
    row = kind(key)
    return last_day(period(row.period, opened), opened, calendar) if row.period else None


def ends(key: str, opened: date, days: int, calendar: Calendar) -> Ends:
    """The last day of a consultation of so many days, opened on a day which is itself not counted; it runs to the end of that day."""
    row, end = kind(key), opened + timedelta(days=days)
    steps = [Step(end, f"自{without_weekday(opened)}公布之日的次日起{Days(days)}，最后一日是{in_words(end)}，到当日24时截止。", row.cite)]
    shortest = shortest_end(key, opened, calendar)
    if shortest is None:
        return Ends(end, None, tuple(steps), row.doubt)
    rule = period(row.period, opened)
    said = departures_in_words(calendar, opened, shortest) if isinstance(rule.length, Workdays) else ""
    steps.append(Step(shortest, f"一般不少于{rule.length}，即不早于{in_words(shortest)}；提前的，公布时应当说明理由。{said}", rule.cite))
    return Ends(end, shortest, tuple(steps), rule.doubt)


def outcome_due(closed: date, own_days: int | None) -> date:
    """The last day for publishing the outcome: by the organ's own number of days, else by the default."""
    return closed + timedelta(days=own_days) if own_days is not None else months_later(closed, OUTCOME_RULE.length.number)


def papers_due(held: date) -> date:
    """The last day on which the papers may reach the participants of a hearing held on a day; raises NoRuleInForce."""
    length = period("hearing_papers", held).length
    if not isinstance(length, Days):
        raise TypeError(f"听证会材料的期限不以日计算：{length}")
    return held - timedelta(days=length.number)

"""The paragraphs of a letter that say how to seek a remedy, computed from the decision, the organ's place in the tree and the day.

Where the law is silent or could not be checked the answer says its doubt; where an organ cannot be named it is ``blocked``.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongkai.law.catalogue.item import ORGAN_LABELS, OrganKind
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, NoRuleInForce, row_in_force, rows_in_force
from gongkai.law.letters.kinds import letter
from gongkai.law.letters.wording import named
from gongkai.law.outcomes import Remedy, RemedyOrder, outcome, remedy_of
from gongkai.law.periods import last_day, period
from gongkai.law.reconsideration_organs import (
    ITSELF,
    OrganMissing,
    OrganPlace,
    organs_for,
    rule_for,
)
from gongkai.law.steps import Step, in_words
from gongkai.law.workdays import Calendar

_SINCE_2019 = InForce(date(2019, 5, 15))
_IN_PART = ("partly_granted",)
_SINCE_2024 = InForce(date(2024, 1, 1))


@dataclass(frozen=True, slots=True)
class LetterRemedy:
    """The remedy against a letter that ends no request."""

    letter: str
    remedy: Remedy
    cite: Cite
    in_force: InForce = _SINCE_2019


@dataclass(frozen=True, slots=True)
class CourtRule:
    """Which courts hear a first lawsuit against some organs."""

    organs: tuple[OrganKind, ...]
    courts: str
    cite: Cite
    in_force: InForce


@dataclass(frozen=True, slots=True)
class AlsoTold:
    """What is told besides the order and the periods: of what is served online, of organs that review their own acts."""

    rule: str
    cite: Cite
    in_force: InForce


def _either(doubt: str = "") -> Remedy:
    tell = "可以依法申请行政复议，也可以依法提起行政诉讼"
    return Remedy("either", (), tell, Cite("条例", 51), _SINCE_2019, doubt)


LETTER_REMEDIES: tuple[LetterRemedy, ...] = (
    LetterRemedy("disclosure_notice", _either(), Cite("条例", 51)),
    LetterRemedy("correction_refusal", _either("法释〔2025〕8号只核对到第三条，对不予更正起诉的规定没有核对"), Cite("条例", 51)),
    LetterRemedy("correction_elsewhere", _either("法释〔2025〕8号只核对到第三条，对此类告知起诉的规定没有核对"), Cite("条例", 51)),
)
_HIGHER_COURT: tuple[OrganKind, ...] = ("central_department", "provincial_government", "city_government", "county_government")
COURT_RULES: tuple[CourtRule, ...] = (
    CourtRule(_HIGHER_COURT, "中级人民法院", Cite("行政诉讼法", 15, None, 1), InForce(date(2017, 7, 1))),
    CourtRule(tuple(kind for kind in ORGAN_LABELS if kind not in _HIGHER_COURT), "基层人民法院", Cite("行政诉讼法", 14), InForce(date(2017, 7, 1))),
)
ONLINE = AlsoTold("通过互联网渠道送达行政行为决定书的，应当同时提供提交行政复议申请书的互联网渠道", Cite("复议法", 22, 2), _SINCE_2024)
_RULING = "对行政复议决定不服的，可以依法提起行政诉讼，也可以向国务院申请裁决，国务院依法作出的裁决为最终裁决"
RULINGS: tuple[AlsoTold, ...] = (
    AlsoTold(_RULING, Cite("复议法", 26), _SINCE_2024),
    AlsoTold(_RULING, Cite("复议法（2017年修正）", 14), InForce(date(2019, 5, 15), date(2023, 12, 31))),
)
CHANGE_DOUBT = "作出决定时旧法仍在施行，新法自2024年1月1日起施行；此后申请行政复议的适用哪一部法律，没有核对到过渡规定"
_CHANGE_NEAR = InForce(date(2023, 11, 2), date(2023, 12, 31))


@dataclass(frozen=True, slots=True)
class Advice:
    """How to seek a remedy. ``paragraphs`` are for the letter; none if ``blocked`` says why it cannot be written yet.

    ``organs`` hear the reconsideration, one or several to choose among. ``on`` is the day of the decision.
    """

    order: RemedyOrder
    on: date
    organs: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    cites: tuple[Cite, ...] = ()
    doubts: tuple[str, ...] = ()
    blocked: str = ""


def remedy_against(letter_key: str, on: date, outcome_key: str = "") -> Remedy:
    """The remedy against a letter of that day. Raises KeyError for a letter that decides nothing, NoRuleInForce before 2019-05-15."""
    if outcome_key:
        return remedy_of(outcome(outcome_key), on)
    rows = [row for row in LETTER_REMEDIES if row.letter == letter_key]
    if not rows:
        raise KeyError(f"《{letter(letter_key).title}》不是决定，没有救济途径")
    return row_in_force(rows, on).remedy


def advise(
    remedy: Remedy, organ: OrganPlace, on: date, *, paper: str, court: str = "", online: str = "", served_online: bool = False
) -> Advice:
    """How a decision of ``organ`` on the day ``on`` may be contested, in words for its letter.

    ``paper`` is what the letter calls itself (答复书), ``court`` the name of the court if the organ keeps it, ``online`` the
    address where reconsideration can be applied for, which ``served_online`` makes necessary (复议法 art. 22 para. 2).
    """
    try:
        organs, rule = organs_for(organ, on), rule_for(organ, on)
    except (OrganMissing, NoRuleInForce) as missing:
        return Advice(remedy.order, on, blocked=str(missing))
    if served_online and not online and ONLINE.in_force.covers(on):
        return Advice(remedy.order, on, organs, blocked=f"{ONLINE.rule}，请先在机关资料里填写网址（{ONLINE.cite}）")
    ruling = _ruling(organs, on)
    words = _Words(f"本{paper}", "或者".join(organs), court or "人民法院", on)
    paragraphs = _paragraphs(remedy, words)
    if ruling:
        paragraphs = (*paragraphs, f"{ruling.rule}。")
    if online:
        paragraphs = (*paragraphs, f"通过互联网提交行政复议申请的网址：{online}")
    more = (*((ruling.cite,) if ruling else ()), *((ONLINE.cite,) if online else ()))
    cites = tuple(dict.fromkeys((remedy.cite, rule.cite, *words.cites(remedy), *more)))
    doubts = (remedy.doubt, rule.doubt, *_doubts(organ, court, on))
    return Advice(remedy.order, on, organs, paragraphs, cites, tuple(filter(None, doubts)))


def _ruling(organs: tuple[str, ...], on: date) -> AlsoTold | None:
    """What a province or a central department says besides, which reviews its own acts."""
    return row_in_force(RULINGS, on) if organs == (ITSELF,) else None


@dataclass(frozen=True, slots=True)
class _Words:
    """The parts that the sentences are made of."""

    paper: str
    organs: str
    court: str
    on: date

    def length(self, key: str) -> str:
        return str(period(key, self.on).length)

    def cites(self, remedy: Remedy) -> Iterator[Cite]:
        """The articles of the periods that the paragraphs name."""
        yield period("apply_for_reconsideration", self.on).cite
        if remedy.order == "reconsideration_first":
            yield period("sue_after_reconsideration", self.on).cite
            yield period("sue_where_reconsideration_is_required", self.on).cite
        if remedy.order == "either" or remedy.rows == _IN_PART:
            yield period("sue_directly", self.on).cite


def _paragraphs(remedy: Remedy, words: _Words) -> tuple[str, ...]:
    if remedy.order == "either":
        return (_choice(f"对{words.paper}不服的，", words),)
    if remedy.rows == _IN_PART:
        return (_first(f"对{words.paper}中不予公开的内容不服的，", words, remedy.cite), _choice(f"对{words.paper}的其他内容不服的，", words))
    return (_first(f"对{words.paper}不服的，", words, remedy.cite),)


def _choice(start: str, words: _Words) -> str:
    """Reconsideration or a lawsuit, as the applicant likes (《条例》第五十一条)."""
    return (
        f"{start}可以自收到{words.paper}之日起{words.length('apply_for_reconsideration')}内向{words.organs}申请行政复议，"
        f"也可以自收到{words.paper}之日起{words.length('sue_directly')}内依法向{words.court}提起行政诉讼。"
    )


def _first(start: str, words: _Words, cite: Cite) -> str:
    """Reconsideration before a lawsuit; the organ must tell so (《复议法》第二十三条第二款)."""
    return (
        f"{start}根据{named(cite)}的规定，应当自收到{words.paper}之日起{words.length('apply_for_reconsideration')}内先向{words.organs}申请行政复议；"
        f"对行政复议决定不服的，可以自收到行政复议决定书之日起{words.length('sue_after_reconsideration')}内依法向{words.court}提起行政诉讼。"
        f"行政复议机关决定不予受理、驳回申请或者受理后超过行政复议期限不作答复的，可以自收到决定书之日起或者行政复议期限届满之日起"
        f"{words.length('sue_where_reconsideration_is_required')}内，依法向{words.court}提起行政诉讼。"
    )


def _doubts(organ: OrganPlace, court: str, on: date) -> Iterator[str]:
    if not court:
        rule = next(row for row in rows_in_force(COURT_RULES, on) if organ.kind in row.organs)
        yield f"没有写明法院名称：一审一般由机关所在地的{rule.courts}管辖，当地实行跨行政区域管辖的，按当地的规定填写（{rule.cite}）"
    if _CHANGE_NEAR.covers(on):
        yield CHANGE_DOUBT


def remedy_steps(advice: Advice, served: date, calendar: Calendar) -> tuple[Step, ...]:
    """The last days for a remedy against a decision served on ``served``, each with its article.

    Raises CalendarNotPublished where the calendar does not reach that far.
    """
    keys = ["apply_for_reconsideration", *(["sue_directly"] if advice.order == "either" else [])]
    return tuple(_last(key, served, calendar, advice.on) for key in keys)


def _last(key: str, served: date, calendar: Calendar, on: date) -> Step:
    row = period(key, on)
    day = last_day(row, served, calendar)
    maybe = "（暂定：放假安排尚未公布）" if calendar.is_provisional(day) else ""
    return Step(day, f"{row.title}的最后一日是{in_words(day)}：自送达之日起{row.length}{maybe}。", row.cite)

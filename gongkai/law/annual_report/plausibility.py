"""TABLE of figures that break no balance and yet deserve a second look, with the organs each row concerns.

What is found is always a note: no instrument forbids such a figure, and each may be right. A row that concerns only some kinds of
organ is looked at only where the kind is known.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from gongkai.law.annual_report.findings import Finder, Finding, plain
from gongkai.law.annual_report.form import APPLICANTS, BLOCKS, FORM_2021, TOTAL, outcome_rows
from gongkai.law.annual_report.ledger import Ledger, Number
from gongkai.law.catalogue.item import EVERY_ORGAN, ORGAN_LABELS, OrganKind
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, rows_in_force
from gongkai.law.rule_kinds import RULE_KINDS, rule_kinds_on

TIMES = 10
"""So many times last year's figure, or a tenth of it, is worth a second look."""
FEW = 20
"""Below this many, ten times as many may be chance: 20 against 2 happens once in some ten thousand times, 10 against 1 in a hundred."""
HUNDRED_MILLION = 10_000  # 万元
_UNIT_SLIP = range(2_000, 50_001)  # times last year: 元 for 万元 makes ten thousand
_MANY_REQUESTS = 20

_FEES = "proactive.administrative_fees_wan_yuan"
_ISSUED, _IN_FORCE = "proactive.rules.issued", "proactive.rules.in_force"
_DEPARTMENTS: tuple[OrganKind, ...] = ("central_department", "provincial_department", "city_department", "county_department")
_SMALL: tuple[OrganKind, ...] = ("county_department", "township_government", "subdistrict_office", "dispatched_office")
_NOT_IN_THE_FORM = "不是格式规定的勾稽，只提示核对"
_NO_NOTICE = re.compile(r"(?:没有|未)(?:向[^，。；]{1,8})?(?:发出|发过|作出|下发)(?:过|任何)?收费通知")


@dataclass(frozen=True, slots=True)
class Look:
    """What is looked at: the report, last year's if there is one, and what kind of organ it is, if known."""

    here: Ledger
    last_year: Ledger | None
    kind: OrganKind | None

    def number(self, key: str) -> Number:
        """A figure of this year, 0 where it is not known."""
        return self.here.number(key) or 0

    def before(self, key: str) -> Number:
        """A figure of last year, 0 where it is not known."""
        return (self.last_year.number(key) or 0) if self.last_year else 0

    @property
    def day(self) -> date:
        """The last day that is reported on."""
        return date(self.here.report.year or date.max.year, 12, 31)


@dataclass(frozen=True, slots=True)
class Odd:
    """Something odd: the cells it is about, the first of them its place, and what to say of it."""

    cells: tuple[str, ...]
    message: str
    left: Number | None = None
    right: Number | None = None


@dataclass(frozen=True, slots=True)
class Plausibility:
    """One row: ``what`` in words for people, for which ``organs``, and how it is looked for."""

    key: str
    what: str
    organs: tuple[OrganKind, ...]
    look: Callable[[Look], Iterator[Odd]] = field(repr=False)
    cite: Cite
    in_force: InForce = FORM_2021
    doubt: str = _NOT_IN_THE_FORM


def check_plausibility(here: Ledger, last_year: Ledger | None = None, kind: OrganKind | None = None) -> Iterator[Finding]:
    """The notes of every row that concerns the organ; without a kind, of the rows that concern all organs."""
    look = Look(here, last_year, kind)
    for row in rows_in_force(PLAUSIBILITY, look.day):
        if row.organs != EVERY_ORGAN and kind not in row.organs:
            continue
        for odd in row.look(look):
            yield Finder(here.report).finding(
                "plausibility", odd.cells[0], "note", odd.message, evidence=_contents(look, odd.cells), cite=row.cite,
                left=odd.left, right=odd.right, cells=odd.cells,
            )


def _contents(look: Look, cells: tuple[str, ...]) -> str:
    shown = [f"{look.here.title(key)}={plain(look.here.report.figures.get(key))}" for key in cells]
    if look.last_year:
        shown += [f"上年={plain(look.last_year.report.figures.get(key))}" for key in cells[:1]]
    return "，".join(shown)


def leap(new: Number, old: Number) -> str:
    """是上年的 12 倍, 不到上年的 10 分之一, or "" where a figure is neither; small numbers aside."""
    large, small = max(new, old), min(new, old)
    if small <= 0 or large < FEW or large < TIMES * small:
        return ""
    times = int(large / small)
    return f"是上年的 {times} 倍" if new > old else f"不到上年的 {times} 分之一"


def _rules(look: Look) -> Iterator[Odd]:
    cells = tuple(key for key in (_IN_FORCE, _ISSUED, "proactive.rules.repealed") if look.number(key) > 0)
    if cells and look.kind and look.kind not in _makers(look.day):
        said = "、".join(plain(look.number(key)) for key in cells)
        yield Odd(cells, f"表二“规章”填了 {said}，{ORGAN_LABELS[look.kind]}不是可以制定规章的机关，请核对是否应计入行政规范性文件", look.number(cells[0]), 0)


def _makers(day: date) -> tuple[OrganKind, ...]:
    return next((row.makers for row in rule_kinds_on(day) if row.key == "rules"), EVERY_ORGAN)


def _measures(look: Look) -> Iterator[Odd]:
    measures, penalties = "proactive.compulsory_measures", "proactive.penalties"
    if look.number(measures) > 0 and look.here.number(penalties) == 0:
        yield Odd((measures, penalties), f"行政强制填了 {plain(look.number(measures))} 件，行政处罚是 0，请核对是否漏填处罚", look.number(measures), 0)


def _leaps(look: Look) -> Iterator[Odd]:
    """Totals and 表二 alone: the cells of a row leap with their total."""
    for cell in look.here.cells.values():
        if not (cell.table == 2 or cell.column == TOTAL.label) or cell.key.endswith(".change") or _slipped(look, cell.key):
            continue
        new, old = look.number(cell.key), look.before(cell.key)
        words = leap(new, old)
        if words:
            yield Odd((cell.key,), f"{cell.title}填的是 {plain(new)}，{words}（上年 {plain(old)}），请核实", new, old)


def _slipped(look: Look, key: str) -> bool:
    """Whether the fees are so many times last year's, or so small a part of them, as 元 and 万元 make."""
    new, old = Decimal(look.number(key)), Decimal(look.before(key))
    return key == _FEES and min(new, old) > 0 and int(max(new, old) / min(new, old)) in _UNIT_SLIP


def _unit_of_fees(look: Look) -> Iterator[Odd]:
    new, old = look.number(_FEES), look.before(_FEES)
    if _slipped(look, _FEES):
        yield Odd((_FEES,), f"行政事业性收费填的是 {plain(new)} 万元，上年是 {plain(old)} 万元，相差上万倍，请核对单位是元还是万元", new, old)


def _size_of_fees(look: Look) -> Iterator[Odd]:
    fees = look.number(_FEES)
    if fees >= HUNDRED_MILLION and not _slipped(look, _FEES):
        amount = plain(Decimal(fees) / HUNDRED_MILLION)
        yield Odd((_FEES,), f"行政事业性收费填的是 {plain(fees)} 万元，合 {amount} 亿元，请核对是否把元填成了万元", fees)


def _corrected(look: Look) -> Iterator[Odd]:
    """Corrections although two years' requests were all granted."""
    corrected = tuple(key for key in (f"remedies.{block.key}.corrected" for block in BLOCKS) if look.number(key) > 0)
    rows = [row.key for row in outcome_rows(undivided=look.here.report.undivided) if row.key != "granted"]
    if not corrected or look.last_year is None or _asked(look) == 0 or _any(look, rows):
        return
    number = sum((look.number(key) for key in corrected), start=0)
    yield Odd(corrected, f"表四有 {plain(number)} 件结果纠正，而本年和上年的申请全部予以公开，请核对", number, 0)


def _unasked(look: Look) -> Iterator[Odd]:
    """Reconsideration or litigation although nothing was asked for in two years."""
    disputes = tuple(key for key in (f"remedies.{block.key}.total" for block in BLOCKS) if look.number(key) > 0)
    if disputes and look.last_year is not None and _asked(look) == 0 and look.here.number("requests.received.total") == 0:
        number = sum((look.number(key) for key in disputes), start=0)
        yield Odd(disputes, f"表四有 {plain(number)} 件复议、诉讼，而本年和上年都没有收到政府信息公开申请，请核对是否因政府信息公开引起", number, 0)


def _asked(look: Look) -> Number:
    """Requests of both years."""
    keys = ("requests.received.total", "requests.carried_in.total")
    return sum((look.number(key) + look.before(key) for key in keys), start=0)


def _any(look: Look, rows: list[str]) -> bool:
    return any(look.number(key) or look.before(key) for key in (f"requests.{row}.total" for row in rows))


def _left_over(look: Look) -> Iterator[Odd]:
    left, received = "requests.carried_out.total", "requests.received.total"
    if look.number(received) >= _MANY_REQUESTS and 2 * look.number(left) > look.number(received):
        yield Odd((left, received), f"结转下年度 {plain(look.number(left))} 件，超过本年新收 {plain(look.number(received))} 件的一半，请核实", look.number(left), look.number(received))


def _lapsed(look: Look) -> Iterator[Odd]:
    lapsed = "requests.other_fee_lapsed.total"
    said = _NO_NOTICE.search(re.sub(r"\s", "", look.here.report.chapters.get("other", "")))
    if look.number(lapsed) > 0 and said:
        cells = (lapsed, *(f"requests.other_fee_lapsed.{kind.key}" for kind in APPLICANTS), "chapters.other")
        yield Odd(cells, f"表三有 {plain(look.number(lapsed))} 件因逾期不缴费不再处理，第六章却写“{said.group()}”，请核对", look.number(lapsed), 0)


_OGI = Cite("条例", 50, 1, 3)
_NOT_RULES: tuple[OrganKind, ...] = tuple(kind for kind in EVERY_ORGAN if kind not in RULE_KINDS[0].makers and kind != "state_council")

PLAUSIBILITY: tuple[Plausibility, ...] = (
    Plausibility("rules_without_power", "不能制定规章的机关填了规章", _NOT_RULES, _rules, Cite("立法法（2015年修正）", 82, 1),
                 InForce(date(2021, 9, 26), date(2023, 3, 14)), "国务院部门的规章依第八十条第一款；设区的市、自治州是否已经可以制定，不作判断"),
    Plausibility("rules_without_power", "不能制定规章的机关填了规章", _NOT_RULES, _rules, Cite("立法法", 93, 1), InForce(date(2023, 3, 15)),
                 "国务院部门的规章依第九十一条第一款；设区的市、自治州是否已经可以制定，不作判断"),
    Plausibility("measures_without_penalties", "部门有行政强制而没有行政处罚", _DEPARTMENTS, _measures, Cite("条例", 20, None, 6),
                 doubt="有的部门只实施强制措施；不是格式规定的勾稽，只提示核对"),
    Plausibility("leap", f"表二各格、表三和表四的总计是上年的 {TIMES} 倍以上或者不到 {TIMES} 分之一（不足 {FEW} 的不看）", EVERY_ORGAN, _leaps, Cite("年报格式")),
    Plausibility("fees_unit", "行政事业性收费与上年相差上万倍，像是元与万元混淆", EVERY_ORGAN, _unit_of_fees, Cite("年报格式", part="表二")),
    Plausibility("fees_size", "县级部门、乡镇、街道的行政事业性收费在 1 亿元以上", _SMALL, _size_of_fees, Cite("年报格式", part="表二")),
    Plausibility("corrected_though_granted", "两年的申请全部予以公开，却有复议、诉讼结果纠正", EVERY_ORGAN, _corrected, _OGI,
                 doubt="逾期答复、答复内容不全也可能被纠正；不是格式规定的勾稽，只提示核对"),
    Plausibility("disputes_without_requests", "两年没有申请，却有复议、诉讼", EVERY_ORGAN, _unasked, _OGI,
                 doubt="更早的申请、主动公开也可能引起；不是格式规定的勾稽，只提示核对"),
    Plausibility("half_carried_out", f"结转下年度超过本年新收的一半（新收 {_MANY_REQUESTS} 件以上）", EVERY_ORGAN, _left_over, Cite("条例", 33)),
    Plausibility("lapsed_without_notice", "有逾期不缴费的申请，第六章写没有发出收费通知", EVERY_ORGAN, _lapsed, Cite("信息处理费办法", 6)),
)

"""TABLE of what reports are compared by: which cells are added, what they are divided by, and in which unit the answer is."""

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from gongkai.law.annual_report import AnnualReport
from gongkai.law.annual_report.form import BLOCKS, OUTCOME_ROWS, REFUSED, UNAVAILABLE, UNPROCESSED
from gongkai.law.annual_report.ledger import Ledger, Number

Unit = Literal["件", "%", "万元", "件/万人"]
Cells = tuple[str, ...]
FEWEST_PIECES = 10
"""Of fewer pieces a share is shown, but not held against others: one piece more or less would turn it over."""
_PER = 10_000


@dataclass(frozen=True, slots=True)
class Measure:
    """One measure. ``of`` is added up; for shares ``over``, less ``less``, is what it is a share of."""

    key: str
    label: str
    unit: Unit
    of: Cells
    over: Cells = ()
    less: Cells = ()
    group: str = "依申请公开"
    how: str = ""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a report says: the number, or None with the reason in words. ``pieces`` is what a share is taken of."""

    number: Decimal | None
    why: str = ""
    pieces: Number | None = None

    @property
    def comparable(self) -> bool:
        """Whether the number may be held against those of other organs."""
        return self.number is not None and (self.pieces is None or self.pieces >= FEWEST_PIECES)


def _total(*rows: str) -> Cells:
    return tuple(f"requests.{row}.total" for row in rows)


def _group(group: str) -> Cells:
    return _total(*(row.key for row in OUTCOME_ROWS if row.group == group))


def _remedies(column: str, *blocks: str) -> Cells:
    return tuple(f"remedies.{block}.{column}" for block in blocks)


def _decided(line: str) -> Cells:
    """Decisions of the year, in either form."""
    return f"proactive.{line}", f"proactive.{line}.decisions"


RECEIVED, CONCLUDED = _total("received"), _total("concluded")
OTHER = _total(
    "other_clarification_lapsed", "other_fee_lapsed", "other_miscellaneous", "other_undivided"
)
_ALL = tuple(block.key for block in BLOCKS)
_RECONSIDERATION, _COURT = _ALL[:1], _ALL[1:]
_SHARE = "占（七）总计的百分比"
_CORRECTED = "结果纠正占已审结（总计减尚未审结）的百分比"
_REMEDIES_HEAD, _PROACTIVE_HEAD = "复议和诉讼", "主动公开"

OUTCOMES: tuple[tuple[str, str, Cells], ...] = (
    ("granted", "予以公开", _total("granted")),
    ("partly_granted", "部分公开", _total("partly_granted")),
    ("refused", "不予公开", _group(REFUSED)),
    ("unavailable", "无法提供", _group(UNAVAILABLE)),
    ("unprocessed", "不予处理", _group(UNPROCESSED)),
    ("other", "其他处理", OTHER),
)
"""The six groups of outcomes: key, label, cells."""

MEASURES: tuple[Measure, ...] = (
    Measure("received", "本年新收申请", "件", RECEIVED),
    Measure("received_per_10k", "每万人新收申请", "件/万人", RECEIVED, how="本年新收除以常住人口，再乘一万；没有人口数的不算"),
    Measure("concluded", "办结申请", "件", CONCLUDED),
    Measure("carried_out", "结转下年度", "件", _total("carried_out")),
    *(Measure(f"{key}_share", f"{label}占比", "%", cells, CONCLUDED, how=f"{label}{_SHARE}") for key, label, cells in OUTCOMES),
    Measure("reconsideration", "行政复议", "件", _remedies("total", *_RECONSIDERATION), group=_REMEDIES_HEAD),
    Measure("litigation", "行政诉讼", "件", _remedies("total", *_COURT), group=_REMEDIES_HEAD, how="未经复议直接起诉与复议后起诉之和"),
    Measure(
        "correction_rate", "复议、诉讼纠正率", "%",
        _remedies("corrected", *_ALL), _remedies("total", *_ALL), _remedies("pending", *_ALL), _REMEDIES_HEAD, _CORRECTED,
    ),
    Measure("issued", "制发行政规范性文件", "件", ("proactive.normative_documents.issued",), group=_PROACTIVE_HEAD),
    Measure("in_force", "现行有效行政规范性文件", "件", ("proactive.normative_documents.in_force",), group=_PROACTIVE_HEAD),
    Measure("permits", "行政许可", "件", _decided("permits"), group=_PROACTIVE_HEAD),
    Measure("penalties", "行政处罚", "件", _decided("penalties"), group=_PROACTIVE_HEAD),
    Measure("compulsory_measures", "行政强制", "件", _decided("compulsory_measures"), group=_PROACTIVE_HEAD),
    Measure("fees", "行政事业性收费", "万元", ("proactive.administrative_fees_wan_yuan",), group=_PROACTIVE_HEAD),
)  # fmt: skip
BY_KEY: Mapping[str, Measure] = {measure.key: measure for measure in MEASURES}
NO_POPULATION, NOT_READ = "没有人口数", "没有读到数字"
NOT_IN_FORM, NOTHING_TO_SHARE = "2019 年格式没有这一项", "没有可以分的件数"


def measured(measure: Measure, report: AnnualReport, persons: int | None) -> Measured:
    """The measure of one report; ``persons`` is the population, None where nobody has entered it."""
    ledger = Ledger.of(report)
    number = _sum(ledger, measure.of)
    if number is None:
        in_form = any(key in ledger.cells for key in measure.of)
        return Measured(None, NOT_READ if in_form else NOT_IN_FORM)
    if measure.unit == "件/万人":
        return (
            Measured(Decimal(number) * _PER / persons) if persons else Measured(None, NO_POPULATION)
        )
    if not measure.over:
        return Measured(Decimal(number))
    return _share(ledger, measure, number)


def _share(ledger: Ledger, measure: Measure, number: Number) -> Measured:
    over, less = _sum(ledger, measure.over), _sum(ledger, measure.less) if measure.less else 0
    if over is None or less is None:
        return Measured(None, NOT_READ)
    pieces = over - less
    if pieces <= 0:
        return Measured(None, NOTHING_TO_SHARE, pieces)
    return Measured(Decimal(number) * 100 / Decimal(pieces), pieces=pieces)


def _sum(ledger: Ledger, keys: Cells) -> Number | None:
    """The sum of those cells that the report's form has; None where it has none of them, or one is not known."""
    known = [key for key in keys if key in ledger.cells]
    return ledger.total(known) if known else None


def shares(report: AnnualReport) -> dict[str, Number] | None:
    """How many requests ended in each of the six ways; None where that could not be read."""
    ledger = Ledger.of(report)
    found = {key: _sum(ledger, cells) for key, _, cells in OUTCOMES}
    known = {key: number for key, number in found.items() if number is not None}
    return known if len(known) == len(found) else None

"""Findings as the panel beside the form shows them: by weight, and within it by the row, column or chapter they are about."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from gongkai.annual_reports.editing.grid import field_id
from gongkai.annual_reports.queries import unread_cells
from gongkai.law.annual_report import AnnualReport, Finding
from gongkai.law.annual_report.form import REQUEST_COLUMNS
from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.citation import Cite

WEIGHTS = {
    "error": ("差错", "可以送复核，改平以前不能签发"),
    "warning": ("提醒", "请核实；确实如此的可以保留"),
    "note": ("说明", "供参考"),
}
RULES = {
    "row_sum": "六类申请人之和等于总计",
    "outcomes_sum": "各项办理结果之和等于（七）总计",
    "flow": "本年新收加上年结转，等于办理总计加结转下年度",
    "remedy_sum": "四种结果之和等于总计",
    "carry_over": "上年结转等于上年年报的结转下年度",
    "negative": "数据不能是负数",
    "not_integer": "件数只能是整数",
    "field": "文中的每个字段都要有数字",
    "to_write": "起草时留下的提问要由人答复",
}
"""What each rule that bars a signature asks, in words; the article stands beside it."""
FILLED = "每一格都要有数字，没有发生的填 0"
_TABLES = {"proactive": "表二", "requests": "表三", "remedies": "表四"}
_HEAD = {"title": "标题", "signed_on": "落款日期", "organ": "机关名称", "year": "报告年度"}
_COLUMNS = {column.key: column.label for column in REQUEST_COLUMNS}
_CHAPTERS = {chapter.key: chapter.heading for chapter in CHAPTERS}
_BY_COLUMN = frozenset({"outcomes_sum", "flow", "carry_over"})


@dataclass(frozen=True, slots=True)
class Shown:
    """A finding and the field it leads to ("" where it is about no single field)."""

    finding: Finding
    field: str

    @property
    def dom_id(self) -> str:
        """Its id in the page."""
        return f"finding-{self.finding.fingerprint}"


@dataclass(frozen=True, slots=True)
class Barrier:
    """What keeps a report from being signed: where, in which field ("" for none), and what the rule asks."""

    where: str
    field: str
    message: str
    rule: str


@dataclass(frozen=True, slots=True)
class Group:
    """Findings about one row, column or chapter."""

    place: str
    shown: tuple[Shown, ...]


@dataclass(frozen=True, slots=True)
class Weight:
    """All findings of one severity: its key, its word, what it asks for, its groups."""

    key: str
    word: str
    asks: str
    groups: tuple[Group, ...]

    @property
    def count(self) -> int:
        """How many findings."""
        return sum(len(group.shown) for group in self.groups)


def panel(report: AnnualReport, findings: Sequence[Finding]) -> tuple[Weight, ...]:
    """The findings by weight; a weight without findings is left out."""
    known = {cell.key for cell in report.cells()}
    weights = []
    for key, (word, asks) in WEIGHTS.items():
        mine = [finding for finding in findings if finding.severity == key]
        if mine:
            weights.append(Weight(key, word, asks, tuple(_groups(mine, known))))
    return tuple(weights)


def barriers(report: AnnualReport, findings: Sequence[Finding]) -> list[Barrier]:
    """All that keeps the report from being signed: cells without a number, then what is wrong with the numbers."""
    known = {cell.key for cell in report.cells()}
    unread = [
        Barrier(
            cell.key, field_id(cell.key), f"{cell.title}没有数字", f"{FILLED}（{Cite('年报格式')}）"
        )
        for cell in unread_cells(report)
    ]
    wrong = [
        Barrier(
            one.where, _field(one, known), one.message, f"{RULES.get(one.rule, '')}（{one.cite}）"
        )
        for one in findings
        if one.severity == "error"
    ]
    return unread + wrong


def _groups(findings: list[Finding], known: set[str]) -> Iterator[Group]:
    order = list(dict.fromkeys(place_of(finding) for finding in findings))
    ordered = sorted(findings, key=lambda finding: order.index(place_of(finding)))
    for place, members in groupby(ordered, place_of):
        yield Group(place, tuple(Shown(finding, _field(finding, known)) for finding in members))


def place_of(finding: Finding) -> str:
    """What a finding is about: 表三“自然人”一列, 表三各行, 一、总体情况, 落款日期."""
    table, _, rest = finding.where.partition(".")
    if table in _TABLES:
        column = _COLUMNS.get(rest.rpartition(".")[2], "")
        if finding.rule in _BY_COLUMN and column:
            return f"{_TABLES[table]}“{column}”一列"
        return _TABLES[table] + ("各行合计" if finding.rule == "row_sum" else "")
    return _CHAPTERS.get(rest) or _HEAD.get(table) or "全文"


def _field(finding: Finding, known: set[str]) -> str:
    """The field that shows where the finding lies: its own, or the first of its cells."""
    for key in (finding.where, *finding.cells):
        if key in known or key.partition(".")[0] in {"chapters", "title", "signed_on"}:
            return field_id(key) if key != "chapters" else ""
    return ""

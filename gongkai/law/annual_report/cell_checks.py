"""What stands in single cells: numbers that cannot be, blanks, and what stood there besides the number."""

from collections.abc import Iterator
from decimal import Decimal

from gongkai.law.annual_report.findings import Finder, Finding, plain
from gongkai.law.annual_report.form import Cell
from gongkai.law.annual_report.ledger import Ledger
from gongkai.law.annual_report.report import Note, Reason
from gongkai.law.citation import Cite

TABLES = {2: "proactive", 3: "requests", 4: "remedies"}
_NAMES = {2: "表二", 3: "表三", 4: "表四"}
_CHANGE = ".change"  # 本年增/减 of the 2019 form: a decrease is written as a negative number
_SHOWN = 6


def form_cite(cell: Cell) -> Cite:
    """The table of the form that a cell belongs to."""
    return Cite("年报格式", part=_NAMES[cell.table])


def check_cells(ledger: Ledger) -> Iterator[Finding]:
    """Findings of ``negative``, ``not_integer``, ``blank`` and ``cell``."""
    for cell in ledger.cells.values():
        figure = ledger.report.figures.get(cell.key)
        if figure is not None:
            yield from _number(ledger, cell, figure)
    for table in TABLES:
        cells = [cell for cell in ledger.cells.values() if cell.table == table]
        yield from _blanks(ledger, [cell for cell in cells if ledger.why_empty(cell.key) == "blank"], len(cells))
        yield from _dashes(ledger, [cell for cell in cells if _has(ledger, cell, "dash")])
        for cell in cells:
            yield from (_beside(ledger, cell, note) for note in ledger.notes.get(cell.key, ()) if note.reason in _BESIDE)


def _has(ledger: Ledger, cell: Cell, reason: Reason) -> bool:
    return any(note.reason == reason for note in ledger.notes.get(cell.key, ()))


def _number(ledger: Ledger, cell: Cell, figure: int | Decimal) -> Iterator[Finding]:
    finding = Finder(ledger.report).finding
    shown, content = f"{cell.title}填的是 {plain(figure)}", f"{cell.title}={plain(figure)}"
    if figure < 0 and not cell.key.endswith(_CHANGE):
        yield finding(
            "negative", cell.key, "error", f"{shown}，不能是负数",
            evidence=content, cite=form_cite(cell), left=figure, right=0, cells=(cell.key,),
        )
    if cell.number == "integer" and figure != int(figure):
        yield finding(
            "not_integer", cell.key, "error", f"{shown}，件数只能是整数",
            evidence=content, cite=form_cite(cell), left=figure, cells=(cell.key,),
        )


def _names(cells: list[Cell]) -> str:
    """Up to six cells in short: “规章”的“本年废止件数”."""
    names = [f"“{cell.row}”的“{cell.column}”" for cell in cells[:_SHOWN]]
    return "、".join(names) + ("等" if len(cells) > _SHOWN else "")


def _blanks(ledger: Ledger, blank: list[Cell], of: int) -> Iterator[Finding]:
    if not blank:
        return
    table, keys = blank[0].table, tuple(cell.key for cell in blank)
    yield Finder(ledger.report).finding(
        "blank", TABLES[table], "note", f"{_NAMES[table]}有 {len(blank)} 格空白，按 0 计：{_names(blank)}；没有发生的应填 0",
        evidence="空白：" + "，".join(keys), cite=form_cite(blank[0]), left=len(blank), right=of, cells=keys,
    )


def _dashes(ledger: Ledger, dashes: list[Cell]) -> Iterator[Finding]:
    if not dashes:
        return
    table, keys = dashes[0].table, tuple(cell.key for cell in dashes)
    raw = "，".join(f"{key}={ledger.quoted(key)}" for key in keys)
    yield Finder(ledger.report).finding(
        "cell", TABLES[table], "note", f"{_NAMES[table]}有 {len(dashes)} 格填的是横线或斜线，按 0 计：{_names(dashes)}；没有发生的应填 0",
        evidence=raw, cite=form_cite(dashes[0]), left=len(dashes), cells=keys,
    )


_BESIDE: dict[Reason, str] = {"converted": "单元格里写了单位，已换算", "remark": "单元格里除数字外还有文字"}


def _beside(ledger: Ledger, cell: Cell, note: Note) -> Finding:
    figure = ledger.report.figures.get(cell.key)
    read = "没有读出数字" if figure is None else f"读作 {plain(figure)}"
    return Finder(ledger.report).finding(
        "cell", cell.key, "note", f"{cell.title}：{_BESIDE[note.reason]}，原文“{note.raw}”，{read}",
        evidence=note.raw or cell.title, cite=form_cite(cell), left=figure, cells=(cell.key,),
    )

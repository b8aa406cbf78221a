"""Contract JSON of an annual report (``gongkai.annual-report/1``) to and from the value of ``law``.

Integers are JSON integers; ``administrative_fees_wan_yuan`` and every fraction are decimal strings; an empty
cell is null and has an entry in ``notes``.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal, InvalidOperation
from typing import Any, cast, get_args

from gongkai.law.annual_report.form import Edition, cells
from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.annual_report.report import AnnualReport, Figure, Note, Reason
from gongkai.paperwork.errors import UnreadableReport

CONTRACT = "gongkai.annual-report/1"
FEES = "proactive.administrative_fees_wan_yuan"
_CHAPTER_KEYS = tuple(chapter.key for chapter in CHAPTERS)


def plain_decimal(number: Decimal) -> str:
    """A decimal as people write it: no exponent, no trailing zeros (0 stays 0)."""
    text = format(number, "f")
    if "." in text:
        text = text.rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


def figure_to_json(key: str, figure: Figure) -> int | str | None:
    """One figure as the contract writes it."""
    if figure is None:
        return None
    if key == FEES:
        return plain_decimal(Decimal(figure))
    if isinstance(figure, Decimal):
        return int(figure) if figure == figure.to_integral_value() else plain_decimal(figure)
    return figure


def to_contract(report: AnnualReport) -> dict[str, Any]:
    """The report as a JSON-ready dict, keys in the order of the contract."""
    chapters: dict[str, str | None] = {key: report.chapters.get(key) for key in _TEXT_CHAPTERS}
    chapters |= {key: text for key, text in report.chapters.items() if key not in chapters}
    head: dict[str, Any] = {
        "contract": CONTRACT,
        "form": report.edition,
        "title": report.title,
        "organ": report.organ,
        "year": report.year,
        "signed_on": report.signed_on.isoformat() if report.signed_on else None,
        "chapters": chapters,
    }
    if report.outline is not None:
        head["outline"] = list(report.outline)
    for cell in report.cells():
        _put(head, cell.key.split("."), figure_to_json(cell.key, report.figures.get(cell.key)))
    head["notes"] = [{"where": n.where, "reason": n.reason, "raw": n.raw} for n in report.notes]
    return head


_TEXT_CHAPTERS = tuple(chapter.key for chapter in CHAPTERS if chapter.table is None)


def _put(tree: dict[str, Any], path: list[str], value: object) -> None:
    for part in path[:-1]:
        tree = tree.setdefault(part, {})
    tree[path[-1]] = value


def dumps(report: AnnualReport) -> str:
    """Contract JSON as text, readable, UTF-8 characters as they are."""
    return json.dumps(to_contract(report), ensure_ascii=False, indent=1)


def loads(text: str) -> AnnualReport:
    """Read contract JSON; raises UnreadableReport with a sentence that names the wrong place."""
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise UnreadableReport(f"不是有效的 JSON：{error}") from error
    return from_contract(data)


def from_contract(data: object) -> AnnualReport:
    """The value of a contract dict; raises UnreadableReport if it is none."""
    tree = _mapping(data, "最外层")
    if tree.get("contract") != CONTRACT:
        raise UnreadableReport(f"不是年度报告数据：contract 应为 {CONTRACT}")
    edition = tree.get("form", "2021")
    if edition not in get_args(Edition):
        raise UnreadableReport(f"form 应为 2021 或 2019，得到 {edition!r}")
    requests = _mapping(tree.get("requests", {}), "requests")
    form = cells(cast("Edition", edition), undivided="other_undivided" in requests)
    given = _notes(tree.get("notes", []))
    figures: dict[str, Figure] = {}
    missing: list[Note] = []
    noted = {note.where for note in given if note.reason in {"blank", "not_found", "unreadable"}}
    for cell in form:
        there, value = _get(tree, cell.key.split("."))
        figures[cell.key] = _figure(cell.key, value)
        if figures[cell.key] is None and cell.key not in noted:
            missing.append(Note(cell.key, "blank" if there else "not_found"))
    return AnnualReport(
        edition=cast("Edition", edition),
        figures=figures,
        title=_text(tree, "title"),
        organ=_text(tree, "organ"),
        year=_year(tree.get("year")),
        signed_on=_date(tree.get("signed_on")),
        chapters=_chapters(tree.get("chapters", {})),
        notes=(*given, *missing),
        outline=_outline(tree.get("outline")),
    )


def _mapping(value: object, place: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise UnreadableReport(f"{place}应为一个对象")
    return value


def _get(tree: Mapping[str, Any], path: Iterable[str]) -> tuple[bool, object]:
    node: object = tree
    for part in path:
        if not isinstance(node, dict) or part not in node:
            return False, None
        node = node[part]
    return True, node


def _figure(key: str, value: object) -> Figure:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int | float | str):
        raise UnreadableReport(f"{key} 应为数字，得到 {value!r}")
    try:
        number = Decimal(str(value))
    except InvalidOperation as error:
        raise UnreadableReport(f"{key} 应为数字，得到 {value!r}") from error
    if not number.is_finite() or abs(number) >= Decimal(10) ** 18:
        raise UnreadableReport(f"{key} 超出可用范围：{value!r}")
    if key != FEES and number == number.to_integral_value():
        return int(number)
    return number


def _notes(value: object) -> tuple[Note, ...]:
    if not isinstance(value, list):
        raise UnreadableReport("notes 应为一个列表")
    notes = []
    for entry in value:
        note = _mapping(entry, "notes 的每一条")
        if note.get("reason") not in get_args(Reason):
            raise UnreadableReport(f"notes 的 reason 不认识：{note.get('reason')!r}")
        notes.append(Note(str(note.get("where", "")), note["reason"], str(note.get("raw", ""))))
    return tuple(notes)


def _text(tree: Mapping[str, Any], key: str) -> str | None:
    value = tree.get(key)
    if value is not None and not isinstance(value, str):
        raise UnreadableReport(f"{key} 应为文字，得到 {value!r}")
    return value


def _year(value: object) -> int | None:
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, int) or not 1949 <= value <= 9999:
        raise UnreadableReport(f"year 应为四位年份，得到 {value!r}")
    return value


def _date(value: object) -> date | None:
    if value is None:
        return None
    try:
        return date.fromisoformat(str(value))
    except ValueError as error:
        raise UnreadableReport(f"signed_on 应为 YYYY-MM-DD，得到 {value!r}") from error


def _chapters(value: object) -> dict[str, str]:
    tree = _mapping(value, "chapters")
    for key, text in tree.items():
        if text is not None and not isinstance(text, str):
            raise UnreadableReport(f"chapters.{key} 应为文字")
    return {key: text for key, text in tree.items() if text is not None}


def _outline(value: object) -> tuple[str, ...] | None:
    if value is None:
        return None
    if not isinstance(value, list) or any(key not in _CHAPTER_KEYS for key in value):
        raise UnreadableReport("outline 应为章节名的列表")
    return tuple(value)

"""A report's columns to the law's ``AnnualReport`` and back, exactly: ints stay ints, decimals go as strings, None as null."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from gongkai.annual_reports.models import Report
from gongkai.law.annual_report import AnnualReport, Figure, Note
from gongkai.law.annual_report.fields import as_plain, with_figures_in_text
from gongkai.law.annual_report.form import cells
from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.annual_report.report import EMPTY_REASONS
from gongkai.paperwork.contract_json import plain_decimal

CHAPTER_KEYS = ("preface", *(chapter.key for chapter in CHAPTERS))
CHAPTER_TITLES = {"preface": "引言"} | {chapter.key: chapter.heading for chapter in CHAPTERS}
MOST = 10**15
LONGEST_CHAPTER = 50_000
LONGEST_TITLE = 200


class NotKeepable(ValueError):
    """A value that no report can hold: cells of another form, a figure or a text out of all bounds. The message is for people."""


def to_json(figure: Figure) -> int | str | None:
    """A figure as it is kept."""
    return plain_decimal(figure) if isinstance(figure, Decimal) else figure


def from_json(kept: float | str | None) -> Figure:
    """A kept figure as the law reads it."""
    return Decimal(kept) if isinstance(kept, str) else kept  # type: ignore[return-value]


def value_of(report: Report) -> AnnualReport:
    """The report as people read it: each field of its sentences replaced by its figure."""
    return with_figures_in_text(written_value(report), kept_counts(report))


def kept_counts(report: Report) -> dict[str, Figure]:
    """The counts kept with the report, by the names that they have in sentences."""
    return {
        name: from_json(kept["value"]) for name, kept in report.counts.get("values", {}).items()
    }


def written_value(report: Report) -> AnnualReport:
    """The report as it was written, fields in their braces. It has no outline of its own: chapters stand in the form's order."""
    return AnnualReport(
        edition=report.edition,  # type: ignore[arg-type]
        figures={key: from_json(kept) for key, kept in report.figures.items()},
        title=report.title or None,
        organ=report.organ or None,
        year=report.year,
        signed_on=report.signed_on,
        chapters=dict(report.chapters),
        notes=tuple(Note(**note) for note in report.notes),
    )


def from_outside(value: AnnualReport, report: Report) -> AnnualReport:
    """A value read from a file, written so that no word of its text is taken for a field: it reads as the file says."""
    counts = kept_counts(report)
    chapters = {key: as_plain(text, counts) for key, text in value.chapters.items()}
    return replace(value, chapters=chapters)


def columns_of(value: AnnualReport) -> dict[str, Any]:
    """The columns that hold a value; raises NotKeepable. Year and organ of the record are not among them."""
    _require_keepable(value)
    return {
        "edition": value.edition,
        "title": value.title or "",
        "signed_on": value.signed_on,
        "figures": {cell.key: to_json(value.figures[cell.key]) for cell in value.cells()},
        "notes": [{"where": n.where, "reason": n.reason, "raw": n.raw} for n in value.notes],
        "chapters": {key: value.chapters[key] for key in CHAPTER_KEYS if key in value.chapters},
    }


def _require_keepable(value: AnnualReport) -> None:
    form = {cell.key for cell in cells(value.edition, undivided=value.undivided)}
    if set(value.figures) != form:
        raise NotKeepable("数据的单元格与表样不一致")
    noted = {note.where for note in value.notes if note.reason in EMPTY_REASONS}
    for cell in value.cells():
        figure = value.figures[cell.key]
        if figure is None and cell.key not in noted:
            raise NotKeepable(f"{cell.title}为空，但没有说明原因")
        if figure is not None and not _in_bounds(figure):
            raise NotKeepable(f"{cell.title}的数字超出可用范围")
    if len(value.title or "") > LONGEST_TITLE:
        raise NotKeepable(f"标题最多{LONGEST_TITLE}字")
    for text in (value.title or "", *value.chapters.values(), *(n.raw for n in value.notes)):
        _require_text(text)


def _in_bounds(figure: int | Decimal) -> bool:
    if isinstance(figure, Decimal) and not figure.is_finite():
        return False
    return not isinstance(figure, bool) and abs(figure) < MOST


def _require_text(text: str) -> None:
    if len(text) > LONGEST_CHAPTER:
        raise NotKeepable(f"文字过长：一章最多{LONGEST_CHAPTER}字")
    if "\0" in text or any("\ud800" <= sign <= "\udfff" for sign in text):
        raise NotKeepable("文字中有不能保存的控制字符，请删去后再保存")


def changes(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """What differs between two sets of columns, by the names that people know: only changed cells, chapters and heads."""
    was, became = _by_name(before), _by_name(after)
    names = [name for name in became | was if was.get(name) != became.get(name)]
    return {n: was[n] for n in names if n in was}, {n: became[n] for n in names if n in became}


def _by_name(columns: Mapping[str, Any]) -> dict[str, Any]:
    figures = columns["figures"]
    undivided = "requests.other_undivided.total" in figures
    titles = {cell.key: cell.title for cell in cells(columns["edition"], undivided=undivided)}
    signed_on: date | None = columns["signed_on"]
    return {
        "格式": columns["edition"],
        "标题": columns["title"],
        "落款日期": signed_on.isoformat() if signed_on else None,
        **{titles.get(key, key): kept for key, kept in figures.items()},
        **{CHAPTER_TITLES.get(key, key): text for key, text in columns["chapters"].items()},
    }

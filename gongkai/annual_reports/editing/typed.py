"""What was typed into the form of a report, turned into a report; nothing that was typed is lost.

A cell that holds no number is kept as it was typed (a note ``unreadable``), so that a draft can always be saved. What
cannot be kept at all, a date that is none or a text beyond all measure, stops the saving and stays in its field.
"""

import re
import unicodedata
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date

from gongkai.annual_reports.values import LONGEST_CHAPTER, LONGEST_TITLE, MOST
from gongkai.law.annual_report import AnnualReport, Figure, Note
from gongkai.law.annual_report.form import Cell
from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.paperwork.printing.form_tables import figure_text
from gongkai.paperwork.reading.figures import Unit, read_figure

LONGEST_CELL = 200  # characters; a figure has at most 18 digits, the rest is what somebody pasted
LONGEST_SHOWN = 24  # characters of an unreadable cell of the source that are put into its field

TEXTS: tuple[str, ...] = ("preface", *(chapter.key for chapter in CHAPTERS))
"""The keys of all texts of a report, in printed order."""

_ALWAYS = frozenset(chapter.key for chapter in CHAPTERS if chapter.table is None)
# What PostgreSQL and XML cannot hold. Tabs and line ends stay; marks of writing direction stay, templates escape them.
_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_DATE = re.compile(r"(\d{4})(?:年|[-/.])(\d{1,2})(?:月|[-/.])(\d{1,2})日?")


@dataclass(frozen=True, slots=True)
class Mistake:
    """What is wrong with a field, for people. ``blocks`` says that the form cannot be saved with it."""

    sentence: str
    blocks: bool = True


@dataclass(frozen=True, slots=True)
class Typed:
    """A form as it was sent: the report it makes, each field's text as typed, each field's mistake."""

    value: AnnualReport
    texts: Mapping[str, str]
    mistakes: Mapping[str, Mistake]

    @property
    def can_be_saved(self) -> bool:
        """Whether everything typed can be kept in the record."""
        return not any(mistake.blocks for mistake in self.mistakes.values())


def unit_of(cell: Cell) -> Unit:
    """What a cell is kept in: pieces, a change with its sign, 元 or 万元."""
    if cell.key.endswith("_wan_yuan"):
        return "wan_yuan"
    if cell.key.endswith("_yuan"):
        return "yuan"
    return "change" if cell.key.endswith(".change") else "count"


def shown(report: AnnualReport, key: str) -> str:
    """A cell's text as its field shows it: the figure, or a short text that could not be read as one."""
    figure = report.figures.get(key)
    if figure is not None:
        return figure_text(figure)
    raw = next((note.raw for note in report.notes_on(key) if note.reason == "unreadable"), "")
    return raw if len(raw) <= LONGEST_SHOWN else ""


def texts_of(report: AnnualReport) -> dict[str, str]:
    """Every field of the form by name, as it shows this report."""
    return {
        "title": report.title or "",
        "signed_on": report.signed_on.isoformat() if report.signed_on else "",
        **{f"chapters.{key}": report.chapters.get(key, "") for key in TEXTS},
        **{cell.key: shown(report, cell.key) for cell in report.cells()},
    }


def read_form(sent: Mapping[str, str], before: AnnualReport) -> Typed:
    """The report that was typed. A field that was not sent, or not touched, stays as it is in ``before``, notes included."""
    old = texts_of(before)
    texts = {name: _CONTROL.sub("", sent.get(name, text)) for name, text in old.items()}
    touched = {name: text for name, text in texts.items() if _even(text) != _even(old[name])}
    mistakes: dict[str, Mistake] = {}
    value = replace(
        before,
        title=_title(touched, before, mistakes),
        signed_on=_signed_on(touched, before, mistakes),
        chapters=_chapters(touched, before, mistakes),
    )
    value = _with_cells(touched, value, mistakes)
    for note in value.notes:
        if note.reason == "unreadable" and note.where in texts and texts[note.where]:
            mistakes.setdefault(note.where, _no_number(note.where, before))
    return Typed(value, texts, mistakes)


def _even(text: str) -> str:
    """Browsers send line ends as CR LF."""
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _title(
    touched: Mapping[str, str], before: AnnualReport, mistakes: dict[str, Mistake]
) -> str | None:
    if "title" not in touched:
        return before.title
    title = " ".join(touched["title"].split())
    if len(title) > LONGEST_TITLE:
        mistakes["title"] = Mistake(f"标题有 {len(title)} 个字，最多 {LONGEST_TITLE} 个字")
        return before.title
    return title or None


def _signed_on(
    touched: Mapping[str, str], before: AnnualReport, mistakes: dict[str, Mistake]
) -> date | None:
    if "signed_on" not in touched:
        return before.signed_on
    text = re.sub(r"\s", "", unicodedata.normalize("NFKC", touched["signed_on"]))
    if not text:
        return None
    match = _DATE.fullmatch(text)
    if match:
        with suppress(ValueError):
            return date(*(int(part) for part in match.groups()))
    mistakes["signed_on"] = Mistake("落款日期写成 2025-01-20 或 2025年1月20日 的样子")
    return before.signed_on


def _chapters(
    touched: Mapping[str, str], before: AnnualReport, mistakes: dict[str, Mistake]
) -> dict[str, str]:
    chapters = dict(before.chapters)
    for key in TEXTS:
        text = _even(touched.get(f"chapters.{key}", chapters.get(key, "")))
        if len(text) > LONGEST_CHAPTER:
            sentence = f"这一章有 {len(text)} 个字，最多 {LONGEST_CHAPTER} 个字；请删减后再保存"
            mistakes[f"chapters.{key}"] = Mistake(sentence)
        elif text.strip() or (key in chapters and key in _ALWAYS):
            chapters[key] = "\n".join(line.rstrip() for line in text.strip("\n").split("\n"))
        else:
            chapters.pop(key, None)
    return chapters


def _with_cells(
    touched: Mapping[str, str], report: AnnualReport, mistakes: dict[str, Mistake]
) -> AnnualReport:
    figures: dict[str, Figure] = dict(report.figures)
    notes = [note for note in report.notes if note.where not in touched]
    for cell in report.cells():
        text = touched.get(cell.key)
        if text is None:
            continue
        if len(text) > LONGEST_CELL:
            mistakes[cell.key] = Mistake(f"{cell.title}里有 {len(text)} 个字，不像数字")
            notes += report.notes_on(cell.key)
            continue
        figures[cell.key], note = _read(cell, text)
        notes += [note] if note else []
    return replace(report, figures=figures, notes=tuple(notes))


def _read(cell: Cell, text: str) -> tuple[Figure, Note | None]:
    reading = read_figure(text, unit_of(cell))
    too_large = not -MOST < (reading.figure or 0) < MOST
    if reading.reason == "unreadable" or too_large:
        return None, Note(cell.key, "unreadable", text.strip())
    note = Note(cell.key, reading.reason, reading.raw) if reading.reason else None
    return reading.figure, note


def _no_number(key: str, report: AnnualReport) -> Mistake:
    cell = next(cell for cell in report.cells() if cell.key == key)
    kind = "金额" if cell.number == "decimal" else "数字"
    return Mistake(
        f"{cell.title}不是{kind}，已照样留着；请改成{kind}，没有发生的填 0", blocks=False
    )

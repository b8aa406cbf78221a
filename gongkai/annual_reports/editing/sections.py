"""The whole form from top to bottom: each chapter with its table, its text, and what is to be said of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from gongkai.annual_reports.editing.aids import Aid
from gongkai.annual_reports.editing.chapters import ChapterBox, chapter_boxes
from gongkai.annual_reports.editing.grid import GridTable, field_id, grid_tables
from gongkai.annual_reports.editing.typed import Typed
from gongkai.law.annual_report import Figure, Finding
from gongkai.law.annual_report.outline import CHAPTERS

_HEADS = {"title": "标题", "signed_on": "落款日期"}


@dataclass(frozen=True, slots=True)
class Section:
    """A chapter of the form. ``table`` is None for a chapter of text alone; ``aid`` is what helps to write it."""

    key: str
    heading: str
    box: ChapterBox
    table: GridTable | None = None
    aid: Aid = Aid()

    @property
    def dom_id(self) -> str:
        """The section's id in the page."""
        return f"section-{self.key}"


@dataclass(frozen=True, slots=True)
class Wrong:
    """A line of the summary of mistakes: where, what, and the field."""

    label: str
    sentence: str
    field: str


def sections(
    typed: Typed,
    findings: Sequence[Finding] = (),
    counts: Mapping[str, Figure] | None = None,
    helping: Mapping[str, Aid] | None = None,
) -> tuple[Section, ...]:
    """The chapters in printed order; ``counts`` are those of the draft whose sentences have fields."""
    boxes = chapter_boxes(typed, findings, counts)
    tables = {table.chapter: table for table in grid_tables(typed, findings)}
    aids = helping or {}
    return tuple(
        Section(
            chapter.key,
            chapter.heading,
            boxes[chapter.key],
            tables.get(chapter.key),
            aids.get(chapter.key, Aid()),
        )
        for chapter in CHAPTERS
    )


def summary(typed: Typed) -> tuple[Wrong, ...]:
    """Every mistake with the way to its field, in the order of the form."""
    labels = _HEADS | {f"chapters.{chapter.key}": chapter.heading for chapter in CHAPTERS}
    return tuple(
        Wrong(labels.get(name, ""), typed.mistakes[name].sentence, field_id(name))
        for name in typed.texts
        if name in typed.mistakes
    )

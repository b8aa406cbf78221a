"""The chapters of text as the editor shows them: as typed, as they will be printed, with findings beside their sentences."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from gongkai.annual_reports.editing.grid import field_id
from gongkai.annual_reports.editing.segments import ShownParagraph, shown_paragraphs
from gongkai.annual_reports.editing.typed import TEXTS, Mistake, Typed
from gongkai.law.annual_report import Figure, Finding
from gongkai.law.annual_report.fields import filled
from gongkai.law.annual_report.outline import CHAPTERS

_HEADINGS = {chapter.key: chapter.heading for chapter in CHAPTERS} | {"preface": "报告开头的话"}
_WITH_TABLE = frozenset(chapter.key for chapter in CHAPTERS if chapter.table is not None)
OPTIONAL = _WITH_TABLE | {"preface"}
"""Texts that most reports do without."""


@dataclass(frozen=True, slots=True)
class ChapterBox:
    """One chapter: its field, its length in characters without blanks, its preview, its findings."""

    key: str
    heading: str
    text: str
    characters: int
    optional: bool
    paragraphs: tuple[ShownParagraph, ...]
    findings: tuple[Finding, ...]
    mistake: Mistake | None = None

    @property
    def name(self) -> str:
        """The field's name."""
        return f"chapters.{self.key}"

    @property
    def dom_id(self) -> str:
        """The field's id."""
        return field_id(self.name)


def chapter_boxes(
    typed: Typed, findings: Sequence[Finding] = (), counts: Mapping[str, Figure] | None = None
) -> dict[str, ChapterBox]:
    """Every text of the report by key, as typed. ``counts`` are those of a draft; what is read only has no fields left."""
    return {key: _box(typed, key, findings, counts) for key in TEXTS}


def _box(
    typed: Typed, key: str, findings: Sequence[Finding], counts: Mapping[str, Figure] | None
) -> ChapterBox:
    name = f"chapters.{key}"
    text, mistake = typed.texts[name], typed.mistakes.get(name)
    kept = typed.value.chapters.get(key, "") if mistake else text
    said = kept if counts is None else filled(kept, typed.value.figures, counts)
    mine = tuple(finding for finding in findings if _concerns(finding, key, said))
    value = replace(typed.value, chapters={key: kept})
    return ChapterBox(
        key,
        _HEADINGS[key],
        text,
        len(re.sub(r"\s", "", said)),
        key in OPTIONAL,
        tuple(shown_paragraphs(value, key, counts, mine)),
        mine,
        mistake,
    )


def _concerns(finding: Finding, key: str, text: str) -> bool:
    if finding.where == f"chapters.{key}":
        return True
    return finding.rule == "narrative" and finding.evidence in _folded(text)


def _folded(text: str) -> str:
    """The text without line ends and without the blanks that findings leave out of their quotes."""
    return re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", text.replace("\n", ""))

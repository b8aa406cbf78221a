"""The chapters of text as the editor shows them: as typed, as they will be printed, with findings beside their sentences."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from gongkai.annual_reports.editing.grid import field_id
from gongkai.annual_reports.editing.typed import TEXTS, Mistake, Typed
from gongkai.law.annual_report import AnnualReport, Finding
from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.paperwork.printing.flow import paragraphs

_FIGURE = re.compile(r"\d+(?:[.,，]\d+)*(?:%|％)?(?:万元|亿元|元|件次|件|条|项|次|期|份|个|篇|人)?")
_HEADINGS = {chapter.key: chapter.heading for chapter in CHAPTERS} | {"preface": "报告开头的话"}
_WITH_TABLE = frozenset(chapter.key for chapter in CHAPTERS if chapter.table is not None)
OPTIONAL = _WITH_TABLE | {"preface"}
"""Texts that most reports do without."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a paragraph: plain, a ``figure``, or ``doubted`` by a finding whose id is ``finding``."""

    text: str
    kind: str = ""
    finding: str = ""


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph of the preview: ``subhead`` or ``paragraph``."""

    role: str
    segments: tuple[Segment, ...]


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


def chapter_boxes(typed: Typed, findings: Sequence[Finding] = ()) -> dict[str, ChapterBox]:
    """Every text of the report by key, as typed."""
    return {key: _box(typed, key, findings) for key in TEXTS}


def _box(typed: Typed, key: str, findings: Sequence[Finding]) -> ChapterBox:
    name = f"chapters.{key}"
    text, mistake = typed.texts[name], typed.mistakes.get(name)
    kept = typed.value.chapters.get(key, "") if mistake else text
    mine = tuple(finding for finding in findings if _concerns(finding, key, kept))
    value = replace(typed.value, chapters={key: kept})
    return ChapterBox(
        key,
        _HEADINGS[key],
        text,
        len(re.sub(r"\s", "", text)),
        key in OPTIONAL,
        tuple(_paragraphs(value, key, mine)),
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


def _paragraphs(
    report: AnnualReport, key: str, findings: Sequence[Finding]
) -> Iterator[ShownParagraph]:
    for part in paragraphs(report, key):
        yield ShownParagraph(part.role, tuple(_segments(part.text, findings)))


def _segments(text: str, findings: Sequence[Finding]) -> Iterator[Segment]:
    """The paragraph cut at the sentences that findings quote, and the rest at its figures."""
    narrative = [finding for finding in findings if finding.rule == "narrative"]
    quoted = {re.sub(r"\s", "", finding.evidence): finding for finding in narrative}
    sentence = re.compile("|".join(map(_spaced, sorted(quoted, key=len, reverse=True))) or "(?!)")
    place = 0
    for match in sentence.finditer(text):
        yield from _figures(text[place : match.start()])
        finding = quoted[re.sub(r"\s", "", match.group())]
        yield Segment(match.group(), "doubted", f"finding-{finding.fingerprint}")
        place = match.end()
    yield from _figures(text[place:])


def _spaced(quote: str) -> str:
    """A pattern for a quoted sentence with blanks anywhere in it."""
    return r"[^\S\n]*".join(map(re.escape, quote))


def _figures(text: str) -> Iterator[Segment]:
    place = 0
    for match in _FIGURE.finditer(text):
        if match.start() > place:
            yield Segment(text[place : match.start()])
        yield Segment(match.group(), "figure")
        place = match.end()
    if place < len(text):
        yield Segment(text[place:])

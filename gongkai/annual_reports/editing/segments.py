"""A chapter as it will be read, cut into what the preview tells apart: headings, figures, what fields put in, what is doubted."""

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from gongkai.law.annual_report import AnnualReport, Figure, Finding
from gongkai.law.annual_report.fields import Numbers, Part, parts
from gongkai.paperwork.printing.flow import paragraphs

_FIGURE = re.compile(r"\d+(?:[.,，]\d+)*(?:%|％)?(?:万元|亿元|元|件次|件|条|项|次|期|份|个|篇|人)?")
_LINE_ENDS = re.compile(r"\r\n?|\n")
_OF_SENTENCES = frozenset({"narrative", "field", "to_write"})
"""The rules whose findings quote the words that they doubt."""


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of a paragraph: plain, a ``figure``, or ``doubted`` by a finding whose id is ``finding``.

    ``field`` is the name of the field that put it there, "" for what somebody typed.
    """

    text: str
    kind: str = ""
    finding: str = ""
    field: str = ""


@dataclass(frozen=True, slots=True)
class ShownParagraph:
    """A paragraph of the preview: ``subhead`` or ``paragraph``."""

    role: str
    segments: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class _Stretch:
    """From one place of a paragraph to another, and what is to be said of it: a field's name, or a finding's id."""

    start: int
    end: int
    said: str


def shown_paragraphs(
    report: AnnualReport,
    key: str,
    counts: Mapping[str, Figure] | None,
    findings: Sequence[Finding],
) -> Iterator[ShownParagraph]:
    """The chapter's paragraphs as printed. Without ``counts`` its text has no fields: it is what people read already."""
    numbers = Numbers(report.figures, counts or {})
    for line in _LINE_ENDS.split(report.chapters.get(key, "")):
        cut = [Part(line)] if counts is None else list(parts(line, numbers))
        said = "".join(part.text for part in cut)
        for shown in paragraphs(replace(report, chapters={key: said}), key):
            fields = list(_placed(cut, said.find(shown.text)))
            yield ShownParagraph(shown.role, tuple(_segments(shown.text, fields, findings)))


def _placed(cut: Iterable[Part], offset: int) -> Iterator[_Stretch]:
    """Where fields stand in the printed line, which begins at ``offset`` of the typed one; nowhere if it was changed."""
    place = -offset
    for part in cut:
        if part.name and offset >= 0:
            yield _Stretch(place, place + len(part.text), part.name)
        place += len(part.text)


def _segments(text: str, fields: list[_Stretch], findings: Sequence[Finding]) -> Iterator[Segment]:
    """The paragraph cut at the words that findings quote, and within and between them at fields and figures."""
    place = 0
    for doubted in _doubted(text, findings):
        yield from _within(text, place, doubted.start, fields)
        yield from _within(text, doubted.start, doubted.end, fields, doubted.said)
        place = doubted.end
    yield from _within(text, place, len(text), fields)


def _doubted(text: str, findings: Sequence[Finding]) -> Iterator[_Stretch]:
    said = [finding for finding in findings if finding.rule in _OF_SENTENCES]
    quoted = {re.sub(r"\s", "", finding.evidence): finding for finding in said}
    sentence = re.compile("|".join(map(_spaced, sorted(quoted, key=len, reverse=True))) or "(?!)")
    for match in sentence.finditer(text):
        finding = quoted[re.sub(r"\s", "", match.group())]
        yield _Stretch(match.start(), match.end(), f"finding-{finding.fingerprint}")


def _spaced(quote: str) -> str:
    """A pattern for a quoted sentence with blanks anywhere in it."""
    return r"[^\S\n]*".join(map(re.escape, quote))


def _within(
    text: str, start: int, end: int, fields: list[_Stretch], finding: str = ""
) -> Iterator[Segment]:
    """One stretch, cut at its fields; figures that somebody typed are told apart where nothing else is said."""
    kind, place = "doubted" if finding else "figure", start
    for field in fields:
        if start <= field.start and field.end <= end:
            yield from _plain(text[place : field.start], finding)
            yield Segment(text[field.start : field.end], kind, finding, field.said)
            place = field.end
    yield from _plain(text[place:end], finding)


def _plain(text: str, finding: str) -> Iterator[Segment]:
    place = 0
    for match in () if finding else _FIGURE.finditer(text):
        if match.start() > place:
            yield Segment(text[place : match.start()])
        yield Segment(match.group(), "figure")
        place = match.end()
    if place < len(text):
        yield Segment(text[place:], "doubted" if finding else "", finding)

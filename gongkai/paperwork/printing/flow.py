"""What a printed report holds from top to bottom: title, preface, chapters with their tables, organ and date.

HTML, PDF and DOCX draw these parts; none of them decides what is printed or in which order.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork.printing.form_tables import FormTable, form_tables

NAME = "政府信息公开工作年度报告"
UNDATED = date(2000, 1, 1)
"""Stands in the metadata of a print-out whose report says neither its date nor its year."""

_SUBHEAD = re.compile(r"[（(][一二三四五六七八九十]{1,3}[）)][^。；：，！？]{1,30}")
# What XML 1.0 and HTML cannot hold: control characters but for the tab, surrogates, noncharacters; and byte order marks.
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufeff"
    + "".join(
        chr(plane + last) for plane in range(0, 0x110000, 0x10000) for last in (0xFFFE, 0xFFFF)
    )
    + "]"
)


@dataclass(frozen=True, slots=True)
class Text:
    """A line of text and what it is. ``heading`` is that of a chapter, ``subhead`` a line such as （一）主动公开."""

    text: str
    role: Literal["title", "heading", "subhead", "paragraph", "signature"]


Part = Text | FormTable


def flow(report: AnnualReport) -> Iterator[Part]:
    """The parts in printed order. Chapters of text that the report lacks are left out, tables always stand."""
    yield Text(title_of(report), "title")
    yield from paragraphs(report, "preface")
    tables = {table.chapter: table for table in form_tables(report)}
    for chapter in CHAPTERS:
        if chapter.table is None and chapter.key not in report.chapters:
            continue
        yield Text(chapter.heading, "heading")
        if chapter.key in tables:
            yield tables[chapter.key]
        yield from paragraphs(report, chapter.key)
    if report.organ:
        yield Text(printable(report.organ), "signature")
    if report.signed_on:
        yield Text(date_in_words(report.signed_on), "signature")


def title_of(report: AnnualReport) -> str:
    """The report's own title, or the usual one made of organ and year, as far as they are known."""
    year = f"{report.year}年" if report.year else ""
    return printable(report.title or f"{report.organ or ''}{year}{NAME}")


def printable(text: str) -> str:
    """The text on one line, without the control characters that XML and HTML cannot hold; all else is kept."""
    return _UNPRINTABLE.sub("", re.sub(r"\r\n?|\n", " ", text))


def date_in_words(day: date) -> str:
    """2024年12月31日, as reports are signed."""
    return f"{day.year}年{day.month}月{day.day}日"


def metadata_day(report: AnnualReport) -> date:
    """The day that a file's metadata give: never today, so that a second print-out is the same file."""
    return report.signed_on or (date(report.year, 12, 31) if report.year else UNDATED)


def paragraphs(report: AnnualReport, chapter: str) -> Iterator[Text]:
    """Each line of the chapter's text is a paragraph; empty lines are none."""
    for line in re.split(r"\r\n?|\n", report.chapters.get(chapter, "")):
        text = printable(line).strip()
        if text:
            yield Text(
                text,
                "subhead" if chapter != "preface" and _SUBHEAD.fullmatch(text) else "paragraph",
            )

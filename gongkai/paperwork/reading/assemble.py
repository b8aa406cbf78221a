"""A Document to an annual report: the tables' places, the chapters between them, and every cell of the form."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.law.annual_report.form import DIVIDED_OTHER_ROWS, Edition, cells
from gongkai.law.annual_report.report import AnnualReport, Note
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.reading.chapters import Chapters, plain_texts, read_chapters
from gongkai.paperwork.reading.document import Block, Document, Line, Table, block_text
from gongkai.paperwork.reading.flat_tables import (
    labels_stand_last,
    read_proactive,
    read_remedies,
    read_requests,
)
from gongkai.paperwork.reading.found import Found
from gongkai.paperwork.reading.grid import LARGEST, as_lines, grid_rows
from gongkai.paperwork.reading.headings import find_headings
from gongkai.paperwork.reading.places import Places, find_places, find_starts
from gongkai.paperwork.reading.proactive_table import edition_of, read_proactive_table
from gongkai.paperwork.reading.remedy_table import read_remedy_table
from gongkai.paperwork.reading.request_table import read_request_table
from gongkai.paperwork.reading.unfold import unfold

DIVIDED = tuple(f"requests.{row.key}." for row in DIVIDED_OTHER_ROWS)
FEWEST_FIGURES = 5  # fewer figures and fewer than two headings: this is something else
NOT_A_REPORT = "没有找到年度报告的表格或章节标题，这个文件不像政府信息公开工作年度报告"


@dataclass(slots=True)
class _Parts:
    """A document taken apart."""

    document: Document
    places: Places
    chapters: Chapters

    def lines(self, key: str) -> list[Line]:
        """The lines in which a table may stand; a row of a table is a line too, for labels may stand outside it."""
        return [line for block in self._stretch(key) for line in as_lines(block)]

    def text(self, key: str) -> str:
        """All words of a table's place."""
        return " ".join(block_text(block) for block in self._stretch(key))

    def _stretch(self, key: str) -> Sequence[Block]:
        if key not in self.places.starts:
            return ()
        return [self.document.blocks[at] for at in self.places.blocks(key)]


def assemble(document: Document) -> AnnualReport:
    """Find the form in a document; raises UnreadableReport where there is none."""
    document = unfold(document)
    if sum(len(b.cells) for b in document.blocks if isinstance(b, Table)) > LARGEST:
        raise UnreadableReport("表格里的单元格太多，不像年度报告")
    starts = find_starts(document.blocks)
    headings = find_headings(plain_texts(document.blocks), starts)
    places = find_places(document.blocks, starts, [heading.at for heading in headings])
    parts = _Parts(
        document, places, read_chapters(document.blocks, places, headings, document.title)
    )
    header = parts.chapters.header
    edition = edition_of(parts.text("proactive"), header.year)
    found = _figures(parts, edition)
    if len(found.figures) < FEWEST_FIGURES and len(parts.chapters.outline) < 2:
        raise UnreadableReport(NOT_A_REPORT)
    return _report(parts.chapters, edition, found)


def _figures(parts: _Parts, edition: Edition) -> Found:
    """Every figure: from ruled tables first, then from lines what is still missing."""
    rows = grid_rows(block for block in parts.document.blocks if isinstance(block, Table))
    found = Found()
    found.add(read_proactive_table(rows, edition))
    last = labels_stand_last(parts.lines("requests"))
    found.add(read_proactive(parts.lines("proactive"), edition, label_last=last))
    found.add(read_request_table(rows))
    found.add(read_requests(parts.lines("requests")))
    found.add(read_remedy_table(rows))
    found.add(read_remedies(parts.lines("remedies")))
    return found


def _report(chapters: Chapters, edition: Edition, found: Found) -> AnnualReport:
    form = cells(edition, undivided=_undivided(edition, found))
    keys = {cell.key for cell in form}
    missing = tuple(Note(cell.key, "not_found") for cell in form if cell.key not in found.figures)
    header = chapters.header
    return AnnualReport(
        edition=edition,
        figures={cell.key: found.figures.get(cell.key) for cell in form},
        title=header.title,
        organ=header.organ,
        year=header.year,
        signed_on=header.signed_on,
        chapters=chapters.texts,
        notes=(*(note for note in found.notes if note.where in keys), *missing),
        outline=chapters.outline,
    )


def _undivided(edition: Edition, found: Found) -> bool:
    """Whether （六）其他处理 is one row: what stands in the table decides, else the edition of the form.

    Beside the rows that divide it, a row of that name is their heading with a figure that cannot be placed.
    """
    if any(key.startswith(DIVIDED) for key in found.figures):
        return False
    return "requests.other_undivided.total" in found.figures or edition == "2019"

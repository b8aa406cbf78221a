"""Blacked-out papers, read: the go that is in work, its places in reading order, and what was withheld by page and ground."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import QuerySet

from gongkai.casework.models import Case, CaseFile, RedactionBox, RedactionSheet
from gongkai.casework.replies import Part
from gongkai.law.attributes import ground
from gongkai.paperwork.redaction import READABLE

MM = 25.4 / 72
"""Millimetres of a point."""
Edges = tuple[int, float, float, float, float]
"""Page, left, top, right, bottom: the page from 1, the rest fractions of it."""
_RUN = re.compile(r"([0-9]{1,6})(?:-([0-9]{1,6}))?")


def sheet_of(paper: CaseFile) -> RedactionSheet | None:
    """The newest go at a paper that was not dropped."""
    rows = RedactionSheet.objects.filter(source=paper).exclude(state="dropped")
    return rows.select_related("working", "result", "made").last()


def can_be_redacted(paper: CaseFile) -> bool:
    """Whether it is of a kind that can be blacked out, and still there."""
    return paper.file.kind in READABLE and paper.file.destroyed_at is None


def boxes_of(sheet: RedactionSheet) -> QuerySet[RedactionBox]:
    """The places that hold now, in reading order."""
    return sheet.boxes.filter(removed=None)


def edges_of(boxes: Iterable[RedactionBox]) -> list[Edges]:
    """The places alone."""
    return [(box.page, *box.edges) for box in boxes]


def page_numbers(text: str, most: int) -> list[int]:
    """The pages of a text like 1-3,5，8; raises ValueError with words for people."""
    found: set[int] = set()
    for part in re.split(r"[,，、\s]+", text.strip()):
        run = _RUN.fullmatch(part.replace("—", "-").replace("－", "-"))
        if run is None:
            raise ValueError(f"“{part[:20]}”不是页码，请写成 1-3,5 这样")
        first, last = int(run[1]), int(run[2] or run[1])
        if not 1 <= first <= last <= most:
            raise ValueError(f"没有“{part}”这些页：文件共 {most} 页")
        found |= set(range(first, last + 1))
    return sorted(found)


@dataclass(frozen=True, slots=True)
class WithheldRow:
    """One row of the list of what was withheld: a ground in one paper, on which pages, at how many places, why."""

    paper: str
    ground: str
    pages: tuple[int, ...]
    places: int
    notes: tuple[str, ...]

    @property
    def label(self) -> str:
        """The ground with its article."""
        row = ground(self.ground)
        return f"{row.label}（{row.cite}）"

    @property
    def where(self) -> str:
        """第1、3页，共4处"""
        return f"第{'、'.join(map(str, self.pages))}页，共{self.places}处"

    @property
    def why(self) -> str:
        """The reasons given, else the words of the ground."""
        return "；".join(self.notes) or ground(self.ground).label


def withheld_rows(title: str, boxes: Iterable[RedactionBox]) -> list[WithheldRow]:
    """The list of one paper, by ground in the order of first places."""
    by_ground: dict[str, list[RedactionBox]] = {}
    for box in boxes:
        by_ground.setdefault(box.ground, []).append(box)
    return [
        WithheldRow(
            title,
            key,
            tuple(sorted({box.page for box in rows})),
            len(rows),
            tuple(dict.fromkeys(box.note for box in rows if box.note)),
        )
        for key, rows in by_ground.items()
    ]


def burnt_sheets(case: Case) -> list[RedactionSheet]:
    """The blacked-out papers of a case that hold: of each paper the newest go."""
    rows = RedactionSheet.objects.filter(source__case=case, state="burnt")
    newest = {sheet.source_id: sheet for sheet in rows.select_related("result").order_by("pk")}
    return list(newest.values())


def withheld_in(case: Case) -> list[WithheldRow]:
    """The list of what was withheld in all papers of a case."""
    sheets = burnt_sheets(case)
    boxes = RedactionBox.objects.filter(sheet__in=sheets, removed=None)
    of_sheet: dict[int, list[RedactionBox]] = {}
    for box in boxes:
        of_sheet.setdefault(box.sheet_id, []).append(box)
    return [
        row
        for sheet in sheets
        for row in withheld_rows(str(sheet.result), of_sheet.get(sheet.pk, ()))
    ]


def parts_from_redactions(case: Case) -> tuple[Part, ...]:
    """What a partial reply says of each blacked-out paper: the rest is given, each ground withholds its places."""
    parts: list[Part] = []
    seen: set[str] = set()
    for row in withheld_in(case):
        if row.paper not in seen:
            seen.add(row.paper)
            parts.append(Part(row.paper, given=True))
        title = f"{row.paper[:200]}（{row.where[:80]}）"
        parts.append(Part(title, given=False, ground=row.ground, reason=row.why))
    return tuple(parts)

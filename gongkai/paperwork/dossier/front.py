"""The front pages: cover, index, time line, what could not be made into pages; set by Typst from ``front.typ``."""

import json
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from gongkai.paperwork.printing.flow import printable
from gongkai.paperwork.printing.typesetting import typefaces_here, typeset

TEMPLATE = Path(__file__).with_name("front.typ")
Rows = tuple[tuple[str, ...], ...]


@dataclass(frozen=True, slots=True)
class Front:
    """``facts`` are (label, value); ``index`` (number, day, title, who, article, SHA-256); ``line`` (day, what, article).

    ``left_out``: (number, title, why it has no pages here).
    """

    title: str
    organ: str
    facts: Rows
    index: Rows
    line: Rows
    left_out: Rows
    made_at: datetime


def front_pages(front: Front) -> bytes:
    """The pages as PDF on A4. Raises CannotPrint without a Chinese font."""
    faces = typefaces_here()
    data = {
        "title": printable(front.title),
        "organ": printable(front.organ),
        "facts": _clean(front.facts),
        "index": _clean(front.index),
        "line": _clean(front.line),
        "left_out": _clean(front.left_out),
        "fonts": {"body": faces.body, "banner": faces.banner},
    }
    return typeset(TEMPLATE, {"front": json.dumps(data)}, front.made_at.replace(microsecond=0))


def _clean(rows: Rows) -> list[list[str]]:
    return [[printable(cell) for cell in row] for row in rows]

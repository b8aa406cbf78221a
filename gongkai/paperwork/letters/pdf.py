"""The letter as PDF (PDF/A-2a and PDF/UA-1), set by Typst from ``letter.typ``; fonts are embedded."""

import json
from datetime import UTC, datetime, time
from pathlib import Path
from typing import Any

from gongkai.paperwork.letters.letter import OfficialLetter
from gongkai.paperwork.printing.flow import printable
from gongkai.paperwork.printing.fonts import Typefaces
from gongkai.paperwork.printing.typesetting import typefaces_here, typeset

TEMPLATE = Path(__file__).with_name("letter.typ")


def to_pdf(letter: OfficialLetter) -> bytes:
    """The letter as PDF on A4; the same letter and fonts give the same bytes. Raises CannotPrint without a Chinese font."""
    data = {"letter": json.dumps(as_data(letter, typefaces_here()))}
    return typeset(TEMPLATE, data, datetime.combine(letter.metadata_day, time(), UTC))


def as_data(letter: OfficialLetter, typefaces: Typefaces) -> dict[str, Any]:
    """What ``letter.typ`` reads."""
    return {
        "title": printable(letter.title),
        "organ": printable(letter.organ),
        "number": printable(letter.document_number),
        "addressee": printable(letter.addressee),
        "last_words": letter.last_words,
        "paragraphs": [printable(words) for words in letter.paragraphs],
        "enclosures": [_split(line) for line in letter.enclosure_lines],
        "day": letter.day,
        "note": printable(letter.note),
        "fonts": {"body": typefaces.body, "banner": typefaces.banner},
    }


def _split(line: str) -> tuple[str, str]:
    """The head of a line of enclosures (附件：1.) and the name, which is set hanging."""
    head = (
        line[: 3 + len(line[3:]) - len(line[3:].lstrip("0123456789."))]
        if line[3:4].isdigit()
        else line[:3]
    )
    return head, line[len(head) :]

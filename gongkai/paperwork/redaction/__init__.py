"""Blacks out parts of a PDF for good: the released file is made anew of pictures of its pages, blacked out before they are saved.

Nothing of the original file is copied into the released one (decision 0013). Runs in bounded child processes.
"""

from gongkai.paperwork.redaction.as_pdf import READABLE, as_pdf
from gongkai.paperwork.redaction.boxes import Box, Redaction, Withheld, WrongBox, check
from gongkai.paperwork.redaction.looking import Look, look_at, page_picture
from gongkai.paperwork.redaction.release import Leftover, NotBurnt, Released, redact
from gongkai.paperwork.redaction.seeking import Place, find_places

__all__ = [
    "READABLE",
    "Box",
    "Leftover",
    "Look",
    "NotBurnt",
    "Place",
    "Redaction",
    "Released",
    "Withheld",
    "WrongBox",
    "as_pdf",
    "check",
    "find_places",
    "look_at",
    "page_picture",
    "redact",
]

"""Prints letters in official form (letter format of GB/T 9704) as web page, Word and PDF, and fills an organ's own Word templates.

What letters say is law (``gongkai.law.letters``). Nothing of a print-out is decided by the clock or the machine.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Literal, get_args

from gongkai.paperwork.letters.letter import OfficialLetter, compose, contact_note, preview

__all__ = ["LetterKind", "OfficialLetter", "compose", "contact_note", "preview", "print_letter"]

LetterKind = Literal["html", "docx", "pdf"]


def print_letter(letter: OfficialLetter, kind: LetterKind) -> bytes:
    """The letter as a file of that kind.

    Raises CannotPrint with a sentence for people if something is missing here (a Chinese font for PDF), and ValueError
    for a kind that is none.
    """
    if kind not in get_args(LetterKind):
        raise ValueError(f"印出格式应为 {'、'.join(get_args(LetterKind))}，得到 {kind!r}")
    # Imported only now: who composes letters needs neither typst nor python-docx.
    printer = import_module(f"gongkai.paperwork.letters.{kind}")
    to_bytes: Callable[[OfficialLetter], bytes] = getattr(printer, f"to_{kind}")
    return to_bytes(letter)

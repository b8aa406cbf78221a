"""The letter as a web page that needs nothing else, and as a piece of one for a preview beside its form."""

from functools import cache
from html import escape
from pathlib import Path

from gongkai.paperwork.letters.letter import OfficialLetter
from gongkai.paperwork.printing.flow import printable
from gongkai.paperwork.printing.html import PAGE

SEAL = '<p class="letter__seal" aria-hidden="true">印章</p>'


def to_html(letter: OfficialLetter) -> bytes:
    """The letter as a page in UTF-8, its style within."""
    return PAGE.format(
        title=escape(printable(letter.title)), style=_style(), main=letter_piece(letter)
    ).encode()


def letter_piece(letter: OfficialLetter, heading: str = "h1") -> str:
    """The letter as an ``article`` of class ``letter``; ``letter.css`` says how it looks. All words are escaped.

    ``heading`` is the tag of its title: lower where the letter stands in a page with a title of its own.
    """
    parts = [
        _line("p", "letter__organ", letter.organ),
        _line("p", "letter__number", letter.document_number if letter.organ else ""),
        _line(heading, "letter__title", letter.title),
        _line("p", "letter__addressee", f"{letter.addressee}：" if letter.addressee else ""),
        *(_line("p", "", words) for words in letter.paragraphs),
        _enclosures(letter),
        _signature(letter),
        _line("p", "", f"（{letter.note}）" if letter.note else ""),
    ]
    return '<article class="letter">\n' + "\n".join(part for part in parts if part) + "\n</article>"


@cache
def _style() -> str:
    return (Path(__file__).with_name("style") / "letter.css").read_text(encoding="utf-8")


def _line(tag: str, name: str, words: str) -> str:
    if not words:
        return ""
    named = f' class="{name}"' if name else ""
    return f"<{tag}{named}>{escape(printable(words))}</{tag}>"


def _enclosures(letter: OfficialLetter) -> str:
    lines = "".join(f"<li>{escape(line.lstrip('　'))}</li>" for line in letter.enclosure_lines)
    return f'<ul class="letter__enclosures">{lines}</ul>' if lines else ""


def _signature(letter: OfficialLetter) -> str:
    """Name and day over the place of the seal, which is drawn in the preview alone."""
    if not letter.day:
        return ""
    lines = _line("p", "", letter.organ) + _line("p", "", letter.day)
    return f'<div class="letter__signature">{SEAL}{lines}</div>'

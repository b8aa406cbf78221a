"""Letters inside pages: how they look now, with their blanks named; names masked, so that looking opens nothing."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.utils.safestring import SafeString, mark_safe

from gongkai.casework.letters import Drafted, drafted, masked
from gongkai.casework.models import Letter
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.letters import WrongFact
from gongkai.paperwork.letters.html import letter_piece

HEADING = "h3"


@dataclass(frozen=True, slots=True)
class Piece:
    """One letter as a page shows it. ``html`` is there for drafts; ``blocked`` says what keeps it from going out."""

    letter: Letter
    html: SafeString | str = ""
    blocked: str = ""
    doubts: tuple[str, ...] = ()
    made: Drafted | None = None


def pieces_of(letters: Iterable[Letter], today: date) -> list[Piece]:
    """Each letter as it looks on the day."""
    return [piece_of(letter, today) for letter in letters]


def piece_of(letter: Letter, today: date) -> Piece:
    """A draft in words; of what was issued only what it is, since its words are sealed."""
    if letter.state != "draft":
        return Piece(letter)
    try:
        made = drafted(letter, today, masked(letter.case, letter.consultation))
        html = letter_piece(made.preview(), HEADING)
    except (NoRuleInForce, WrongFact, ValueError) as wrong:
        return Piece(letter, blocked=str(wrong))
    shown = mark_safe(html)  # noqa: S308  # the printer escapes every word
    doubts = (made.text.doubt, *(made.advice.doubts if made.advice else ()))
    return Piece(letter, shown, made.blocked, tuple(filter(None, doubts)), made)

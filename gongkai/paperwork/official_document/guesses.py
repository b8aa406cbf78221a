"""What was recognised. Every guess quotes the words it rests on."""

from dataclasses import dataclass
from datetime import date
from typing import Generic, TypeVar

Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Guess(Generic[Value]):
    """One guess. ``evidence`` is quoted from the text; ``note`` says what was put right or worked out."""

    value: Value
    evidence: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Guesses:
    """What is known of a text; None or nothing where it does not say.

    ``organs`` in their order, the first leads a joint document. ``genre`` is a key of ``law.genres``, ``attribute`` one of
    ``law.attributes``. ``secrecy`` quotes a mark of secrecy. ``head`` are the places of the blocks that hold letterhead,
    number and title alone, which a page shows above the text.
    """

    title: Guess[str] | None = None
    document_number: Guess[str] | None = None
    made_on: Guess[date] | None = None
    organs: tuple[Guess[str], ...] = ()
    genre: Guess[str] | None = None
    attribute: Guess[str] | None = None
    effective_on: Guess[date] | None = None
    ends_on: Guess[date] | None = None
    attachments: tuple[str, ...] = ()
    signature: str = ""
    secrecy: str = ""
    head: tuple[int, ...] = ()

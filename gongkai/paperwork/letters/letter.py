"""A letter as it is printed: head, number, title, addressee, paragraphs, enclosures, signature and day, note."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import cast

from gongkai.law.letters import LetterText, Value, filled, letter, previewed
from gongkai.law.letters.figures import date_in_figures
from gongkai.paperwork.printing.flow import UNDATED, date_in_words, printable

_SHORT, _LONG = (
    40,
    300,
)  # characters of a last paragraph that wants company, and of one that may give it


@dataclass(frozen=True, slots=True)
class OfficialLetter:
    """All words of one letter, without fields.

    ``organ`` is the red name over it; without one it is a slip that nobody here signs or seals. ``note`` stands in brackets
    below the day. ``plain_figures``: the day is written 2026年11月2日 as GB/T 9704-2012 has it, else 二〇二六年十一月二日.
    """

    title: str
    addressee: str
    paragraphs: tuple[str, ...]
    organ: str = ""
    document_number: str = ""
    signed_on: date | None = None
    enclosures: tuple[str, ...] = ()
    note: str = ""
    plain_figures: bool = False

    @property
    def day(self) -> str:
        """The day above which the organ signs, in words; "" for a letter that is not signed yet, or a slip."""
        if self.signed_on is None or not self.organ:
            return ""
        return (
            date_in_words(self.signed_on) if self.plain_figures else date_in_figures(self.signed_on)
        )

    @property
    def metadata_day(self) -> date:
        """The day that a file's metadata give: never today, so that a second print-out is the same file."""
        return self.signed_on or UNDATED

    @property
    def last_words(self) -> int:
        """How many paragraphs at the end stay on the page of the signature: 特此告知 alone is not enough."""
        short = len(self.paragraphs) > 1 and len(self.paragraphs[-1]) <= _SHORT
        return 2 if short and len(self.paragraphs[-2]) <= _LONG else 1

    @property
    def enclosure_lines(self) -> tuple[str, ...]:
        """附件：one name, or several with numbers, as they are printed."""
        if len(self.enclosures) == 1:
            return (f"附件：{printable(self.enclosures[0])}",)
        return tuple(
            f"{'附件：' if at == 1 else '　　　'}{at}.{printable(name)}"
            for at, name in enumerate(self.enclosures, 1)
        )


def compose(
    text: LetterText,
    body: Iterable[str],
    facts: Mapping[str, Value],
    *,
    plain_figures: bool = False,
) -> OfficialLetter:
    """The letter of a text whose paragraphs ``body`` may be reworded, filled from facts by key.

    Raises CannotFill with every field in the way, WrongFact for a fact of a wrong kind.
    """
    return _composed(text, filled(text, body, facts), facts, plain_figures=plain_figures)


def preview(text: LetterText, body: Iterable[str], facts: Mapping[str, Value]) -> OfficialLetter:
    """The letter as far as it is known, each blank named where it stands: for looking at, never for sending. Raises WrongFact."""
    return _composed(text, previewed(body, facts), facts)


def _composed(
    text: LetterText,
    paragraphs: tuple[str, ...],
    facts: Mapping[str, Value],
    *,
    plain_figures: bool = False,
) -> OfficialLetter:
    official = letter(text.letter).official
    return OfficialLetter(
        title=text.title,
        addressee=_words(facts, "addressee"),
        paragraphs=paragraphs,
        organ=_words(facts, "organ") if official else "",
        document_number=_words(facts, "document_number") if official else "",
        signed_on=cast("date | None", facts.get("signed_on")) if official else None,
        enclosures=cast("tuple[str, ...]", facts.get("enclosures", ())),
        note=contact_note(facts) if official else "",
        plain_figures=plain_figures,
    )


def contact_note(facts: Mapping[str, Value]) -> str:
    """联系人：…，联系电话：…，联系地址：…, as far as known."""
    known = (
        ("联系人", "contact_person"),
        ("联系电话", "contact_telephone"),
        ("联系地址", "contact_address"),
    )
    return "，".join(f"{label}：{said}" for label, key in known if (said := _words(facts, key)))


def _words(facts: Mapping[str, Value], key: str) -> str:
    return printable(str(facts.get(key) or "")).strip()

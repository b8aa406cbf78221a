"""Letters of the table filled from sample facts, as the tests print them."""

from datetime import date

from gongkai.law.letters import FIELDS, TEXTS, LetterText, Value, draft
from gongkai.paperwork.letters import OfficialLetter, compose

FACTS: dict[str, Value] = {
    row.key: row.sample for row in FIELDS if row.key not in {"body", "title"}
}
ON = date(2026, 11, 2)


def letter_of(text: LetterText, **more: Value) -> OfficialLetter:
    """The letter of a text with sample facts."""
    facts = FACTS | more
    return compose(text, draft(text, facts), facts)


LETTERS: dict[str, OfficialLetter] = {
    f"{text.letter}-{text.outcome}".rstrip("-"): letter_of(text) for text in TEXTS
}

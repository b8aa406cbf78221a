"""A letter in words: its text of the law of the day, its paragraphs as they were reworded, the facts of the record, and the blanks left."""

from dataclasses import dataclass, replace
from datetime import date

from gongkai.casework.letters.kinds import CORRECTIONS, WITHDRAWN
from gongkai.casework.letters.names import Names
from gongkai.casework.letters.of_notice import of_notice
from gongkai.casework.letters.of_others import of_consultation, of_disclosure_notice, of_loose
from gongkai.casework.letters.of_reply import of_reply
from gongkai.casework.letters.of_request import Facts, frame, of_request, source_of
from gongkai.casework.letters.places import advice_of
from gongkai.casework.models import Letter
from gongkai.law.letters import Blanks, LetterText, blanks, draft, field, letter_text
from gongkai.law.letters import letter as kind_of
from gongkai.law.letters.letter import FieldKind, Value
from gongkai.law.remedies import Advice
from gongkai.paperwork.letters import OfficialLetter, compose, preview


@dataclass(frozen=True, slots=True)
class Drafted:
    """The text, the paragraphs with their fields, the facts by key, what stands in the way, and how the letter may be contested."""

    text: LetterText
    body: tuple[str, ...]
    facts: Facts
    blanks: Blanks
    advice: Advice | None

    @property
    def missing(self) -> tuple[str, ...]:
        """Labels of what is still to be said, the addressee among them."""
        nobody = kind_of(self.text.letter).official and not self.facts.get("addressee")
        return (("主送",) if nobody else ()) + self.blanks.missing

    @property
    def blocked(self) -> str:
        """What keeps the letter from going out; "" for nothing."""
        unsaid = self.advice.blocked if self.advice else ""
        missing = tuple(label for label in self.missing if not unsaid or label != "救济途径")
        left = replace(self.blanks, missing=missing)
        return "；".join(filter(None, (unsaid, str(left))))

    def preview(self) -> OfficialLetter:
        """As it looks now, blanks named in their places."""
        return preview(self.text, self.body, self.facts)

    def letter(self) -> OfficialLetter:
        """As it goes out. Raises CannotFill."""
        return compose(self.text, self.body, self.facts)


def text_of(letter: Letter, on: date) -> LetterText:
    """The text of the law for a letter of that day; raises KeyError, NoRuleInForce."""
    return letter_text(letter.kind, on, outcome_of(letter))


def outcome_of(letter: Letter) -> str:
    """The outcome by which the law tells texts of one kind apart; "" where there is but one."""
    if letter.kind in _ONE_TEXT or letter.outcome in CORRECTIONS:
        return ""
    return letter.outcome or (WITHDRAWN if letter.kind == "closing" else "")


_ONE_TEXT = {"transfer", "disclosure_notice"}


def drafted(letter: Letter, on: date, names: Names, number: str = "") -> Drafted:
    """The letter as the record has it, for a day and under a number."""
    text = text_of(letter, on)
    advice = _advice(letter, on, text)
    facts = {**facts_of(letter, on, names), "title": text.title}
    if number:
        facts["document_number"] = number
    if advice and advice.paragraphs:
        facts["remedies"] = advice.paragraphs
    body = tuple(letter.body) or draft(text, facts)
    return Drafted(text, body, facts, blanks(text, body, facts), advice)


def facts_of(letter: Letter, on: date, names: Names) -> Facts:
    """All that is known for a letter; what was said on its own page goes before the record's."""
    source = source_of(letter, names, on)
    return {
        **frame(source),
        **of_request(source),
        **of_notice(source),
        **of_consultation(source),
        **(of_disclosure_notice(source) if letter.consultation_id else of_reply(source)),
        **of_loose(source),
        **{key: as_value(key, said) for key, said in source.own.items()},
    }


def as_value(key: str, said: object) -> Value:
    """What JSON keeps of a fact, as its field takes it."""
    kind: FieldKind = field(key).kind
    if kind in {"lines", "paragraphs"}:
        return tuple(said) if isinstance(said, list) else (str(said),)
    if kind in {"day", "figures"}:
        return date.fromisoformat(str(said))
    return int(str(said)) if kind in {"number", "yuan"} else str(said)


def _advice(letter: Letter, on: date, text: LetterText) -> Advice | None:
    """How to seek a remedy, for letters that decide something."""
    if not letter.row.remedies:
        return None
    outcome = outcome_of(letter)
    return advice_of(letter.case.agency, letter.kind, outcome, on, text.paper)

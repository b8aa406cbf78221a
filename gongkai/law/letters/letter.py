"""What a letter is made of: its kind, its text of a time with fields, and the fields with the facts that fill them."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

OGI = InForce(date(2019, 5, 15))
FEES = InForce(date(2021, 1, 1))
TITLE_DOUBT = "文书名称全国没有统一规定，按宿政办函〔2021〕21号和各地通行做法列出"

Value = str | int | date | tuple[str, ...]
"""A fact: words, a number, a day, or several lines of words."""

FieldKind = Literal["line", "lines", "paragraphs", "day", "figures", "number", "yuan"]
"""``lines`` are numbered where they stand alone, ``paragraphs`` stand as they are. ``figures`` is a day written 二〇二六年十一月二日, as
above a seal; ``yuan`` a whole number of yuan."""

_FIELD = re.compile(r"\{\{\s*([^{}]*?)\s*\}\}")


@dataclass(frozen=True, slots=True)
class Field:
    """A blank of letters. In texts and templates it stands as ``{{ label }}``; ``sample`` shows what it may hold."""

    key: str
    label: str
    kind: FieldKind
    sample: Value


@dataclass(frozen=True, slots=True)
class Letter:
    """A kind of letter and the person or organ it goes to.

    ``remedies``: it decides something, so it must tell how to seek a remedy. ``official``: under the organ's name and seal;
    a slip for the other side to fill in is not.
    """

    key: str
    title: str
    to: Literal["applicant", "third_party", "organ"]
    cite: Cite
    in_force: InForce = OGI
    remedies: bool = False
    official: bool = True
    doubt: str = TITLE_DOUBT


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph with fields. ``if_known``: it is left out where a fact that it needs is not known."""

    text: str
    if_known: bool = False


@dataclass(frozen=True, slots=True)
class LetterText:
    """The text of a letter while it is in force; replies have one for each ``outcome`` (a key of ``OUTCOMES``).

    ``title`` is what is printed over it, ``cites`` the articles that it rests on, the first before all.
    """

    letter: str
    title: str
    paragraphs: tuple[Paragraph, ...]
    cites: tuple[Cite, ...]
    outcome: str = ""
    in_force: InForce = OGI
    doubt: str = ""

    @property
    def cite(self) -> Cite:
        """The article that the letter rests on before all."""
        return self.cites[0]

    @property
    def paper(self) -> str:
        """What the letter calls itself in its own text: 答复书, 告知书, else 函."""
        return next((name for name in ("答复书", "告知书", "通知书", "征询书", "回执") if self.title.endswith(name)), "函")

    @property
    def needs(self) -> tuple[str, ...]:
        """Labels of the fields that must be known, in the order of the text."""
        return labels_in(each.text for each in self.paragraphs if not each.if_known)

    @property
    def may_hold(self) -> tuple[str, ...]:
        """Labels of the fields that are said only where they are known."""
        needed = set(self.needs)
        found = labels_in(each.text for each in self.paragraphs if each.if_known)
        return tuple(label for label in found if label not in needed)

    def body(self, known: Mapping[str, Value]) -> tuple[str, ...]:
        """The paragraphs for facts by label, fields still in them: what a clerk may reword."""
        return tuple(
            each.text for each in self.paragraphs
            if not each.if_known or all(is_known(known.get(label)) for label in labels_in((each.text,)))
        )


def is_known(value: Value | None) -> bool:
    """Whether a fact says anything: no blank words, no empty list. Zero is a number like any other."""
    if value is None:
        return False
    if isinstance(value, str):
        return bool(value.strip())
    if isinstance(value, tuple):
        return any(line.strip() for line in value)
    return True


def labels_in(texts: Iterable[str]) -> tuple[str, ...]:
    """The labels of the fields in texts, each once, in their order."""
    return tuple(dict.fromkeys(label for text in texts for label in _FIELD.findall(text)))


def replace_fields(text: str, values: Mapping[str, str]) -> str:
    """The text with each field replaced by its words, in one pass: words that look like a field stay words.

    Raises KeyError with the label of a field that has no words.
    """
    return _FIELD.sub(lambda found: values[found[1]], text)

"""A letter's words out of its paragraphs with fields and the facts of the record; nothing is left blank in silence.

A clerk may reword the paragraphs, but the fields that the text needs must stay: their words come from the record alone.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from gongkai.law.citation import chinese_numeral
from gongkai.law.letters.fields import by_label, field_of_label, lines_of
from gongkai.law.letters.letter import LetterText, Value, is_known, labels_in, replace_fields


@dataclass(frozen=True, slots=True)
class Blanks:
    """What is wrong with the fields of a body, by label: in no table, not known, or dropped though the text needs them."""

    unknown: tuple[str, ...] = ()
    missing: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.unknown or self.missing or self.dropped)

    def __str__(self) -> str:
        parts = (("没有这样的字段", self.unknown), ("还没有填写", self.missing), ("文书应当有，不能删去", self.dropped))
        return "；".join(f"{what}：{'、'.join(labels)}" for what, labels in parts if labels)


class CannotFill(ValueError):
    """A letter cannot be filled; ``blanks`` says which fields are in the way."""

    def __init__(self, blanks: Blanks) -> None:
        super().__init__(str(blanks))
        self.blanks = blanks


def draft(text: LetterText, facts: Mapping[str, Value]) -> tuple[str, ...]:
    """The paragraphs of a text for facts by key, with their fields: what a clerk begins to reword."""
    return text.body(by_label(facts))


def blanks(text: LetterText, body: Iterable[str], facts: Mapping[str, Value]) -> Blanks:
    """What stands in the way of filling a body, reworded or not, from facts by key."""
    found, known = labels_in(body), by_label(facts)
    return Blanks(
        unknown=tuple(label for label in found if field_of_label(label) is None),
        missing=tuple(label for label in found if field_of_label(label) and not is_known(known.get(label))),
        dropped=tuple(label for label in text.needs if label not in found),
    )


def filled(text: LetterText, body: Iterable[str], facts: Mapping[str, Value]) -> tuple[str, ...]:
    """The body in words, a paragraph each; raises CannotFill with every field in the way, WrongFact for a wrong kind."""
    paragraphs = tuple(body)
    if wrong := blanks(text, paragraphs, facts):
        raise CannotFill(wrong)
    known = by_label(facts)
    return tuple(line for paragraph in paragraphs for line in _written(paragraph, known))


def previewed(body: Iterable[str], facts: Mapping[str, Value]) -> tuple[str, ...]:
    """The body in words as far as they are known, each blank named where it stands: for looking at, never for sending."""
    known = by_label(facts)
    return tuple(line for paragraph in body for line in _written(_with_blanks(paragraph, known), known))


def _with_blanks(paragraph: str, known: Mapping[str, Value]) -> str:
    there = {label: f"{{{{ {label} }}}}" if is_known(known.get(label)) else f"【还没有填写：{label}】" for label in labels_in((paragraph,))}
    return replace_fields(paragraph, there)


def _written(paragraph: str, known: Mapping[str, Value]) -> tuple[str, ...]:
    """A paragraph that is one field of several lines becomes several; within other words lines are joined."""
    words = {label: words_of(label, known[label]) for label in labels_in((paragraph,))}
    if len(words) == 1 and replace_fields(paragraph, dict.fromkeys(words, "")).strip() == "":
        label = next(iter(words))
        return words[label] if is_paragraphs(label) else numbered(words[label])
    line = replace_fields(paragraph, {label: "；".join(lines) for label, lines in words.items()})
    return (line,) if line.strip() else ()


def words_of(label: str, value: Value) -> tuple[str, ...]:
    """A fact by its field's label as letters write it; raises KeyError for a label that is none, WrongFact."""
    row = field_of_label(label)
    if row is None:
        raise KeyError(label)
    return lines_of(row, value)


def is_paragraphs(label: str) -> bool:
    """Whether the lines of the field of that label are paragraphs of their own, which get no numbers."""
    row = field_of_label(label)
    return row is not None and row.kind == "paragraphs"


def numbered(lines: tuple[str, ...]) -> tuple[str, ...]:
    """Several lines with the numbers of official documents, each ended: （一）…；（二）…。 A single one stands as it is."""
    ended = [line.rstrip("。；;") for line in lines]
    if len(ended) == 1:
        return (f"{ended[0]}。",)
    last = len(ended) - 1
    return tuple(f"（{chinese_numeral(at + 1)}）{line}{'。' if at == last else '；'}" for at, line in enumerate(ended))

"""When somebody else saved first: what I typed beside what stands now, field by field, for a person to choose.

A view that catches ``Conflict`` shows ``shell/conflict.html`` with the rows of ``compare``; the form that comes back is read by ``chosen``.
"""

from collections.abc import Mapping
from dataclasses import dataclass

MINE, THEIRS = "mine", "theirs"
PREFIX = "choose-"
"""Names of the choices begin so: ``choose-title`` is ``mine`` or ``theirs``."""


@dataclass(frozen=True, slots=True)
class Row:
    """One field whose values differ. Texts are as people read them; "" where a side is empty."""

    key: str
    label: str
    mine: str
    theirs: str

    @property
    def name(self) -> str:
        """The name of its choice in the form."""
        return PREFIX + self.key


def compare(
    mine: Mapping[str, object], theirs: Mapping[str, object], labels: Mapping[str, str]
) -> list[Row]:
    """The fields that differ, in the order of ``labels``; fields without a label are no matter for people."""
    return [
        Row(key, label, _text(mine.get(key)), _text(theirs.get(key)))
        for key, label in labels.items()
        if _text(mine.get(key)) != _text(theirs.get(key))
    ]


def chosen(
    mine: Mapping[str, object], theirs: Mapping[str, object], answers: Mapping[str, str]
) -> dict[str, object]:
    """Their record with my values where the person chose mine. Without an answer theirs stands, for it is saved already."""
    return {
        **theirs,
        **{key: value for key, value in mine.items() if answers.get(PREFIX + key) == MINE},
    }


def _text(value: object) -> str:
    return "" if value is None else str(value).replace("\r\n", "\n").strip()

"""Two people changed one draft: field by field, what each wrote, and which one a form that chooses wants kept.

What the form looked like when it was opened travels with it as one short mark a field, so that a field only one of the
two has changed needs no choice.
"""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from gongkai.annual_reports.editing.grid import field_id
from gongkai.annual_reports.editing.typed import texts_of
from gongkai.law.annual_report import AnnualReport
from gongkai.law.annual_report.outline import CHAPTERS

OPENED = "opened"
CHOICE = "choice."
Side = Literal["mine", "theirs"]

_NAMES = {
    "title": "标题",
    "signed_on": "落款日期",
    "chapters.preface": "报告开头的话",
    **{f"chapters.{chapter.key}": chapter.heading for chapter in CHAPTERS},
}


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that differs: what I typed, what stands in the record, and the side to be taken if nobody says otherwise.

    ``both`` says that both changed it since I opened the page, so that somebody must choose.
    """

    name: str
    label: str
    mine: str
    theirs: str
    proposed: Side
    both: bool

    @property
    def dom_id(self) -> str:
        """The id of its choice in the page."""
        return "choice-" + field_id(self.name)


def opened_mark(report: AnnualReport) -> str:
    """Short marks of all fields as they are now, for the form to carry."""
    return json.dumps({name: _mark(text) for name, text in texts_of(report).items()})


def differences(
    typed: Mapping[str, str], theirs: AnnualReport, opened: str
) -> tuple[Difference, ...]:
    """The fields in which a form and the record differ, those that both changed first."""
    marks = _marks(opened)
    labels = _NAMES | {cell.key: cell.title for cell in theirs.cells()}
    found = []
    for name, text in texts_of(theirs).items():
        mine = typed.get(name, text)
        if _mark(mine) == _mark(text):
            continue
        untouched = marks.get(name)
        both = untouched not in {_mark(mine), _mark(text)}
        proposed: Side = "theirs" if untouched == _mark(mine) else "mine"
        found.append(Difference(name, labels[name], mine, text, proposed, both))
    return tuple(sorted(found, key=lambda difference: not difference.both))


def chosen(sent: Mapping[str, str], theirs: AnnualReport) -> dict[str, str]:
    """The form with the record's text in each field for which ``theirs`` was chosen."""
    texts = texts_of(theirs)
    taken = {name: texts[name] for name in texts if sent.get(f"{CHOICE}{name}") == "theirs"}
    return {**sent, **taken}


def _mark(text: str) -> str:
    even = text.replace("\r\n", "\n").replace("\r", "\n").strip()
    return hashlib.sha256(even.encode(errors="replace")).hexdigest()[:10]


def _marks(opened: str) -> dict[str, str]:
    """The marks a form carries; none where somebody has tampered with them, and then every field must be chosen."""
    try:
        marks = json.loads(opened)
    except (ValueError, RecursionError):
        return {}
    return marks if isinstance(marks, dict) else {}

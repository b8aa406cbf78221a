"""A letter as it is reworded: its paragraphs with their fields, and what only a person can say."""

from typing import Any

from django import forms

from gongkai.casework.actions.letter_drafts import is_loose
from gongkai.casework.forms.fields import LARGEST, day_field, text_field
from gongkai.casework.letters import Drafted
from gongkai.casework.letters.kinds import loose_kinds
from gongkai.casework.models import Case, Letter
from gongkai.law.letters import Field, field, field_of_label, letter
from gongkai.law.letters import draft as text_as_it_is

SPARE = 2
LONGEST_PARAGRAPH = 4000
COMPUTED = {"救济途径"}
"""Fields that nobody types: what they lack is put right where the record keeps it."""


class LetterForm(forms.Form):
    """``made`` is the letter as the record has it now. Fields: ``p_0`` … the paragraphs, ``f_…`` facts by key."""

    seen_version = forms.IntegerField(min_value=0, max_value=LARGEST, widget=forms.HiddenInput)

    def __init__(self, *args: Any, letter: Letter, made: Drafted, **options: Any) -> None:
        options["initial"] = {"seen_version": letter.version}
        super().__init__(*args, **options)
        self.made = made
        self.facts = _wanted(letter, made)
        for row in self.facts:
            self.fields[f"f_{row.key}"] = _field_for(row)
            self.initial[f"f_{row.key}"] = _shown(letter.facts.get(row.key))
        self.places = len(made.body) + SPARE
        for place in range(self.places):
            self._add_paragraph(place)

    def _add_paragraph(self, place: int) -> None:
        body = self.made.body
        text = body[place] if place < len(body) else ""
        label = f"第 {place + 1} 段" if text else f"另加一段（{place - len(body) + 1}）"
        rows = max(2, min(8, len(text) // 40 + 1))
        self.fields[f"p_{place}"] = text_field(
            label, rows=rows, max_length=LONGEST_PARAGRAPH, required=False
        )
        self.initial[f"p_{place}"] = text

    def clean(self) -> dict[str, Any]:
        """``body`` empty where nothing was reworded, ``facts`` as JSON keeps them."""
        said = super().clean() or {}
        if self.errors:
            return said
        typed = (said.get(f"p_{place}", "").strip() for place in range(self.places))
        body = tuple(each for each in typed if each)
        if body == text_as_it_is(self.made.text, self.made.facts):
            body = ()
        facts = {row.key: _as_json(row, said.get(f"f_{row.key}")) for row in self.facts}
        return {"body": body, "facts": facts, "seen_version": said["seen_version"]}


def _wanted(letter: Letter, made: Drafted) -> list[Field]:
    """What is missing, what was said here before, and, where no act says it, what the text says only where it is known."""
    labels = [*made.missing, *(made.text.may_hold if is_loose(letter) else ())]
    rows = [field_of_label(label) for label in labels if label not in COMPUTED]
    known = {row.key: row for row in rows if row and row.key not in made.facts}
    return list({**known, **{key: field(key) for key in letter.facts}}.values())


def _field_for(row: Field) -> forms.Field:
    """A field of a form for a field of a letter."""
    more = {"required": False, "help_text": f"例：{_example(row)}"}
    if row.kind in {"day", "figures"}:
        return day_field(row.label, **more)
    if row.kind in {"number", "yuan"}:
        return forms.IntegerField(label=row.label, min_value=1, max_value=LARGEST, **more)
    if row.kind == "line":
        return forms.CharField(label=row.label, max_length=500, **more)
    more["help_text"] = f"一行一项。{more['help_text']}"
    return text_field(row.label, rows=3, max_length=LONGEST_PARAGRAPH, **more)


def _example(row: Field) -> str:
    return "；".join(row.sample) if isinstance(row.sample, tuple) else str(row.sample)


def _shown(said: Any) -> Any:
    return "\n".join(said) if isinstance(said, list) else said


def _as_json(row: Field, typed: Any) -> Any:
    if typed in (None, ""):
        return None
    if row.kind in {"lines", "paragraphs"}:
        return [line.strip() for line in typed.splitlines() if line.strip()]
    return typed.isoformat() if row.kind in {"day", "figures"} else typed


class KindForm(forms.Form):
    """Which letter to draft by itself."""

    kind = forms.ChoiceField(label="出具哪一种文书", widget=forms.RadioSelect)

    def __init__(self, *args: Any, case: Case, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["kind"].choices = [(key, letter(key).title) for key in loose_kinds(case)]


class SeenForm(forms.Form):
    """Agree to what the page shows."""

    seen_version = forms.IntegerField(min_value=0, max_value=LARGEST, widget=forms.HiddenInput)

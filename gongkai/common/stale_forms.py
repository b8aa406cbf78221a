"""A form that was opened before somebody else saved: what to ask, field by field, and what the answers make of it.

A form that is made without anything sent shows the present record in its initial values, with the mark of what was seen in a
hidden field. Only fields that have an initial value are the record's; a reason, or a day, is never asked about.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.safestring import SafeString

from gongkai.common.conflicts import MINE, PREFIX, Row, compare

ASKED = "asked-about"
"""The hidden field that says which fields the person was asked about."""
Maker = Callable[[QueryDict | None], forms.Form]


@dataclass(frozen=True, slots=True)
class StaleForm:
    """What the page shows: the rows to choose from, and everything that was typed, kept in hidden fields.

    ``about_record`` is False for an act whose form shows nothing of the record: a reason, a last day.
    """

    rows: list[Row]
    kept: tuple[SafeString, ...]
    about_record: bool


def stale_form(mine: forms.Form, present: forms.Form) -> StaleForm:
    """``mine`` as it was sent, beside ``present``, made anew from the record."""
    names = [name for name in present.initial if name in _visible(present)]
    labels = {name: str(present.fields[name].label or present[name].label) for name in names}
    rows = compare(
        {name: shown(mine.fields[name], mine[name].data) for name in names},
        {name: shown(present.fields[name], present[name].initial) for name in names},
        labels,
    )
    hidden = {field.name for field in present.hidden_fields()}
    kept = [(present if name in hidden else mine)[name].as_hidden() for name in mine.fields]
    asked = forms.HiddenInput().render(ASKED, ",".join(row.key for row in rows))
    return StaleForm(rows, (*kept, asked), bool(names))


def on_top(data: QueryDict, present: forms.Form) -> QueryDict:
    """What was sent, with the marks of what stands now."""
    fresh = data.copy()
    for field in present.hidden_fields():
        _take(fresh, field.name, field.initial, field.field)
    return fresh


def settled(data: QueryDict, make: Maker) -> QueryDict:
    """What was sent, with the present values of the record wherever the person did not choose the own ones."""
    if ASKED not in data:
        return data
    present, answered = make(None), data.copy()
    for name in data[ASKED].split(","):
        if name in present.fields and data.get(PREFIX + name) != MINE:
            _take(answered, name, present[name].initial, present.fields[name])
    return answered


def shown(field: forms.Field, value: Any) -> str:
    """The value as people read it: choices by their words, yes and no."""
    value = field.to_python(value)
    if isinstance(field, forms.BooleanField):
        return "是" if value else "否"
    if isinstance(field, forms.ModelChoiceField):
        return field.label_from_instance(value) if value else ""
    words = {str(key): str(label) for key, label in getattr(field, "choices", ())}
    if isinstance(value, list):
        return "、".join(words.get(str(each), str(each)) for each in value)
    return words.get(str(value), "" if value is None else str(value))


def _visible(form: forms.Form) -> set[str]:
    return {field.name for field in form.visible_fields()}


def _take(answered: QueryDict, name: str, value: Any, field: forms.Field) -> None:
    """Put a value of the record where a browser would have put it."""
    value = field.prepare_value(value)
    if isinstance(value, Iterable) and not isinstance(value, str):
        answered.setlist(name, [str(each) for each in value])
    elif isinstance(field, forms.BooleanField):
        answered[name] = str(bool(value))
    else:
        answered[name] = "" if value is None else _plain(value)


def _plain(value: Any) -> str:
    return value.isoformat() if isinstance(value, date) else str(value)

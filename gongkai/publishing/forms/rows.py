"""Rows of fields that people add, move and remove; without a script too: each such button sends the form and gets it back."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, ClassVar

from django import forms

from gongkai.publishing.forms.items import seen_field

Row = dict[str, str]


class RowsForm(forms.Form):
    """``columns`` are the fields of a row, which may be empty until the text is handed in, ``hidden`` what a row carries unseen.

    Fields are named ``question-0``, ``question-1``, …
    """

    columns: ClassVar[Mapping[str, forms.Field]] = {}
    hidden: ClassVar[tuple[str, ...]] = ()
    most: ClassVar[int] = 100
    spare: ClassVar[int] = 0

    def __init__(self, data: Any = None, *, rows: Sequence[Row] = (), seen_version: int, **options: Any) -> None:  # fmt: skip
        first = {"seen_version": seen_version, **options.pop("initial", {})}
        super().__init__(data, initial=first, **options)
        self.count = min(_number(data), self.most) if data is not None else len(rows) + self.spare
        self.fields["rows"] = forms.IntegerField(initial=self.count, widget=forms.HiddenInput, required=False)  # fmt: skip
        self.fields["seen_version"] = seen_field()
        for place in range(self.count):
            self._add(place, rows[place] if place < len(rows) else {})

    def _add(self, place: int, row: Row) -> None:
        for name, field in self.columns.items():
            own = field.__class__(**self.described(name, place))
            own.in_time = True
            self.fields[f"{name}-{place}"] = own
            self.initial[f"{name}-{place}"] = row.get(name, "")
        for name in self.hidden:
            self.fields[f"{name}-{place}"] = forms.CharField(widget=forms.HiddenInput, required=False, max_length=1000)  # fmt: skip
            self.initial[f"{name}-{place}"] = row.get(name, "")

    def described(self, name: str, place: int) -> dict[str, Any]:
        """How the field of a column is made in one row."""
        raise NotImplementedError

    def rows_shown(self) -> Iterator[tuple[int, list[forms.BoundField], dict[str, str]]]:
        """The number of each row from one, its fields, and the values that it carries unseen with their fields."""
        for place in range(self.count):
            seen = [self[f"{name}-{place}"] for name in self.columns]
            yield place + 1, seen, {name: self[f"{name}-{place}"] for name in self.hidden}

    def sent_rows(self) -> list[Row]:
        """The rows as they were sent, checked or not, in their order."""
        names = (*self.columns, *self.hidden)
        return [
            {name: self.data.get(f"{name}-{place}", "").strip() for name in names}
            for place in range(self.count)
        ]

    def filled_rows(self) -> list[Row]:
        """The rows of a valid form in which something stands."""
        names = (*self.columns, *self.hidden)
        rows = [
            {name: self.cleaned_data[f"{name}-{place}"] for name in names}
            for place in range(self.count)
        ]
        return [row for row in rows if any(row.values())]


def _number(data: Any) -> int:
    told = data.get("rows", "")
    return int(told) if told.isdecimal() and len(told) < 6 else 0


def rearranged(rows: Sequence[Row], act: str) -> tuple[list[Row], int]:
    """The rows after a button was pressed (``up-3``, ``down-3``, ``remove-3``, ``add``), and the number of the row to look at."""
    done, (name, _, told) = list(rows), act.partition("-")
    if name == "add":
        return [*done, {}], len(done) + 1
    place = int(told) if told.isdecimal() and len(told) < 6 else 0
    if not 1 <= place <= len(done):
        return done, 1
    row = done.pop(place - 1)
    if name == "remove":
        return done, max(1, min(place, len(done)))
    target = min(max(place + {"up": -1, "down": 1}.get(name, 0), 1), len(done) + 1)
    done.insert(target - 1, row)
    return done, target

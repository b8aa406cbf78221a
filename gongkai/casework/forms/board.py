"""What the board is asked: which organs, from which day to which."""

from datetime import date
from typing import Any

from django import forms

from gongkai.casework.forms.fields import day_field

ALL = "all"
FIRST_DAY = date(2019, 5, 15)
"""The Regulations in force since then; earlier requests are in no figure."""
MOST_YEARS = 5


class BoardForm(forms.Form):
    """The choice above the board; no organ stands for all of them."""

    agency = forms.ChoiceField(label="机关", required=False)
    first = day_field("从")
    last = day_field("到")

    def __init__(self, *args: Any, organs: dict[int, str], **more: Any) -> None:
        super().__init__(*args, **more)
        every = [(ALL, f"全部 {len(organs)} 个机关")] if len(organs) > 1 else []
        self.fields["agency"].choices = [*every, *((str(pk), name) for pk, name in organs.items())]
        self.organs = organs

    def clean(self) -> dict[str, Any]:
        """A period that is one."""
        found = super().clean() or {}
        if self.errors:
            return found
        first, last = found["first"], found["last"]
        if first < FIRST_DAY:
            self.add_error("first", f"最早从 {FIRST_DAY} 起")
        if last < first:
            self.add_error("last", "“到”不能早于“从”")
        elif last.year - first.year >= MOST_YEARS:
            self.add_error("last", f"一次最多看 {MOST_YEARS} 个年度")
        return found

    @property
    def agencies(self) -> frozenset[int]:
        """The organs that were chosen."""
        chosen = self.cleaned_data.get("agency")
        return frozenset([int(chosen)] if chosen and chosen != ALL else self.organs)

"""Which published item a case has to do with."""

from typing import Any

from django import forms

from gongkai.casework.models import CaseItem
from gongkai.publishing.models import Item


class TieForm(forms.Form):
    """关联已公开的信息. ``shown``: the items to choose from, each with what is said of it."""

    item = forms.ModelChoiceField(
        Item.objects.filter(published__isnull=False),
        label="哪一条",
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={
            "required": "请选择一条信息",
            "invalid_choice": "这条信息现在没有公开，请另选",
        },
    )
    kind = forms.ChoiceField(label="与这一件的关系", choices=CaseItem.KINDS, initial="answers")

    def __init__(self, *args: Any, shown: list[tuple[Item, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        rows = [(row.pk, f"{row.title}（{row.agency.name}，{said}）") for row, said in shown]
        self.fields["item"].choices = rows
        self.found = bool(rows)

"""To whom a list goes, and of which days."""

from django import forms

from gongkai.publishing.actions.hand_over import LONGEST_RECEIVER


def _day(label: str, **said: str) -> forms.DateField:
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **said)


class HandOverForm(forms.Form):
    """The receiver and the days of publication."""

    receiver = forms.CharField(
        label="移交给", max_length=LONGEST_RECEIVER, help_text="例：临川县档案馆"
    )
    since = _day("公开日期自", help_text="例：2024-01-01")
    until = _day("至", help_text="例：2024-06-30")

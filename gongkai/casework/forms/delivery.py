"""Sending a reply online or by e-mail: first how, then a second look at who gets which files."""

from typing import Any

from django import forms

from gongkai.casework.actions.delivering import SecondLook
from gongkai.casework.forms.fields import LARGEST
from gongkai.casework.models import Case
from gongkai.casework.recipients import open_media

MARK = 64


class MediumForm(forms.Form):
    """How it is sent."""

    medium = forms.ChoiceField(label="怎样发送", widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, case: Case) -> None:
        super().__init__(data)
        media = open_media(case)
        self.fields["medium"].choices = media
        if len(media) == 1:
            self.initial["medium"] = media[0][0]


class SecondLookForm(MediumForm):
    """What was seen, to be compared with what is; each file has its tick, and so has the recipient."""

    seen_version = forms.IntegerField(min_value=0, max_value=LARGEST, widget=forms.HiddenInput)
    recipient = forms.CharField(max_length=MARK, widget=forms.HiddenInput)
    files = forms.CharField(max_length=MARK, widget=forms.HiddenInput)
    right = forms.BooleanField(
        label="收件人就是这一件的申请人",
        error_messages={"required": "请核对收件人，打勾再发送"},
    )
    ticked = forms.MultipleChoiceField(label="文件", required=False)

    def __init__(self, data: Any = None, *, case: Case) -> None:
        super().__init__(data, case=case)
        self.fields["medium"].widget = forms.HiddenInput()
        papers = case.papers.values_list("pk", "title")
        self.fields["ticked"].choices = [(str(pk), title) for pk, title in papers]

    def look(self) -> SecondLook:
        """What was seen, as the action takes it."""
        said = self.cleaned_data
        return SecondLook(
            said["seen_version"],
            said["recipient"],
            said["files"],
            tuple(int(pk) for pk in said["ticked"]),
        )

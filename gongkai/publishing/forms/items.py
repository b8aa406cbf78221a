"""What people type about an item besides its text: where it belongs, what is to be changed, why it goes."""

from collections.abc import Sequence
from typing import Any

from django import forms

from gongkai.accounts.models import User
from gongkai.publishing.actions.send_back import LONGEST_AT_PLACE, LONGEST_REMARK
from gongkai.publishing.actions.texts import LONGEST
from gongkai.publishing.actions.withdraw import LONGEST_NOTE, LONGEST_REASON
from gongkai.publishing.models import Column
from gongkai.publishing.places import Place
from gongkai.publishing.queries import writable_columns


class NewItemForm(forms.Form):
    """Where a new item belongs and what it is called."""

    column = forms.ModelChoiceField(Column.objects.none(), label="栏目", empty_label="请选择")
    title = forms.CharField(label="标题", max_length=LONGEST["title"])

    def __init__(self, *args: Any, person: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["column"].queryset = writable_columns(person)
        self.fields["column"].label_from_instance = lambda row: f"{row.agency.name}－{row.title}"


def seen_field() -> forms.IntegerField:
    """The state of the item that the person has before them: decisions on a text carry it."""
    return forms.IntegerField(
        min_value=0,
        max_value=2**31 - 1,
        widget=forms.HiddenInput,
        error_messages={"required": "这一页不完整，请刷新后再办理"},
    )


class SeenForm(forms.Form):
    """An act on the text as it was shown, that only needs to be confirmed."""

    seen_version = seen_field()


class RemarkForm(forms.Form):
    """What is to be changed, in general and at each place: ``at-`` and the key of the place."""

    remark = forms.CharField(
        label="总的意见",
        required=False,
        max_length=LONGEST_REMARK,
        help_text="起草人会在待办里看到；只写在具体的段落上也可以",
        widget=forms.Textarea(attrs={"rows": 4}),
    )

    def __init__(self, *args: Any, places: Sequence[Place], **options: Any) -> None:
        super().__init__(*args, **options)
        self.places = places
        for place in places:
            self.fields[f"at-{place.key}"] = forms.CharField(
                label=f"{place.label}的意见",
                required=False,
                max_length=LONGEST_AT_PLACE,
                widget=forms.Textarea(attrs={"rows": 2}),
            )

    def rows(self) -> list[tuple[Place, forms.BoundField]]:
        """Each place with its field."""
        return [(place, self[f"at-{place.key}"]) for place in self.places]

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        typed = self.cleaned_data
        noted = {place.key: typed.get(f"at-{place.key}", "") for place in self.places}
        return {"remark": typed["remark"], "at_places": noted}


class WithdrawalForm(forms.Form):
    """Why a text goes, and what readers find in its place."""

    reason = forms.CharField(
        label="撤回的理由",
        max_length=LONGEST_REASON,
        help_text="记入办事留痕，不对外显示",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    public_note = forms.CharField(
        label="给公众看的说明",
        max_length=LONGEST_NOTE,
        help_text="显示在原来的网址上，如“内容有误，更正后重新发布”",
    )


class WordForm(forms.Form):
    """A file whose text becomes the draft's."""

    word = forms.FileField(
        label="Word 文件",
        help_text="Word（.docx、.doc）、WPS（.wps）；能选中文字的 PDF、网页、文字文件也可以，最大 20 MB",
        widget=forms.FileInput(attrs={"accept": ".docx,.doc,.wps,.pdf,.html,.htm,.txt"}),
    )
    seen_version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

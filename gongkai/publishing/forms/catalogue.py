"""One row of the standard catalogue, as it is typed; what is left empty stays 未定."""

from typing import Any

from django import forms

from gongkai.law.catalogue.standard import choices_of
from gongkai.publishing.actions.catalogue import LONGEST, Row

UNSETTLED = ("", "未定")


class EntryForm(forms.Form):
    """The columns that an organ settles itself."""

    title = forms.CharField(
        label="二级事项", max_length=LONGEST["title"], help_text="例：惠农补贴发放结果"
    )
    contents = forms.CharField(
        label="公开内容（要素）",
        required=False,
        max_length=LONGEST["contents"],
        help_text="例：补贴名称、标准、人数、总额、监督电话",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    basis = forms.CharField(
        label="公开依据",
        required=False,
        max_length=LONGEST["basis"],
        help_text="不填就只列《条例》的条款；另有依据的写名称和条文",
    )
    time_limit = forms.CharField(
        label="公开时限",
        required=False,
        max_length=LONGEST["time_limit"],
        help_text="不填就列法律规定的期限；本机关定得更短的写在这里",
    )
    channels = forms.MultipleChoiceField(
        label="公开渠道和载体",
        required=False,
        choices=choices_of("channel"),
        widget=forms.CheckboxSelectMultiple,
    )
    audience = forms.ChoiceField(
        label="公开对象", required=False, choices=[UNSETTLED, *choices_of("audience")]
    )
    way = forms.ChoiceField(
        label="公开方式", required=False, choices=[UNSETTLED, *choices_of("way")]
    )
    level = forms.ChoiceField(
        label="公开层级", required=False, choices=[UNSETTLED, *choices_of("level")]
    )

    def clean(self) -> dict[str, Any]:
        """What was typed, as the action takes it."""
        typed = super().clean() or self.cleaned_data
        if self.errors:
            return typed
        return {"row": Row(**typed | {"channels": tuple(typed["channels"])})}

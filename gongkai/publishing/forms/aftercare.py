"""What is typed after publication: the next look, why no interpretation is needed, and the organ's rules for both."""

from typing import Any

from django import forms

from gongkai.law.genres import GENRES
from gongkai.publishing.actions.aftercare import LONGEST_REASON, MOST_DAYS, MOST_MONTHS
from gongkai.publishing.forms.facts import day_field


class ConfirmForm(forms.Form):
    """The next look, where it is to be on another day than the rule says."""

    next_on = day_field("下次核对的日期", "不填就照本机关的规则，没有规则是一年以后")


class NoInterpretationForm(forms.Form):
    """Why a policy needs no interpretation."""

    reason = forms.CharField(
        label="不需要解读的理由",
        max_length=LONGEST_REASON,
        help_text="例：只公布任免，没有政策内容",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class AftercareForm(forms.Form):
    """A number of days, and a number of months for each genre that is looked at again."""

    interpretation_days = forms.IntegerField(
        label="政策文件公开后几个工作日内发布解读",
        required=False,
        min_value=0,
        max_value=MOST_DAYS,
        help_text="不填就照系统的规定表；0 就是与文件同日公开",
    )
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for row in GENRES:
            self.fields[f"months_{row.key}"] = forms.IntegerField(
                label=f"{row.label}：每几个月核对一次",
                required=False,
                min_value=1,
                max_value=MOST_MONTHS,
            )

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        typed = self.cleaned_data
        months = {row.key: typed[f"months_{row.key}"] for row in GENRES}
        return {
            "interpretation_days": typed["interpretation_days"],
            "seen_version": typed["seen_version"],
            "recheck_months": {key: number for key, number in months.items() if number},
        }

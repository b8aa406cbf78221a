"""What people answer to the checks before release: what to mask, why a finding may stand, how grave each check is, an organ's words."""

from typing import Any

from django import forms

from gongkai.common.reason_form import ReasonForm
from gongkai.publishing.checks.table import CHECKS, SEVERITY_LABELS


class OverrideForm(ReasonForm):
    """Why the finding does not keep the text from being published."""

    reason = forms.CharField(
        label="为什么可以公开",
        min_length=4,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="写明依据，例：这是本镇对外公布的值班手机，不是个人的；理由记入办事留痕",
        error_messages={"required": "请写明理由", "min_length": "理由太短，请写明原因"},
    )


class MaskForm(forms.Form):
    """Which values are masked; those that hardly ever belong on a page are ticked beforehand."""

    marks = forms.MultipleChoiceField(
        label="要遮盖的内容",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "请至少勾选一项"},
    )
    seen_version = forms.IntegerField(min_value=1, widget=forms.HiddenInput)

    def __init__(self, *args: Any, choices: list[tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["marks"].choices = choices


class SeveritiesForm(forms.Form):
    """One choice a check, except where the law leaves none."""

    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for row in CHECKS:
            if not row.fixed:
                self.fields[row.key] = forms.ChoiceField(
                    label=row.label, choices=list(SEVERITY_LABELS.items()), help_text=row.doubt
                )

    def severities(self) -> dict[str, str]:
        """By key of the check."""
        return {row.key: self.cleaned_data[row.key] for row in CHECKS if not row.fixed}


class WordForm(forms.Form):
    """A word that the organ wants written otherwise."""

    wrong = forms.CharField(label="不用的写法", max_length=60)
    right = forms.CharField(
        label="应写成", max_length=60, required=False, help_text="留空表示建议不用这个词"
    )
    reason = forms.CharField(label="理由", max_length=200, help_text="例：机构改革后名称已经改变")

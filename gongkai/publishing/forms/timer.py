"""What is typed about the timer of art. 26: the organ's rules, and why a text comes too late."""

import re

from django import forms

from gongkai.law.catalogue import GENERAL_LIMIT
from gongkai.law.release_timer import REMINDERS
from gongkai.publishing.actions.publish import LONGEST_LATE_REASON
from gongkai.publishing.forms.items import SeenForm

_USUAL = "、".join(str(row.after.number) for row in REMINDERS)


class LateReasonForm(SeenForm):
    """Why a text becomes public after its last day."""

    late_reason = forms.CharField(
        label="逾期公开的原因",
        max_length=LONGEST_LATE_REASON,
        help_text="留在这条信息里，计入本机关的及时性统计，例：等待联合发文单位会签到 6 月 20 日",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class TimerRulesForm(forms.Form):
    """Within how many days departments hand in, and when to remind."""

    hand_in_days = forms.IntegerField(
        label="部门在信息形成后几个工作日内送审",
        required=False,
        min_value=1,
        max_value=GENERAL_LIMIT.length.number - 1,
        help_text="不填就是没有另定；例：10",
    )
    reminder_days = forms.CharField(
        label="信息形成后第几个工作日提醒",
        required=False,
        max_length=40,
        help_text=f"用顿号或者空格分开，不填就是第 {_USUAL} 个工作日；可以定得更早，例：5、{_USUAL}",
    )
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def clean_reminder_days(self) -> list[int]:
        """The numbers of what was typed."""
        typed = self.cleaned_data["reminder_days"]
        if re.search(r"[^0-9、，,；;\s]", typed):
            raise forms.ValidationError("只写数字，用顿号或者空格分开，例：5、10、15")
        return [int(number) for number in re.findall(r"[0-9]+", typed)]

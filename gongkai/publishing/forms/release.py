"""What is typed when a text goes out in another way than at once: its time, why it cannot wait, why it stays unpublished."""

from typing import Any

from django import forms

from gongkai.publishing.actions.file import LONGEST_REASON as LONGEST_ASSESSMENT
from gongkai.publishing.actions.urgent import LONGEST_REASON
from gongkai.publishing.forms.items import seen_field
from gongkai.publishing.forms.review import SecrecyForm
from gongkai.publishing.forms.timer import LateReasonForm
from gongkai.publishing.reviewing import LONGEST_OPINION


class TimeInput(forms.DateTimeInput):
    """A day and a time of day, as browsers ask for them."""

    input_type = "datetime-local"

    def __init__(self) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M")


class ScheduleForm(LateReasonForm):
    """When a signed text goes out."""

    release_at = forms.DateTimeField(
        label="发布时间（北京时间）",
        help_text="例：2024-06-05 09:00；到时自动发布，不用再点",
        widget=TimeInput,
        input_formats=["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"],
    )
    field_order = ("release_at", "late_reason", "seen_version")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["late_reason"].required = False
        self.fields["late_reason"].help_text = "到发布那天已经逾期的才填"


class UrgentForm(SecrecyForm):
    """Why the text cannot wait, with the secrecy review that cannot be left out."""

    reason = forms.CharField(
        label="为什么不能等审核完再发布",
        max_length=LONGEST_REASON,
        help_text="例：暴雨红色预警，请群众立即转移；补审的同事和办事留痕里看得到",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    seen_version = seen_field()
    field_order = ("reason", "found", "conclusion", "basis")

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        typed = self.cleaned_data
        return {
            "reason": typed["reason"],
            "secrecy": self.secrecy(),
            "seen_version": typed["seen_version"],
        }


class LaterReviewForm(forms.Form):
    """What another person says of it afterwards."""

    agrees = forms.TypedChoiceField(
        label="补审的结论",
        choices=(("yes", "同意发布"), ("no", "不同意，应当撤回或者修改")),
        coerce=lambda value: value == "yes",
        widget=forms.RadioSelect,
    )
    release = forms.IntegerField(widget=forms.HiddenInput)
    opinion = forms.CharField(
        label="意见",
        required=False,
        max_length=LONGEST_OPINION,
        help_text="不同意的必须填写：问题在哪里、要怎样处理",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class ReassessForm(forms.Form):
    """What the new look at an unpublished information found."""

    reason = forms.CharField(
        label="评估的情况和仍不公开的理由",
        max_length=LONGEST_ASSESSMENT,
        help_text="例：定密尚未解除；情况变化、可以公开的，不要在这里填，点“重新起草”改为公开",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    next_on = forms.DateField(
        label="下次评估日期",
        help_text="多久评估一次由本机关的制度定",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

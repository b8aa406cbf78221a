"""What a reviewer types: an opinion and, where the step holds it, the secrecy review; and the steps of an organ."""

from typing import Any

from django import forms

from gongkai.common.quoting import quoting
from gongkai.law.publication_steps import CONCLUSIONS, QUESTIONS, STEPS
from gongkai.publishing.forms.items import seen_field
from gongkai.publishing.models import Review
from gongkai.publishing.reviewing import LONGEST_BASIS, LONGEST_OPINION, Secrecy


class SecrecyForm(forms.Form):
    """The secrecy review."""

    found = forms.MultipleChoiceField(
        label="逐项看过，发现有下列内容的，请勾选",
        required=False,
        choices=[(row.key, row.label) for row in QUESTIONS],
        widget=forms.CheckboxSelectMultiple,
        help_text="没有发现的不用勾；每一项都记为已经审查",
    )
    conclusion = forms.ChoiceField(
        label="保密审查的结论",
        choices=[(row.key, row.label) for row in CONCLUSIONS],
        widget=forms.RadioSelect,
    )
    basis = forms.CharField(
        label="依据和理由",
        required=False,
        max_length=LONGEST_BASIS,
        help_text=quoting(
            "结论不是“可以公开”的必须填写，例：第三段的身份证号已遮盖（{protect_people}）"
        ),
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def secrecy(self) -> Secrecy:
        """What was typed, as the action takes it."""
        typed = self.cleaned_data
        return Secrecy(typed["conclusion"], typed["basis"], frozenset(typed["found"]))


class ReviewForm(SecrecyForm):
    """One step. The fields of the secrecy review are there only where the step concludes it."""

    opinion = forms.CharField(
        label="审核意见",
        required=False,
        max_length=LONGEST_OPINION,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    seen_version = seen_field()

    def __init__(self, *args: Any, review: Review, **options: Any) -> None:
        super().__init__(*args, **options)
        self.secret = review.secrecy
        if not self.secret:
            for name in ("found", "conclusion", "basis"):
                del self.fields[name]

    def said(self) -> dict[str, Any]:
        """What the action takes."""
        typed = self.cleaned_data
        secrecy = self.secrecy() if self.secret else None
        return {
            "opinion": typed["opinion"],
            "secrecy": secrecy,
            "seen_version": typed["seen_version"],
        }


class PlanForm(forms.Form):
    """The steps of an organ or a column."""

    steps = forms.MultipleChoiceField(
        label="送审之后、签发之前要经过",
        choices=[(row.key, row.label) for row in STEPS],
        widget=forms.CheckboxSelectMultiple,
        help_text="部门审核由来源部门的审核人办；不单设保密审查的，发布审核人同时作保密审查",
    )
    seen_version = forms.IntegerField(required=False, widget=forms.HiddenInput)

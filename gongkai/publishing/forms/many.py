"""One act on many items: which ones, as they were shown, and what is said of each."""

from collections.abc import Collection
from typing import Any

from django import forms

from gongkai.publishing.actions.publish import LONGEST_LATE_REASON
from gongkai.publishing.reviewing import LONGEST_OPINION, Secrecy


class SeenField(forms.MultipleChoiceField):
    """Items with the version that was shown, as ``12:3``."""

    widget = forms.MultipleHiddenInput

    def validate(self, value: list[str]) -> None:
        """Whether there are any."""
        if not value:
            raise forms.ValidationError("没有勾选信息，请回到列表勾选")

    def clean(self, value: Any) -> dict[int, int]:
        """Version by item."""
        pairs = [one.partition(":") for one in super().clean(value)]
        if not all(pk.isdecimal() and version.isdecimal() for pk, _, version in pairs):
            raise forms.ValidationError("勾选的信息认不出来，请回到列表重新勾选")
        return {int(pk): int(version) for pk, _, version in pairs}


class ManyReviewForm(forms.Form):
    """What is ticked, each with a conclusion of its own: that it may be published. Any other conclusion is drawn on the item's page."""

    opinion = forms.CharField(
        label="审核意见",
        required=False,
        max_length=LONGEST_OPINION,
        help_text="写进每一条的审核记录",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    seen = SeenField()

    def said(self, among: Collection[int]) -> dict[str, Any]:
        """As the action takes it, of the items that were asked about."""
        seen = within(self.cleaned_data["seen"], among)
        clear = {item: Secrecy("may_publish") for item in seen}
        return {"seen": seen, "opinion": self.cleaned_data["opinion"], "conclusions": clear}


class ManyPublishForm(forms.Form):
    """The reason for those that come out late."""

    late_reason = forms.CharField(
        label="逾期公开的原因",
        required=False,
        max_length=LONGEST_LATE_REASON,
        help_text="其中有过了期限的才填，写进逾期的每一条",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    seen = SeenField()

    def said(self, among: Collection[int]) -> dict[str, Any]:
        """As the action takes it, of the items that were asked about."""
        return {**self.cleaned_data, "seen": within(self.cleaned_data["seen"], among)}


def within(seen: dict[int, int], among: Collection[int]) -> dict[int, int]:
    """Those of the items that were asked about."""
    return {item: version for item, version in seen.items() if item in among}

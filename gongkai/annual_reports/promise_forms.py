"""Shape of what is filled in about promises."""

from collections.abc import Iterator
from typing import Any

from django import forms

from gongkai.annual_reports.actions.promise import Wanted
from gongkai.annual_reports.counts import all_counts
from gongkai.annual_reports.editing.promising import totals
from gongkai.annual_reports.models.promise import DIRECTIONS, OUTCOMES


def _measures() -> Iterator[tuple[str, Any]]:
    """No number, then what the records count, then the totals of the form."""
    yield "", "没有数字可看"
    counts = [
        (count.name, f"{count.name}（{count.group}）") for count in all_counts() if not count.by
    ]
    yield "计数", counts
    yield "三张表", [(name, title) for name, title in totals()]


class PromiseForm(forms.Form):
    """One promise, and how it can be seen whether it was kept."""

    text = forms.CharField(
        label="承诺",
        max_length=300,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="明年要答复的一句话，如“提高答复时效，不再发生逾期答复”",
    )
    measure = forms.ChoiceField(
        label="用哪个数字看", required=False, help_text="明年并排显示这个数字上年和本年是多少"
    )
    direction = forms.ChoiceField(
        label="这个数字应当", required=False, choices=[("", "不比较"), *DIRECTIONS]
    )
    target = forms.IntegerField(
        label="目标",
        required=False,
        min_value=0,
        max_value=10**9,
        help_text="增加到至少、减少到至多多少；不填的，和上年比",
    )

    def __init__(self, data: Any = None, **more: Any) -> None:
        super().__init__(data, **more)
        self.fields["measure"].choices = list(_measures())

    def clean(self) -> dict[str, Any]:
        """As the action takes it."""
        kept = super().clean() or {}
        if (kept.get("direction") or kept.get("target") is not None) and not kept.get("measure"):
            self.add_error("measure", "要比较的，请选一个数字")
        if kept.get("target") is not None and not kept.get("direction"):
            self.add_error("direction", "有目标的，请选应当减少还是增加")
        return {} if self.errors else {"wanted": Wanted(**kept)}


class AnswerForm(forms.Form):
    """Whether a promise was kept."""

    outcome = forms.ChoiceField(label="落实情况", choices=OUTCOMES, widget=forms.RadioSelect)
    words = forms.CharField(
        label="说明",
        required=False,
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text="做了什么；没有做到或者部分做到的，写明原因",
    )

"""What people type about a live Q&A: what is announced, why it is put off, questions and answers. Shape only; rules are the actions'."""

from collections.abc import Sequence
from typing import Any

from django import forms

from gongkai.accounts.models import User
from gongkai.common.permissions import agencies_for
from gongkai.law.contribution_states import CHANNELS, HIDING
from gongkai.participation.actions.interview_course import LONGEST_REASON
from gongkai.participation.actions.interview_planning import ACT, LONGEST, Plan
from gongkai.participation.actions.interview_questions import LONGEST_QUESTION
from gongkai.participation.actions.interview_saying import LONGEST_ANSWER
from gongkai.participation.models import Guest
from gongkai.publishing.forms.items import seen_field
from gongkai.publishing.forms.release import TimeInput
from gongkai.publishing.models import Column
from gongkai.publishing.queries import writable_columns

FORMATS = ["%Y-%m-%dT%H:%M", "%Y-%m-%d %H:%M", "%Y-%m-%dT%H:%M:%S"]


def moment(label: str, hint: str = "") -> forms.DateTimeField:
    """A day and a time of day in China."""
    return forms.DateTimeField(label=label, help_text=hint, widget=TimeInput, input_formats=FORMATS)


class PlanForm(forms.Form):
    """What is announced. Guests are typed one a line: name, comma, post."""

    topic = forms.CharField(label="主题", max_length=LONGEST["topic"], help_text="例：城乡居民医保 2027 年缴费")  # fmt: skip
    guests = forms.CharField(
        label="嘉宾",
        max_length=2000,
        help_text="每行一位：姓名，职务。例：张三，县医保局副局长",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    host = forms.CharField(label="主持人", max_length=LONGEST["host"], help_text="姓名，或者姓名和职务")  # fmt: skip
    department = forms.CharField(label="承办单位", max_length=LONGEST["department"])
    collect_from = moment(
        "什么时候开始收提问（北京时间）", "从这时起，公众可以在网上提问；要等预告公布以后"
    )
    starts_at = moment("开始时间（北京时间）")
    ends_at = moment("预定结束时间（北京时间）", "没有人点“结束”的，超过预定时间两小时自动结束")

    def clean_guests(self) -> tuple[tuple[str, str], ...]:
        """Name and post of each line."""
        rows = [line.replace("，", ",").partition(",") for line in self.cleaned_data["guests"].splitlines()]  # fmt: skip
        found = tuple((name.strip(), post.strip()) for name, _, post in rows if name.strip())
        if any(not post for _, post in found):
            raise forms.ValidationError("每行写“姓名，职务”，中间用逗号隔开")
        return found

    def plan(self) -> Plan:
        """What the action takes."""
        names = ("topic", "host", "department", "collect_from", "starts_at", "ends_at", "guests")
        return Plan(**{name: self.cleaned_data[name] for name in names})


class NewInterviewForm(PlanForm):
    """With the column in which the announcement stands."""

    column = forms.ModelChoiceField(Column.objects.none(), label="预告放在哪个栏目", empty_label="请选择")  # fmt: skip

    def __init__(self, *args: Any, person: User, **options: Any) -> None:
        super().__init__(*args, **options)
        mine = writable_columns(person).filter(agency__in=agencies_for(person, ACT))
        self.fields["column"].queryset = mine
        self.fields["column"].label_from_instance = lambda row: f"{row.agency.name}－{row.title}"


class ChangePlanForm(PlanForm):
    """On the record as it was shown."""

    seen_version = seen_field()


class SeenInterviewForm(forms.Form):
    """An act on the record as it was shown, that only needs to be confirmed."""

    seen_version = seen_field()


class CancelForm(SeenInterviewForm):
    """Why it does not take place."""

    reason = forms.CharField(
        label="理由",
        max_length=LONGEST_REASON,
        help_text="公众在网站上看得到；例：因防汛应急响应，原定访谈改期",
        widget=forms.Textarea(attrs={"rows": 3}),
    )


class PostponeForm(CancelForm):
    """Another time, and why."""

    starts_at = moment("新的开始时间（北京时间）")
    ends_at = moment("新的预定结束时间（北京时间）")
    field_order = ("starts_at", "ends_at", "reason")


class GuestForm(forms.Form):
    """One more guest."""

    name = forms.CharField(label="姓名", max_length=40)
    post = forms.CharField(label="职务", max_length=80)


class EnterQuestionForm(forms.Form):
    """A question that did not come by web."""

    channel_key = forms.ChoiceField(
        label="怎样提出的", choices=[(row.key, row.label) for row in CHANNELS if row.typed_in]
    )
    text = forms.CharField(
        label="问题", max_length=LONGEST_QUESTION, widget=forms.Textarea(attrs={"rows": 4})
    )


class HideForm(SeenInterviewForm):
    """Why a question is not shown."""

    reason = forms.ChoiceField(
        label="不显示的原因", choices=[(row.key, row.label) for row in HIDING]
    )


class AnswerForm(SeenInterviewForm):
    """Who answers, and what. ``guests`` are read once for all forms of a page."""

    guest = forms.TypedChoiceField(label="回答的嘉宾")
    text = forms.CharField(
        label="回答",
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 3, "data-quick": ""}),
    )
    field_order = ("guest", "text")

    def __init__(self, *args: Any, guests: Sequence[Guest], **options: Any) -> None:
        super().__init__(*args, **options)
        known = {str(row.pk): row for row in guests}
        self.fields["guest"].choices = [(key, str(row)) for key, row in known.items()]
        self.fields["guest"].coerce = known.__getitem__


class SayForm(forms.Form):
    """Words of the host."""

    text = forms.CharField(
        label="主持人的话",
        max_length=LONGEST_ANSWER,
        widget=forms.Textarea(attrs={"rows": 2, "data-quick": ""}),
    )


class CorrectForm(SeenInterviewForm):
    """Words in place of others."""

    text = forms.CharField(
        label="更正后的话", max_length=LONGEST_ANSWER, widget=forms.Textarea(attrs={"rows": 5})
    )
    field_order = ("text",)


class InterviewRulesForm(forms.Form):
    """The organ's own days."""

    answer_days = forms.IntegerField(
        label="没有来得及回答的，结束后几个工作日内答复",
        required=False,
        min_value=1,
        max_value=60,
        help_text="不填的，照系统的默认提醒",
    )
    seen_version = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)

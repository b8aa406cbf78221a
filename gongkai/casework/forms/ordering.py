"""What is typed about who handles a request, how it is divided, what was registered wrongly, and remedies against its reply."""

from collections.abc import Mapping
from typing import Any

from django import forms

from gongkai.accounts.models import User
from gongkai.agencies.models import Department
from gongkai.casework.forms.course import RefuseForm
from gongkai.casework.forms.fields import ActForm, SendingForm, day_field, text_field
from gongkai.casework.forms.wording import WordedForm, of_notice
from gongkai.casework.incoming import Dates
from gongkai.casework.models import Case, Letter
from gongkai.casework.models.remedy import PROCEDURE_CHOICES
from gongkai.common.permissions import act
from gongkai.law.case_states import OPEN
from gongkai.law.periods import known_since
from gongkai.law.remedy_results import RESULTS

MATTERS = 6
MOST_CHOICES = 200


class AssignForm(ActForm):
    """分办"""

    department = forms.ModelChoiceField(
        Department.objects.none(), label="承办部门", required=False, empty_label="暂不指定"
    )
    handler = forms.ModelChoiceField(
        User.objects.none(), label="承办人", required=False, empty_label="暂不指定"
    )
    internal_due = day_field("内部期限", required=False, help_text="不晚于答复的最后一日")

    def prepare(self) -> None:
        """The organ's departments, and the people of the organ who handle requests."""
        case = self.subject
        posts = case.agency.posts.filter(role__in=act("casework.handle").grants)
        people = User.objects.filter(pk__in=posts.values("user"), is_active=True)
        self.fields["department"].queryset = case.agency.departments.all()
        self.fields["handler"].queryset = people
        self.fields["handler"].label_from_instance = lambda person: person.name
        self.fields["department"].label_from_instance = lambda row: row.name
        self.initial.update(
            department=case.department_id, handler=case.handler_id, internal_due=case.internal_due
        )


class SplitForm(RefuseForm):
    """拆分"""

    field_order = ("seen_version",)

    def prepare(self) -> None:
        """One line and one description a matter."""
        for place in range(1, MATTERS + 1):
            self.fields[f"title_{place}"] = forms.CharField(
                label=f"第 {place} 件：所需信息", max_length=200, required=False
            )
            self.fields[f"wanted_{place}"] = text_field(
                f"第 {place} 件：内容描述", rows=2, max_length=20_000, required=False
            )
        self.fields["reason"].help_text = "例：一份申请里有三件互不相关的事"

    def matters(self, said: dict[str, Any]) -> list[tuple[str, str]]:
        """The matters that were written."""
        both = [(said[f"title_{n}"], said[f"wanted_{n}"]) for n in range(1, MATTERS + 1)]
        return [pair for pair in both if any(pair)]

    def clean(self) -> dict[str, Any]:
        """The lines become ``matters``."""
        said = super().clean() or {}
        if self.errors:
            return said
        kept = {name: said[name] for name in ("reason", "seen_version")}
        return {**kept, "matters": self.matters(said)}


class JoinForm(RefuseForm):
    """合并办理"""

    lead = forms.ModelChoiceField(Case.objects.none(), label="并入哪一件", empty_label="请选择")
    field_order = ("lead", "reason")

    def prepare(self) -> None:
        """Other open cases of the organ that are not joined themselves."""
        case = self.subject
        others = Case.objects.filter(agency=case.agency_id, state__in=OPEN, joined_to=None)
        rows = others.exclude(pk=case.pk).select_related("number").order_by("-pk")
        chosen = rows if self.is_bound else rows[:MOST_CHOICES]
        self.fields["lead"].queryset = chosen
        self.fields["lead"].label_from_instance = lambda row: f"{row} {row.title}"


class CorrectReceiptForm(RefuseForm):
    """更正收到日期"""

    submitted = day_field("提交日期", required=False)
    arrived = day_field("到达日期", required=False)
    signed = day_field("签收日期", required=False)
    confirmed = day_field("与申请人确认的日期", required=False)
    how = forms.CharField(label="怎样确认的", max_length=200, required=False)
    field_order = ("submitted", "arrived", "signed", "confirmed", "how", "reason")
    DATES = ("submitted", "arrived", "signed", "confirmed")

    def prepare(self) -> None:
        """Begin with what is registered."""
        last = self.subject.receipts.last()
        if last:
            self.initial.update({name: getattr(last, name) for name in self.DATES})
            self.initial["how"] = last.confirmed_how

    def clean(self) -> dict[str, Any]:
        """The days become ``dates``."""
        said = super().clean() or {}
        if self.errors:
            return said
        known = {name: said[name] for name in self.DATES}
        kept = {name: said[name] for name in ("reason", "seen_version")}
        return {**kept, "dates": Dates(**known, how=said["how"])}


class CorrectEventForm(RefuseForm):
    """更正登记的事项"""

    day = day_field("正确的日期", required=False)
    strike = forms.BooleanField(label="这件事没有发生，划去", required=False)
    field_order = ("day", "strike", "reason")


class RemedyForm(ActForm):
    """收到复议申请、起诉"""

    procedure_key = forms.ChoiceField(label="程序", choices=PROCEDURE_CHOICES)
    simple = forms.BooleanField(label="复议适用简易程序", required=False)
    body = forms.CharField(label="复议机关或者法院", max_length=100)
    file_number = forms.CharField(label="案号", max_length=60, required=False)
    received_on = day_field("收到申请书副本、起诉状副本的日期")
    answer_by = day_field("答复的最后一日", required=False)
    after = forms.ModelChoiceField(
        None,
        label="先行的复议",
        required=False,
        empty_label="没有",
        help_text="复议后起诉的才选",
    )
    DAYS = ("received_on",)

    def prepare(self) -> None:
        """The reconsiderations of this case that have a result."""
        done = self.subject.remedies.filter(procedure="reconsideration").exclude(result="")
        self.fields["after"].queryset = done
        known = known_since("answer_reconsideration")
        self.fields[
            "answer_by"
        ].help_text = f"空着，由系统计算。{known:%Y-%m-%d} 以前收到的复议，系统没有收录当时的答复期限，请照通知书填"


class AnsweredForm(ActForm):
    """登记答复、答辩"""

    answered_on = day_field("答复、答辩的日期")
    DAYS = ("answered_on",)


class ResultForm(ActForm):
    """登记结果"""

    result = forms.ChoiceField(label="结果", choices=())
    decided_on = day_field("作出决定、裁判的日期")
    received_on = day_field("收到决定、裁判的日期")
    ordered_until = day_field("限定重新答复的日期", required=False, help_text="责令重新答复的才填")
    DAYS = ("decided_on", "received_on")

    def prepare(self) -> None:
        """The results of this procedure."""
        in_court = self.subject.procedure != "reconsideration"
        rows = [(row.key, row.label) for row in RESULTS if row.in_court == in_court]
        self.fields["result"].choices = rows


class TellForm(WordedForm, SendingForm):
    """告知申请人正在征求意见"""

    words = text_field("征求意见的情况", max_length=4000)
    field_order = ("words", *SendingForm.SENDING, "body")

    def letter(self, said: Mapping[str, Any]) -> Letter:
        """征求意见告知书"""
        words = said.get("words") or ""
        return of_notice(self.subject, "consultation_told", said, self.today, words=words)


class PersonForm(RefuseForm):
    """准予查看、回避"""

    person = forms.ModelChoiceField(User.objects.none(), label="人员", empty_label="请选择")
    part = forms.ChoiceField(
        label="怎样安排",
        choices=(("admitted", "可以查看这一件"), ("barred", "回避，不能办理和查看")),
        widget=forms.RadioSelect,
    )
    field_order = ("person", "part", "reason")

    def prepare(self) -> None:
        """The people of the organ."""
        posts = self.subject.agency.posts.values("user")
        people = User.objects.filter(pk__in=posts, is_active=True)
        self.fields["person"].queryset = people
        self.fields["person"].label_from_instance = lambda row: row.name

"""Shapes of the input about people, their posts, and the rules of sign-in."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import RegexValidator

from gongkai.accounts.actions.people import mark_of_person
from gongkai.accounts.actions.rules import RULES
from gongkai.accounts.first_run_form import USERNAME
from gongkai.accounts.models import SignInRules, User
from gongkai.agencies.models import Agency, Department
from gongkai.common.permissions import ROLE_LABELS, Actor, agencies_for

PHONE = RegexValidator(r"^\+?[0-9][0-9 -]{4,18}$", "只写数字，例如 13800000000")
ROLES = tuple(ROLE_LABELS.items())


def day_field(label: str, **said: Any) -> forms.DateField:
    """A day, picked from a calendar where the browser has one."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **said)


class _OfficialForm(forms.Form):
    """A form whose organs and departments are those that the person administers."""

    agency = forms.ModelChoiceField(
        label="机关", queryset=Agency.objects.none(), empty_label="请选择"
    )
    department = forms.ModelChoiceField(
        label="部门",
        queryset=Department.objects.none(),
        required=False,
        help_text="不选，则岗位属于整个机关",
    )
    role = forms.ChoiceField(label="岗位", choices=ROLES)
    since = day_field("自哪一天起")

    def __init__(self, *args: Any, actor: Actor, **said: Any) -> None:
        super().__init__(*args, **said)
        reach = agencies_for(actor, "accounts.edit")
        self.fields["agency"].queryset = Agency.objects.filter(pk__in=reach, until=None)
        departments = Department.objects.filter(agency__in=reach, until=None)
        self.fields["department"].queryset = departments.select_related("agency")


class AddForm(_OfficialForm):
    """A new person with a first post."""

    name = forms.CharField(label="姓名", max_length=64)
    username = forms.CharField(
        label="登录名",
        validators=[USERNAME],
        help_text="小写字母开头，例如 wangfang；以后不能改",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
    )
    email = forms.EmailField(
        label="电子邮箱", required=False, help_text="填了，一次性链接会寄到这里；忘记口令时也用它"
    )
    phone = forms.CharField(label="手机", required=False, max_length=20, validators=[PHONE])
    field_order = ("name", "username", "email", "phone", "agency", "department", "role", "since")


class PostForm(_OfficialForm):
    """One more post."""

    until = day_field("到哪一天为止", required=False, help_text="不填，则一直有效，直到结束")


class EditForm(forms.Form):
    """Name and contact of a person; ``seen`` marks what the page showed."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    name = forms.CharField(label="姓名", max_length=64)
    email = forms.EmailField(label="电子邮箱", required=False)
    phone = forms.CharField(label="手机", required=False, max_length=20, validators=[PHONE])

    @staticmethod
    def present(person: User) -> dict[str, str]:
        """What stands now."""
        said = {"name": person.name, "email": person.email, "phone": person.phone}
        return {"seen": mark_of_person(person), **said}


class HandOnForm(forms.Form):
    """Who takes over."""

    successor = forms.ModelChoiceField(
        User.objects.none(), label="交给谁", empty_label="请选择", help_text="本机关在用的账号"
    )
    reason = forms.CharField(label="理由", widget=forms.Textarea(attrs={"rows": 2}), max_length=500)

    def __init__(self, *args: Any, person: User) -> None:
        super().__init__(*args)
        others = User.objects.filter(agency=person.agency_id, is_active=True).exclude(pk=person.pk)
        self.fields["successor"].queryset = others
        self.fields["successor"].label_from_instance = lambda row: row.name


class EndPostForm(forms.Form):
    """The end of a post; ``seen`` is the end that the page showed, "" for none."""

    seen = forms.CharField(widget=forms.HiddenInput, required=False)
    until = day_field("最后一天", help_text="当天仍然有效，第二天起失效")
    reason = forms.CharField(label="理由", widget=forms.Textarea(attrs={"rows": 3}), max_length=500)

    def __init__(self, *args: Any, until: date | None, today: date) -> None:
        super().__init__(*args, initial={"seen": str(until or "")})
        self.fields["until"].initial = today


class LinkForm(forms.Form):
    """Nothing to fill in: the button alone confirms."""


def number_field(name: str, least: int, most: int) -> forms.IntegerField:
    """A rule with its limits."""
    label = SignInRules._meta.get_field(name).verbose_name
    hint = f"{least} 到 {most}"
    return forms.IntegerField(label=label, min_value=least, max_value=most, help_text=hint)


class RulesForm(forms.Form):
    """The rules of sign-in; the action gets ``seen`` and ``facts``."""

    seen = forms.CharField(widget=forms.HiddenInput, max_length=64)
    failures_before_lock = number_field("failures_before_lock", 3, 20)
    lock_minutes = number_field("lock_minutes", 1, 1440)
    session_hours = number_field("session_hours", 1, 24)
    max_sessions = number_field("max_sessions", 1, 10)
    second_factor_roles = forms.MultipleChoiceField(
        label="必须启用第二重验证的岗位",
        choices=ROLES,
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    second_factor_from = day_field("自哪一天起要求", required=False)
    grace_days = number_field("grace_days", 0, 90)

    def clean(self) -> dict[str, Any]:
        """A demand needs its day; apart: the mark, and the rules."""
        said = super().clean()
        if said.get("second_factor_roles") and not said.get("second_factor_from"):
            self.add_error("second_factor_from", "要求第二重验证的，请写明自哪一天起")
        return {"seen": said.get("seen"), "facts": {name: said.get(name) for name in RULES}}

"""Who acts in one's own post, for how long and why."""

from datetime import date
from typing import Any

from django import forms

from gongkai.accounts.models import Post, User
from gongkai.accounts.people_forms import day_field
from gongkai.accounts.queries import posts_reaching


class StandInForm(forms.Form):
    """One's own posts, but an administrator's, and the colleagues of the same organ."""

    post = forms.ModelChoiceField(label="哪个岗位", queryset=Post.objects.none(), empty_label=None)
    colleague = forms.ModelChoiceField(
        label="请谁代办", queryset=User.objects.none(), empty_label="请选择"
    )
    since = day_field("自哪一天起")
    until = day_field("到哪一天为止", help_text="这一天过后自动结束；回来早了可以收回")
    reason = forms.CharField(
        label="理由", max_length=200, help_text="例：7 月 1 日至 5 日出差；记入办事留痕"
    )

    def __init__(self, *args: Any, person: User, today: date, **said: Any) -> None:
        super().__init__(*args, **said)
        own = posts_reaching(person, today).filter(stands_in_for=None)
        self.fields["post"].queryset = own.exclude(role="administrator")
        near = User.objects.filter(agency=person.agency_id, is_active=True)
        self.fields["colleague"].queryset = near.exclude(pk=person.pk).exclude(agency=None)


class TakeBackForm(forms.Form):
    """Which one is taken back: one of those that the person asked for."""

    stand_in = forms.ModelChoiceField(queryset=Post.objects.none())

    def __init__(self, *args: Any, person: User, today: date, **said: Any) -> None:
        super().__init__(*args, **said)
        self.fields["stand_in"].queryset = stand_ins_of(person, today)


def stand_ins_of(person: User, today: date) -> Any:
    """The posts that others hold or will hold for the person."""
    rows = Post.objects.filter(stands_in_for__user=person, until__gte=today)
    return rows.select_related("user", "agency", "department__agency", "stands_in_for__user")

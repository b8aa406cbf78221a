"""Forms of subscriptions: what, how often, to which address; and another rhythm."""

from typing import Any

from django import forms

from gongkai.release.subscriptions.models import RHYTHMS, WEEKDAYS
from gongkai.website.search import LONGEST
from gongkai.website.subscribing import SEARCH

LONGEST_ADDRESS = 254
"""Signs of an e-mail address (RFC 5321)."""
NO_WORDS = "要按词语订阅的，请填写要找的词"


class RhythmForm(forms.Form):
    """How often."""

    rhythm = forms.ChoiceField(
        label="多久发一次",
        choices=RHYTHMS,
        initial="daily",
        widget=forms.RadioSelect,
        help_text="早上八点以后发出前些天新公开的；没有新内容就不发",
    )
    weekday = forms.TypedChoiceField(
        label="每周一次的，在哪一天",
        choices=WEEKDAYS,
        initial=1,
        coerce=int,
    )


class SubscribeForm(RhythmForm):
    """What, how often, to which address. ``company`` is a trap: people do not see it, programs fill it in."""

    what = forms.ChoiceField(label="订阅什么", widget=forms.RadioSelect)
    q = forms.CharField(
        label="要找的词",
        required=False,
        max_length=LONGEST,
        help_text="选“含有下面的词的信息”时填写；几个词之间空一格，要同时含有",
    )
    mail = forms.EmailField(
        label="电子邮箱",
        max_length=LONGEST_ADDRESS,
        widget=forms.EmailInput(attrs={"autocomplete": "email", "inputmode": "email"}),
        help_text="先往这个邮箱发一封确认邮件，点了里面的链接才算订阅",
        error_messages={"invalid": "邮箱地址写得不对，请对照一遍，例如 zhang@example.com"},
    )
    company = forms.CharField(required=False)
    field_order = ("what", "q", "rhythm", "weekday", "mail")

    def __init__(self, *args: Any, offered: list[tuple[str, str]], **more: Any) -> None:
        super().__init__(*args, **more)
        self.fields["what"].choices = [*offered, (SEARCH, "含有下面的词的信息")]

    def clean(self) -> dict[str, Any]:
        """A search needs words."""
        found = super().clean() or {}
        if found.get("what") == SEARCH and not found.get("q", "").strip():
            self.add_error("q", NO_WORDS)
        return found

    @property
    def trapped(self) -> bool:
        """Whether a program filled in what people do not see."""
        return bool(self.cleaned_data.get("company"))

"""Fields that many forms of requests have, and the form of one act."""

from datetime import date
from typing import Any

from django import forms

from gongkai.casework.actions import Sending
from gongkai.casework.models import Decision
from gongkai.law.service_ways import WAYS

LARGEST = 2**31 - 1


def day_field(label: str, **said: Any) -> forms.DateField:
    """A day."""
    widget = forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    return forms.DateField(label=label, widget=widget, **said)


def text_field(label: str, *, rows: int = 4, **said: Any) -> forms.CharField:
    """A text of some lines."""
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **said)


def proof_field() -> forms.FileField:
    """A photograph or scan that shows how a letter arrived."""
    return forms.FileField(
        label="凭证的照片、扫描件",
        required=False,
        help_text="送达回证、邮政回执等，PDF 或者图片；存入材料",
    )


class ActForm(forms.Form):
    """One act on a record of a case. ``subject`` is the record, ``today`` the day of law; fields that show days begin with it.

    Defaults stand in the fields: the form's ``initial`` holds the version that was seen, and what is the record's own.
    """

    seen_version = forms.IntegerField(
        min_value=0,
        max_value=LARGEST,
        widget=forms.HiddenInput,
        error_messages={"required": "这一页不完整，请刷新后再办理"},
    )
    DAYS: tuple[str, ...] = ()

    def __init__(self, *args: Any, subject: Any, today: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.subject, self.today = subject, today
        for name in self.DAYS:
            self.fields[name].initial = today
        self.prepare()

    def prepare(self) -> None:
        """Fit the fields to the record."""

    def defaults(self) -> dict[str, Any]:
        """What the fields say before anybody typed, as ``cleaned_data`` would."""
        return {name: field.initial for name, field in self.fields.items()}


class SendingForm(ActForm):
    """How a letter goes out. Extend it where an act asks for more before it."""

    way = forms.ChoiceField(
        label="送达方式", choices=[(row.key, f"{row.label}（凭证：{row.proof}）") for row in WAYS]
    )
    sent_on = day_field("发出、交邮日期")
    received_on = day_field(
        "签收日期", required=False, help_text="已经签收的填写；还没有签收的空着，签收以后再登记"
    )
    tracking_number = forms.CharField(label="邮件号码", max_length=60, required=False)
    proof_words = forms.CharField(
        label="凭证说明", max_length=300, required=False, help_text="例：送达回证由申请人本人签收"
    )
    proof = proof_field()
    DAYS = ("sent_on",)
    SENDING = ("way", "sent_on", "received_on", "tracking_number", "proof_words", "proof")

    def clean(self) -> dict[str, Any]:
        """The six fields become one ``sending``."""
        typed = super().clean() or {}
        sending = {name: typed.pop(name, None) for name in self.SENDING}
        if not self.errors:
            typed["sending"] = Sending(**sending)
        return typed

    def prepare(self) -> None:
        """A reply goes out as electronic data only after a second look at recipient and files, which has a page of its own."""
        if isinstance(self.subject, Decision) or getattr(self.subject, "decision_id", None):
            ways = self.fields["way"].choices
            self.fields["way"].choices = [way for way in ways if way[0] != "electronic"]

    def defaults(self) -> dict[str, Any]:
        """As if it were handed over today."""
        return {**super().defaults(), "sending": Sending("direct", self.today, self.today)}

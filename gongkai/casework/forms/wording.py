"""What may be said of a letter on the page of the act that sends it: its paragraphs reworded, and what no record holds."""

from collections.abc import Mapping
from datetime import UTC, date, datetime
from typing import Any, ClassVar

from django import forms

from gongkai.casework.actions.letter_issuing import Wording, new_letter
from gongkai.casework.forms.fields import text_field
from gongkai.casework.letters import NOTICE_LETTERS, drafted, masked
from gongkai.casework.models import Case, CaseNotice, Consultation, Letter
from gongkai.common.refusals import Refusal

LONGEST_BODY = 20_000


class WordedForm(forms.Form):
    """Mix in before an ``ActForm`` on a case. ``FACTS`` are fields of the form that are fields of the letter too."""

    FACTS: ClassVar[tuple[str, ...]] = ()
    body = text_field(
        "文书的正文（可以改写）",
        rows=8,
        max_length=LONGEST_BODY,
        required=False,
        help_text="一行是一段。双花括号里的内容由系统按登记的事项填写，不能删；清空就用法定文本",
    )
    subject: Case
    today: date

    def letter(self, said: Mapping[str, Any]) -> Letter:
        """The letter, not kept, that the act would send with what was typed."""
        raise NotImplementedError

    def prepare(self) -> None:
        """Begin with the text of the law; worked out only where the page is drawn."""
        super().prepare()  # type: ignore[misc]  # ActForm stands behind it
        if "body" in self.fields:
            self.fields["body"].initial = self._as_it_is

    def _as_it_is(self) -> str:
        letter = self.letter({})
        try:
            made = drafted(letter, self.today, masked(self.subject, letter.consultation))
        except (Refusal, ValueError):
            return ""
        return "\n".join(made.body)

    def clean(self) -> dict[str, Any]:
        """The letter's own fields become one ``wording``."""
        typed = super().clean() or {}
        facts = {name: _plain(typed.pop(name, None)) for name in self.FACTS}
        body = "\n".join(line.strip() for line in (typed.pop("body", "") or "").splitlines())
        if not self.errors:
            own = () if not body or body == self._as_it_is() else tuple(body.splitlines())
            typed["wording"] = Wording(own, {name: said for name, said in facts.items() if said})
        return typed


def _plain(value: Any) -> Any:
    """As JSON keeps it."""
    return value.isoformat() if isinstance(value, date) else value


def of_notice(case: Case, kind: str, said: Mapping[str, Any], today: date, **more: Any) -> Letter:
    """The letter of a notice that is not there yet."""
    notice = CaseNotice(case=case, kind=kind, issued_on=today, **more)
    return _unkept(case, NOTICE_LETTERS[kind], said, notice=notice)


def of_consultation(
    case: Case, family: str, kind: str, said: Mapping[str, Any], today: date
) -> Letter:
    """The letter of a consultation that is not there yet."""
    label = said.get("name") or "" if family != "third_party" else "尚未编号"
    row = Consultation(
        case=case, family=family, label=label, about=said.get("about") or "", asked_on=today
    )
    return _unkept(case, kind, said, consultation=row)


def _unkept(case: Case, kind: str, said: Mapping[str, Any], **more: Any) -> Letter:
    wording = said.get("wording")
    wording = wording if isinstance(wording, Wording) else Wording()
    return new_letter(
        case, kind, by_name="", now=datetime.max.replace(tzinfo=UTC), wording=wording, **more
    )


def line_field(label: str, **said: Any) -> forms.CharField:
    """One line of a letter."""
    return forms.CharField(label=label, max_length=500, **said)

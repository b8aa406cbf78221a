"""The steps of the online form: which there are, which are still to be filled in, and what they make together."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from gongkai.casework.incoming import Who
from gongkai.casework.online import Fields
from gongkai.law.applicants import applicant_kind
from gongkai.website.forms.applying import (
    CITIZEN,
    ContactForm,
    KindForm,
    OrganizationForm,
    PersonForm,
    StepForm,
    WantedForm,
    WayForm,
)

STEPS: Mapping[str, str] = {
    "kind": "谁申请",
    "who": "姓名和证件",
    "contact": "联系方式",
    "wanted": "要什么信息",
    "way": "怎样给您",
}
FILES: Mapping[str, tuple[str, str]] = {
    "identity_file": ("identity", "身份证明"),
    "authorisation_file": ("authorisation", "授权委托书"),
}
"""By field: the use of the file in the case, and the name it is kept under."""
ABOUT_APPLICANT = ("kind", "who", "contact", "way")
"""The steps that a further request of the same applicant begins with."""
_NUMBERED = re.compile(r"(?m)^\s*[（(]?(?:[0-9]{1,2}|[一二三四五六七八九十]{1,2})[、.．)）]")
_NAMED = re.compile(r"《[^《》]{2,80}》")


def form_of(step: str, known: Fields, *data: Any) -> StepForm:
    """The form of a step: with what was sent, else with what is kept."""
    kind = known.get("kind", {}).get("kind", "natural_person")
    person = PersonForm if kind == "natural_person" else OrganizationForm
    forms: dict[str, type[StepForm]] = {
        "kind": KindForm,
        "who": person,
        "contact": ContactForm,
        "wanted": WantedForm,
        "way": WayForm,
    }
    return forms[step](*data, known=known, initial=known.get(step, {}))


def texts_of(form: StepForm) -> dict[str, str]:
    """What a draft keeps of a step: texts alone, a tick as ``on``, no files."""
    return {
        name: ("on" if value else "") if isinstance(value, bool) else str(value)
        for name, value in form.cleaned_data.items()
        if name not in FILES
    }


def missing(known: Fields) -> list[str]:
    """The steps that are not filled in as they must be, in their order."""
    return [step for step in STEPS if not form_of(step, known, known.get(step, {})).is_valid()]


def who_of(known: Fields) -> Who:
    """The applicant, out of a draft that misses nothing."""
    kind, agent = known["kind"]["kind"], known["kind"]["by_agent"] == "yes"
    told, reached = known["who"], known["contact"]
    names = ("phone", "address", "postcode", "mail")
    return Who(
        kind=kind,
        name=told["name"],
        identity_type=told.get("identity_type") or "credit_code",
        identity_number=told["identity_number"],
        legal_representative=told.get("legal_representative", ""),
        contact_person=told.get("contact_person", ""),
        **{name: reached.get(name, "") for name in names},
        **({name: told[name] for name in ("agent_name", "agent_identity_number", "agent_phone")} if agent else {}),
        needs_help=bool(reached.get("needs_help")),
        tell_by_mail=bool(reached.get("tell_by_mail")),
        tell_by_sms=bool(reached.get("tell_by_sms")),
    )  # fmt: skip


def what_of(known: Fields) -> dict[str, str]:
    """What is wanted and how."""
    return {**known["wanted"], **known["way"]}


@dataclass(frozen=True, slots=True)
class Told:
    """What a step says, for looking it over: label and answer of each field."""

    step: str
    title: str
    rows: tuple[tuple[str, str], ...]


def told(known: Fields, files: Mapping[str, str]) -> list[Told]:
    """Every step with its answers; ``files``: the names of those handed in, by their use."""
    return [Told(step, title, tuple(_rows(step, known, files))) for step, title in STEPS.items()]


def _rows(step: str, known: Fields, files: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    here = known.get(step, {})
    for name, field in form_of(step, known).fields.items():
        label = str(field.label)
        if name in FILES:
            yield label, files.get(FILES[name][0], "没有上传")
        elif name == "kind":
            yield label, _kind(here.get(name, ""))
        elif here.get(name) == "on":
            yield label, "是"
        elif here.get(name) or field.required:
            yield label, _chosen(field, here.get(name, ""))


def _kind(key: str) -> str:
    """As the form calls it: 表三 says 自然人, people say 公民."""
    if not key:
        return ""
    kind = applicant_kind(key)
    return CITIZEN if kind.natural else kind.label


def _chosen(field: Any, value: str) -> str:
    return str(dict(getattr(field, "choices", ())).get(value, value))


def seems_many(known: Fields) -> bool:
    """Whether the description looks like several matters: numbered items, or several titles."""
    text = known.get("wanted", {}).get("wanted", "")
    return len(_NUMBERED.findall(text)) > 1 or len(set(_NAMED.findall(text))) > 1

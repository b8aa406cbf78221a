"""What comes in: a plan of a consultation, and what somebody says in one. Tidied and checked for length here, written by ``actions``."""

import re
from dataclasses import dataclass, replace
from datetime import date

from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.law.public_consultations import kind
from gongkai.participation.models.consultation import MOST_DAYS

LONGEST_TEXT = 5_000
"""Characters of a comment sent by web; what is typed in from paper may be longer."""
LONGEST_TYPED = 20_000
LONGEST = {"name": 60, "contact": 120, "address": 200, "mail": 120, "phone": 60, "meetings": 300}
LONGEST_REASON = 300
WAYS = Cite("决策程序条例", 15, 1)
_CONTROLS = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\u202a-\u202e\u2066-\u2069]")


@dataclass(frozen=True, slots=True)
class Plan:
    """What an officer plans: ``days`` after the day of publication, ``opens_on`` None for the day on which the notice becomes public."""

    kind: str
    days: int
    responsible: str
    opens_on: date | None = None
    short_reason: str = ""
    takes_web: bool = True
    address: str = ""
    mail: str = ""
    phone: str = ""
    meetings: str = ""
    show_comments: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """What somebody says: on the whole, or on a paragraph of the draft. Who says it is optional."""

    text: str
    name: str = ""
    contact: str = ""
    paragraph: int | None = None


def line(words: str) -> str:
    """The words on one line, without control characters."""
    return " ".join(_CONTROLS.sub("", words).split())


def tidy(words: str) -> str:
    """The words in their lines, without control characters and blank ends."""
    kept = _CONTROLS.sub("", words.replace("\r\n", "\n").replace("\r", "\n"))
    return "\n".join(part.rstrip() for part in kept.split("\n")).strip()


def required(words: str, what: str, most: int = LONGEST_REASON, *, cite: Cite | None = None) -> str:
    """The words on one line; Refusal where there are none or too many."""
    found = line(words)
    if not found:
        raise Refusal(f"请填写{what}", cite=cite)
    return _short_enough(found, what, most)


def _short_enough(words: str, what: str, most: int) -> str:
    if len(words) > most:
        raise Refusal(f"{what}超过 {most} 个字，请删减")
    return words


def checked_plan(plan: Plan) -> Plan:
    """The plan tidied; Refusal for one that names nobody responsible, no way to comment, or a period that is none."""
    try:
        kind(plan.kind)
    except KeyError as unknown:
        raise Refusal("请选择征集的事项") from unknown
    if not 1 <= plan.days <= MOST_DAYS:
        raise Refusal(f"期限是 1 至 {MOST_DAYS} 日", cite=WAYS)
    ways = {"address": "来信地址", "mail": "电子邮箱", "phone": "电话", "meetings": "座谈会等"}
    found = {
        key: _short_enough(line(getattr(plan, key)), label, LONGEST[key])
        for key, label in ways.items()
    }
    if not plan.takes_web and not any(found.values()):
        raise Refusal("请至少给公众一种提意见的方式", cite=WAYS)
    return replace(
        plan,
        responsible=required(plan.responsible, "承办单位", 100),
        short_reason=_short_enough(line(plan.short_reason), "缩短期限的说明", LONGEST_REASON),
        **found,
    )


def checked_said(said: Said, *, most: int = LONGEST_TEXT) -> Said:
    """What was said, tidied; Refusal for nothing, and for more than ``most`` characters."""
    text = tidy(said.text)
    if not text:
        raise Refusal("请填写意见")
    return replace(
        said,
        text=_short_enough(text, "意见", most),
        name=_short_enough(line(said.name), "姓名", LONGEST["name"]),
        contact=_short_enough(line(said.contact), "联系方式", LONGEST["contact"]),
    )

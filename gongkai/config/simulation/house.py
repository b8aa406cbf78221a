"""The organ that is played: its people by their posts, and what was made so far."""

from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from gongkai.accounts.models import Post, User
from gongkai.agencies.models import Agency, Department, LetterFacts
from gongkai.agencies.queries import in_force
from gongkai.casework.letters.places import advice_of
from gongkai.common.clock import law_day
from gongkai.common.permissions import ROLE_LABELS, Role
from gongkai.publishing.models import Column

NEEDED: tuple[Role, ...] = ("clerk", "reviewer", "signer", "administrator")
ACTING: tuple[Role, ...] = ("clerk", "reviewer", "signer")
"""Each of these is another person: nobody reviews or signs what is their own."""


class Unfit(Exception):
    """The organ cannot be played; the message says in one sentence what is missing."""


@dataclass(slots=True)
class House:
    """Who does what. ``columns`` by title and ``departments`` by name, once they are set up."""

    agency: Agency
    people: dict[Role, User]
    columns: dict[str, Column] = field(default_factory=dict)
    departments: dict[str, Department] = field(default_factory=dict)

    def acting(self, role: Role, now: datetime) -> dict[str, Any]:
        """Who acts, and when, as actions take it."""
        return {"by": self.people[role], "now": now}

    def clerk(self, now: datetime) -> dict[str, Any]:
        """The clerk acts."""
        return self.acting("clerk", now)

    def signer(self, now: datetime) -> dict[str, Any]:
        """The signer acts."""
        return self.acting("signer", now)


def house_of(agency: Agency, now: datetime) -> House:
    """The organ with its people of today. Raises Unfit where a post that the work needs is not held, or letters would be blocked."""
    people: dict[Role, User] = {}
    for role in NEEDED:
        taken = {people[other].pk for other in people if {role, other} <= set(ACTING)}
        held = _held(agency, role, now)
        found = next((post.user for post in held if post.user_id not in taken), None)
        if found is not None:
            people[role] = found
    missing = [ROLE_LABELS[role] for role in NEEDED if role not in people]
    if missing:
        raise Unfit(
            f"{agency.name}没有{'、'.join(missing)}岗位的人（经办、审核、签发要三个不同的人），先在“人员”里安排好再模拟。"
        )
    _require_letters(agency, now)
    return House(agency, people)


def _require_letters(agency: Agency, now: datetime) -> None:
    """Unfit where the record does not say who hears a remedy against the organ's letters, or how its fees are paid."""
    advice = advice_of(agency, "refusal", "process_information", law_day(now), "")
    if advice.blocked:
        raise Unfit(f"{agency.name}的文书写不出救济途径：{advice.blocked}。")
    facts = LetterFacts.objects.filter(agency=agency).first()
    if facts is None or not facts.payment_way:
        raise Unfit(
            f"{agency.name}还没有写明信息处理费怎样缴纳，先在“机关”的“文书资料”里填好再模拟。"
        )


def _held(agency: Agency, role: Role, now: datetime) -> list[Post]:
    rows = Post.objects.filter(in_force(law_day(now)), role=role, agency=agency, department=None)
    return list(rows.filter(user__is_active=True).select_related("user").order_by("pk"))

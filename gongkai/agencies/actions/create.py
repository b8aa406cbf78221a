"""Setting up an organ below another one."""

from dataclasses import dataclass
from datetime import date, datetime

from django.core.exceptions import ValidationError
from django.db import transaction

from gongkai.agencies.models import Agency, AgencyName, AgencyParent, ContactPage
from gongkai.agencies.newcomers import welcome
from gongkai.audit.actions import record
from gongkai.common.freshness import renew_public_mark
from gongkai.common.permissions import Actor, Permit, require
from gongkai.common.refusals import Refusal
from gongkai.law.catalogue import OrganKind


@dataclass(frozen=True, slots=True)
class AgencyFacts:
    """What must be known to set up an organ."""

    code: str
    name: str
    kind: OrganKind
    since: date
    short_name: str = ""
    social_credit_code: str = ""
    region_code: str = ""
    has_site: bool = True


@transaction.atomic
def create(*, facts: AgencyFacts, parent: Agency, by: Actor, now: datetime) -> Agency:
    """Set up an organ below ``parent``, which the person must administer."""
    permit = require(by, "agencies.edit", parent)
    return enter(facts=facts, parent=parent, permit=permit, now=now)


def enter(*, facts: AgencyFacts, parent: Agency | None, permit: Permit, now: datetime) -> Agency:
    """Write the organ with its first name, parent and empty contact page; for callers that have asked for the permit."""
    if Agency.objects.filter(code=facts.code).exists():
        raise Refusal(f"代码 {facts.code} 已被使用", next_step="换一个代码，或者修改已有的机关")
    if parent and (facts.since < parent.since or parent.until):
        raise Refusal(f"{facts.since} 时{parent.name}尚未设立或者已经撤销，不能作为上级")
    names = ("code", "name", "kind", "since", "short_name", "social_credit_code", "region_code", "has_site")  # fmt: skip
    agency = Agency(parent=parent, **{name: getattr(facts, name) for name in names})
    try:
        agency.full_clean(exclude=["parent"])
    except ValidationError as error:
        raise Refusal("；".join(error.messages)) from error
    agency.save()
    AgencyName.objects.create(
        agency=agency, name=facts.name, short_name=facts.short_name, since=facts.since
    )
    AgencyParent.objects.create(agency=agency, parent=parent, since=facts.since)
    ContactPage.objects.create(agency=agency)
    after = {"code": facts.code, "name": facts.name, "parent": parent.code if parent else None}
    renew_public_mark(now)
    record("agencies.create", agency, by=permit, at=now, organ=agency.code, after=after)
    welcome(agency, permit, now)
    return agency

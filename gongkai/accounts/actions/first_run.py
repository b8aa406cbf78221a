"""The first run: the first organ, its site, and its administrator, made once and never again."""

from dataclasses import dataclass
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import Post, User
from gongkai.agencies.actions import AgencyFacts, enter, enter_identity
from gongkai.audit.actions import locked_chain, record
from gongkai.audit.models import SYSTEM_CHAIN
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit
from gongkai.common.refusals import Refusal

FIRST = Permit(None, "首次设置", "持有设置码的人")


@dataclass(frozen=True, slots=True)
class FirstPerson:
    """The first administrator, with the password that the person chose."""

    username: str
    name: str
    email: str
    password: str


@transaction.atomic
def open_house(*, facts: AgencyFacts, sponsor: str, person: FirstPerson, now: datetime) -> User:
    """Make the first organ, its main site and its administrator. Raises Refusal once there is anybody.

    The chain of the whole installation is locked first: of two at once, the second finds the first one's work.
    """
    locked_chain(SYSTEM_CHAIN)
    if User.objects.exists():
        raise Refusal("首次设置已经完成", next_step="用管理员的登录名登录")
    agency = enter(facts=facts, parent=None, permit=FIRST, now=now)
    site = {"main": True, "name": facts.name, "sponsor": sponsor or facts.name}
    enter_identity(agency=agency, seen_version=None, facts=site, permit=FIRST, now=now)
    made = User.objects.create_user(
        person.username, person.password, name=person.name, email=person.email, agency=agency
    )
    Post.objects.create(user=made, agency=agency, role="administrator", since=law_day(now))
    after = {"agency": agency.code, "person": made.pk}
    record("accounts.first_run", made, by=FIRST, at=now, organ=SYSTEM_CHAIN, after=after)
    return made

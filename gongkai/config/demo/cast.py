"""Who works in the demo: organs, people and their posts, with passwords of this installation alone."""

import secrets
from dataclasses import dataclass
from datetime import date, datetime

from gongkai.accounts.actions.first_run import FirstPerson, open_house
from gongkai.accounts.actions.people import add_person
from gongkai.accounts.actions.posts import give_post
from gongkai.accounts.models import User
from gongkai.agencies.actions import (
    AgencyFacts,
    create,
    edit_contact,
    edit_letter_facts,
    set_identity,
)
from gongkai.agencies.models import Agency
from gongkai.common.permissions import Role

COUNTY, TOWN = "DEMO-COUNTY", "DEMO-TOWN"
ORGANS = {
    COUNTY: AgencyFacts(
        COUNTY, "演示县人民政府", "county_government", date(2019, 5, 15), short_name="演示县"
    ),
    TOWN: AgencyFacts(
        TOWN, "演示镇人民政府", "township_government", date(2019, 5, 15), short_name="演示镇"
    ),
}
MARK = "演示数据"
_SIGNS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Without signs that are taken for one another."""


@dataclass(frozen=True, slots=True)
class Part:
    """One person of the demo and the post the person holds."""

    username: str
    name: str
    organ: str
    role: Role


PARTS = (
    Part("wang", "王经办", TOWN, "clerk"),
    Part("zhao", "赵审核", TOWN, "reviewer"),
    Part("qian", "钱签发", TOWN, "signer"),
    Part("zheng", "郑保密", TOWN, "secrecy_reviewer"),
    Part("wu", "吴管理", TOWN, "administrator"),
    Part("du", "杜只读", TOWN, "reader"),
    Part("sun", "孙监督", COUNTY, "supervisor"),
    Part("zhou", "周经办", COUNTY, "clerk"),
    Part("li", "李审核", COUNTY, "reviewer"),
    Part("liu", "刘签发", COUNTY, "signer"),
)
HEAD = Part("chen", "陈管理", COUNTY, "administrator")
EVERYBODY = (*PARTS, HEAD)

CONTACTS = {
    COUNTY: {"office": "演示县人民政府办公室政务公开股", "address": "演示县城关镇示例路1号"},
    TOWN: {"office": "演示镇党政综合便民服务中心", "address": "演示县演示镇示例街8号"},
}
_LETTERS = {"court": "演示县人民法院", "payment_way": "凭缴款码在演示缴款平台缴入国库"}
_CONTACT = {
    "leader": "（演示数据）",
    "hours": "工作日 8:30—12:00，14:30—18:00",
    "telephone": "0000-0000000",
    "fax": "0000-0000001",
    "supervision_telephone": "0000-0000002",
}


def new_passwords() -> dict[str, str]:
    """A password of some sixty random bits for each person."""
    return {
        part.username: "-".join("".join(secrets.choice(_SIGNS) for _ in range(4)) for _ in range(3))
        for part in EVERYBODY
    }


@dataclass(frozen=True, slots=True)
class Stage:
    """The organs by code and the people by the name they sign in with."""

    organs: dict[str, Agency]
    people: dict[str, User]

    def holder(self, organ: str, role: Role) -> User:
        """Who holds a post in an organ."""
        part = next(part for part in EVERYBODY if (part.organ, part.role) == (organ, role))
        return self.people[part.username]


def move_in(passwords: dict[str, str], now: datetime) -> Stage:
    """Make the two organs and their people."""
    head = open_house(
        facts=ORGANS[COUNTY],
        sponsor="",
        person=FirstPerson(HEAD.username, HEAD.name, "", passwords[HEAD.username]),
        now=now,
    )
    county = Agency.objects.get(code=COUNTY)
    town = create(facts=ORGANS[TOWN], parent=county, by=head, now=now)
    organs = {COUNTY: county, TOWN: town}
    people = {part.username: _employ(part, organs, passwords, head, now) for part in PARTS}
    for code, agency in organs.items():
        _introduce(agency, CONTACTS[code], main=code == TOWN, head=head, now=now)
    return Stage(organs, {HEAD.username: head, **people})


def _employ(
    part: Part, organs: dict[str, Agency], passwords: dict[str, str], head: User, now: datetime
) -> User:
    agency = organs[part.organ]
    person = add_person(
        agency=agency, username=part.username, name=part.name, email="", phone="", by=head, now=now
    )
    person.set_password(passwords[part.username])
    person.save(update_fields=["password"])
    give_post(person=person, agency=agency, role=part.role, since=now.date(), by=head, now=now)
    return person


def _introduce(
    agency: Agency, contact: dict[str, str], *, main: bool, head: User, now: datetime
) -> None:
    """What the site says of the organ; that it is a demo stands in the name of the site, on every page."""
    name = f"{agency.name}（{MARK}）"
    facts = {"main": main, "name": name, "sponsor": name, "contact": _CONTACT["telephone"]}
    set_identity(agency=agency, seen_version=None, facts=facts, by=head, now=now)
    edit_contact(agency=agency, seen_version=None, facts=_CONTACT | contact, by=head, now=now)
    edit_letter_facts(agency=agency, seen_version=None, facts=_LETTERS, by=head, now=now)

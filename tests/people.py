"""The named cast of the tests, in a county with two townships: each test asks for the people it needs."""

from dataclasses import dataclass
from datetime import date

import pytest

from gongkai.accounts.models import Post, User
from gongkai.agencies.models import Agency, AgencyName, AgencyParent, LetterFacts
from gongkai.common.permissions import Role

SINCE = date(2019, 1, 1)
PAYMENT_WAY = "凭缴款码在非税收入收缴平台缴入国库"
PASSWORD = "测试口令-仅供测试-2024"


def make_agency(
    code: str, name: str, kind: str = "township_government", parent: Agency | None = None
) -> Agency:
    """An agency in force since 2019, with its name and parent as dated rows, and what its letters must say."""
    agency = Agency.objects.create(code=code, name=name, kind=kind, parent=parent, since=SINCE)
    AgencyName.objects.create(agency=agency, name=name, since=SINCE)
    AgencyParent.objects.create(agency=agency, parent=parent, since=SINCE)
    LetterFacts.objects.create(agency=agency, court="临川县人民法院", payment_way=PAYMENT_WAY)
    return agency


def make_person(
    username: str, name: str, agency: Agency | None = None, role: Role | None = None
) -> User:
    """A person with a post, or with none."""
    person = User.objects.create_user(
        username, PASSWORD, name=name, email=f"{username}@example.test", agency=agency
    )
    if agency and role:
        Post.objects.create(user=person, agency=agency, role=role, since=SINCE)
    return person


@dataclass(frozen=True, slots=True)
class Cast:
    """Who and where: ``town`` and ``other_town`` lie in ``county``."""

    county: Agency
    town: Agency
    other_town: Agency
    clerk: User
    reviewer: User
    signer: User
    secrecy_reviewer: User
    administrator: User
    reader: User
    supervisor: User
    stranger: User
    nobody: User


def make_cast() -> Cast:
    """李申请人 comes with the requests; here are the officers."""
    county = make_agency("320000", "临川县人民政府", "county_government")
    town = make_agency("320001", "青石镇人民政府", parent=county)
    other_town = make_agency("320002", "白沙镇人民政府", parent=county)
    return Cast(
        county=county,
        town=town,
        other_town=other_town,
        clerk=make_person("wang", "王经办", town, "clerk"),
        reviewer=make_person("zhao", "赵审核", town, "reviewer"),
        signer=make_person("qian", "钱签发", town, "signer"),
        secrecy_reviewer=make_person("bao", "保密员", town, "secrecy_reviewer"),
        administrator=make_person("wu", "吴管理", town, "administrator"),
        reader=make_person("du", "杜只读", town, "reader"),
        supervisor=make_person("sun", "孙监督", county, "supervisor"),
        stranger=make_person("zhou", "周外人", other_town, "clerk"),
        nobody=make_person("wuming", "无岗位"),
    )


@pytest.fixture
def cast(db) -> Cast:
    """The cast, in the database."""
    return make_cast()

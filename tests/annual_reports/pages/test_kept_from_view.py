"""Cases that are kept from a person are counted on the pages of the report, and nothing more is told of them."""

from datetime import date

import pytest
from django.test import Client
from django.urls import reverse

from gongkai.annual_reports.compiling.behind import UNSEEN
from gongkai.casework.actions import restrict
from gongkai.casework.models import Case
from tests.annual_reports.records import YEAR, all_returned, compiled_draft, signed
from tests.casework.cases import again, answered, in_reconsideration, on, registered

pytestmark = pytest.mark.django_db


def kept_from_view(cast) -> Case:
    """A case of the year, answered and in reconsideration, which only the signer may see."""
    case = answered(cast, registered(cast, date(YEAR, 11, 4)), f"{YEAR}-11-18")
    in_reconsideration(cast, case, f"{YEAR}-12-02")
    given = {"restricted": True, "reason": "涉及本镇人员"}
    return restrict(case=again(case), **given, **on(cast.signer, f"{YEAR}-12-03"))


def page(person, address: str) -> str:
    client = Client()
    client.force_login(person)
    return client.get(address).content.decode()


@pytest.mark.parametrize("key", ["requests.granted.total", "remedies.reconsideration.pending"])
def test_a_cell_tells_nothing_of_them_but_that_they_are_there(cast, key):
    case = kept_from_view(cast)
    address = reverse("annual_reports:cell", args=(cast.town.pk, YEAR, key))
    assert str(case) in page(cast.signer, address)
    told = page(cast.reader, address)
    assert UNSEEN in told
    assert str(case) not in told
    assert reverse("casework:case", args=(case.pk,)) not in told


def test_the_page_of_the_report_tells_only_that_something_changed(cast):
    all_returned(cast)
    report = signed(cast, compiled_draft(cast))
    case = kept_from_view(cast)
    address = reverse("annual_reports:report", args=(report.pk,))
    assert str(case) in page(cast.signer, address)
    told = page(cast.reader, address)
    assert UNSEEN in told
    assert str(case) not in told

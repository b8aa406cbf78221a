"""How soon information became public: counted by department from facts, with what was late and why."""

import pytest

from gongkai.agencies.models import Department
from gongkai.publishing.actions import publish
from gongkai.publishing.timeliness import NO_DEPARTMENT, publications, timeliness
from tests.publishing.items import NOW, brought_out, draft, published
from tests.publishing.test_timer import day, to_sign, with_facts


@pytest.fixture
def office(cast):
    return Department.objects.create(
        agency=cast.town, code="farm", name="农业农村站", since=cast.town.since
    )


def out(cast, made, department=None, title="通知"):
    """A text formed on a day and public on 3 June 2024."""
    place = department.pk if department else None
    item = with_facts(draft(cast, title=title), cast.clerk, made_on=day(made), department_id=place)
    return publish(item=to_sign(cast, item), by=cast.signer, now=NOW, late_reason="等待会签")


def test_each_department_has_its_median_its_worst_and_its_share_of_late_texts(cast, office):
    for made in ("2024-05-06", "2024-05-31", "2024-05-30"):
        out(cast, made, office)
    out(cast, "2024-06-03")
    farm, other, whole = timeliness(cast.town, 2024)
    assert (farm.name, farm.count, farm.median, farm.worst, farm.late) == (office.name, 3, 2, 21, 1)
    assert farm.share_late == 33.3
    assert (other.name, other.late, other.worst) == (NO_DEPARTMENT, 0, 0)
    assert (whole.name, whole.count, whole.late, whole.share_late) == ("合计", 4, 1, 25.0)


def test_a_year_without_publications_has_no_rows(cast):
    published(cast)
    assert timeliness(cast.town, 2023) == []
    assert timeliness(cast.other_town, 2024) == []


def test_reports_signed_elsewhere_have_days_of_their_own(cast):
    brought_out(cast)
    assert publications(cast.town, 2024) == []


def test_what_cannot_be_counted_is_said_and_not_called_in_time(cast):
    out(cast, "2018-03-01")
    row = timeliness(cast.town, 2024)[-1]
    assert (row.count, row.uncounted, row.median, row.share_late) == (1, 1, None, 0.0)


def test_the_page_lists_what_was_late_with_its_reason(cast, client):
    out(cast, "2024-05-06", title="迟到的通知")
    out(cast, "2024-05-31", title="及时的通知")
    client.force_login(cast.clerk)
    page = client.get("/desk/items/timeliness/?year=2024").content.decode()
    assert "等待会签" in page
    assert "迟到的通知" in page
    assert "及时的通知" not in page
    assert "全年公开 2 条，逾期 1 条" in page


@pytest.mark.parametrize("query", ["agency=x", "agency=99999", "year=abc", "year=3000", "year=²"])
def test_the_page_answers_calmly_to_strange_questions(cast, client, query):
    client.force_login(cast.clerk)
    assert client.get(f"/desk/items/timeliness/?{query}").status_code == 404


def test_another_organs_year_is_not_shown(cast, client):
    client.force_login(cast.clerk)
    assert client.get(f"/desk/items/timeliness/?agency={cast.other_town.pk}").status_code == 404
    client.force_login(cast.supervisor)
    answer = client.get(f"/desk/items/timeliness/?agency={cast.town.pk}")
    assert answer.status_code == 200

"""The coverage map: what the law wants from an organ of its kind, what is there, what is old or missing."""

import pytest

from gongkai.publishing.actions import withdraw
from gongkai.publishing.coverage import coverage
from tests.publishing.items import draft, later, published
from tests.publishing.test_aftercare import public
from tests.publishing.test_timer import day, with_facts


def standing(cast, key, today="2024-06-10"):
    """How one item of the law stands in the town: standing, count, newest day."""
    rows = [row for part in coverage(cast.town, day(today)).parts for row in part.rows]
    (row,) = (row for row in rows if row.item.key == key)
    return row.standing, row.count, row.newest


def test_the_map_has_what_the_law_asks_of_a_township(cast):
    parts = coverage(cast.town, day("2024-06-10")).parts
    assert [(part.name, len(part.rows)) for part in parts] == [
        ("《条例》第二十条", 15),
        ("《条例》第二十一条", 8),
        ("基层政务公开标准化领域", 26),
    ]
    assert sum(part.number("missing") for part in parts) == 49


@pytest.mark.parametrize(
    ("today", "state"),
    [
        ("2024-06-10", "there"),
        ("2025-06-03", "there"),
        ("2025-06-04", "old"),
        ("2025-06-05", "old"),
    ],
)
def test_an_item_is_old_after_a_year_without_a_new_text(cast, today, state):
    public(cast, catalogue_keys=("plans",))
    assert standing(cast, "plans", today) == (state, 1, day("2024-06-03"))
    assert standing(cast, "statistics", today)[0] == "missing"


def test_drafts_and_withdrawn_texts_cover_nothing(cast):
    with_facts(draft(cast), cast.clerk, catalogue_keys=("plans",))
    item = public(cast, catalogue_keys=("statistics",))
    withdraw(item=item, reason="错", public_note="有误", by=cast.signer, now=later(5))
    assert standing(cast, "plans")[:2] == ("missing", 0)
    assert standing(cast, "statistics")[:2] == ("missing", 0)


def test_texts_below_no_item_rest_on_article_19(cast):
    published(cast)
    public(cast, catalogue_keys=("plans",))
    assert coverage(cast.town, day("2024-06-10")).outside == 1


def test_the_page_says_what_is_missing_and_leads_to_the_next_act(cast, client):
    public(cast, catalogue_keys=("plans",))
    client.force_login(cast.clerk)
    page = client.get("/desk/items/coverage/").content.decode()
    assert "应当公开的 49 项里，48 项还没有信息" in page
    assert "/desk/items/new/" in page
    client.force_login(cast.reader)
    assert "/desk/items/new/" not in client.get("/desk/items/coverage/").content.decode()
    assert client.get(f"/desk/items/coverage/?agency={cast.other_town.pk}").status_code == 404

"""What is noted of a change: the pages before and after, the lists it is or was in, and nothing where nothing changed."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.common.outbox import deliver_due
from gongkai.publishing.actions import withdraw
from gongkai.release.actions import refresh_catalogue, refresh_columns, refresh_item
from gongkai.release.models import StaticChange
from gongkai.release.static.changes import as_json, from_json, together
from gongkai.release.static.registry import Change
from tests.publishing.items import later, published

KEYS = st.frozensets(st.sampled_from(["content", "guide", "2025-11"]))
CHANGES = st.builds(
    Change, agency=st.integers(1, 3), items=st.frozensets(st.integers(1, 9)), kinds=KEYS, months=KEYS,
    pages=st.frozensets(st.tuples(st.integers(1, 3), st.sampled_from(["items/1/", "reports/2024/"]))),
)  # fmt: skip


@pytest.fixture(autouse=True)
def _released(settings, tmp_path) -> None:
    settings.RELEASE = str(tmp_path / "site")


def noted() -> list[Change]:
    """What waits, struck off."""
    found = [from_json(row.change) for row in StaticChange.objects.all()]
    StaticChange.objects.all().delete()
    return found


def test_an_item_that_came_and_went_names_its_page_and_its_lists(cast) -> None:
    item = published(cast)
    deliver_due(later(30), kind="release.item")
    (came,) = noted()
    assert came.pages == {(cast.town.pk, f"items/{item.pk}/")}
    assert (came.kinds, came.months, came.columns) == ({"guide"}, {"2024-06"}, {"guide"})
    withdraw(item=item, reason="有误", public_note="误发", by=cast.signer, now=later(31))
    deliver_due(later(32), kind="release.item")
    (went,) = noted()
    assert went == came


def test_what_did_not_change_is_not_noted(cast) -> None:
    item = published(cast)
    deliver_due(later(30), kind="release.item")
    noted()
    refresh_item({"item": item.pk}, later(30))
    assert noted() == []


def test_columns_and_catalogue_are_noted_as_such(cast) -> None:
    refresh_columns({"agency": cast.town.pk}, later(1))
    refresh_catalogue({"agency": cast.town.pk}, later(1))
    assert [(change.agency, change.parts) for change in noted()] == [
        (cast.town.pk, {"columns"}),
        (cast.town.pk, {"catalogue"}),
    ]


@given(change=CHANGES)
def test_a_change_is_kept_as_it_is(change) -> None:
    assert from_json(as_json(change)) == change


@given(changes=st.lists(CHANGES, max_size=5))
def test_several_together_say_what_each_said(changes) -> None:
    joined = {change.agency: change for change in together(changes)}
    for change in changes:
        both = joined[change.agency]
        assert change.pages <= both.pages
        assert change.months <= both.months
    assert len(joined) == len({change.agency for change in changes})

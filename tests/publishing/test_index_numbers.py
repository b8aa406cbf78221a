"""Index numbers: one for each item, none twice, written as the organ wants, whatever an administrator types."""

from contextlib import suppress
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.agencies.models import Agency
from gongkai.audit.models import Entry
from gongkai.common.refusals import Conflict, NotAllowed, Refusal
from gongkai.publishing.actions import set_index_pattern, take_back
from gongkai.publishing.actions.index_numbers import written
from gongkai.publishing.models import Item
from tests.publishing.items import NOW, submitted

DAY = date(2024, 6, 3)
TOWN = Agency(code="TOWN", social_credit_code="113417020032563511", region_code="320000")


def test_a_number_is_written_by_its_pattern():
    assert (
        written("{organ}/{year}{month}-{serial:05}", TOWN, DAY, 57)
        == "113417020032563511/202406-00057"
    )


def test_an_organ_without_a_credit_code_writes_its_own_code():
    assert written("{organ}/{year}-{serial}", Agency(code="TOWN"), DAY, 1) == "TOWN/2024-1"


@pytest.mark.parametrize(
    "pattern",
    [
        "{organ}",
        "{year}-{serial",
        "{year}-{serial}-{nobody}",
        "{year}-{serial.real}",
        "{year}-{serial[0]}",
        "{year}-{serial:999999999}",
        "{year:09}-{serial}",
        "{year!r}-{serial}",
        "{year}-{serial}" + "长" * 80,
        "{year}\n{serial}",
        "",
    ],
)
def test_a_pattern_that_would_go_wrong_is_refused(pattern):
    with pytest.raises(Refusal):
        written(pattern, TOWN, DAY, 1)


@given(pattern=st.text(alphabet="{}:0159年/-[].!r" + "serialyorgn", max_size=40))
def test_whatever_is_typed_gives_a_number_or_a_refusal(pattern):
    with suppress(Refusal):
        assert 0 < len(written(pattern, TOWN, DAY, 1)) <= 80


def test_two_items_never_share_a_number_even_after_the_pattern_changed(cast):
    first = submitted(cast)
    set_index_pattern(
        agency=cast.town,
        pattern="{year}-{serial}",
        seen_version=None,
        by=cast.administrator,
        now=NOW,
    )
    Item.objects.filter(pk=first.pk).update(index_number="2024-2")
    assert submitted(cast, title="乙").index_number == "2024-3"


def test_an_item_taken_back_and_handed_in_again_keeps_its_number(cast):
    item = submitted(cast)
    number = item.index_number
    take_back(item=item, by=cast.clerk, now=NOW)
    assert Item.objects.get(pk=item.pk).index_number == number


def test_only_an_administrator_changes_the_pattern_and_sees_another_change(cast):
    typed = {"agency": cast.town, "pattern": "{year}-{serial}", "now": NOW}
    with pytest.raises(NotAllowed):
        set_index_pattern(**typed, seen_version=None, by=cast.clerk)
    set_index_pattern(**typed, seen_version=None, by=cast.administrator)
    with pytest.raises(Conflict):
        set_index_pattern(**typed, seen_version=None, by=cast.administrator)
    assert Entry.objects.get(act="publishing.set_index_pattern").after == {
        "index_pattern": "{year}-{serial}"
    }

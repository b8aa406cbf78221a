"""A name or a parent registered ahead is in force on its day, by the journal's word, and once only."""

from datetime import UTC, date, datetime

from gongkai.agencies.actions import move, rename
from gongkai.agencies.actions.take_effect import take_effect
from gongkai.agencies.models import Agency
from gongkai.audit.models import Entry
from gongkai.common.schedule import run_due
from tests.people import make_agency, make_person

TODAY = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
EVE = datetime(2026, 12, 31, 15, 59, tzinfo=UTC)
"""A minute before the new year begins in the law's zone."""
NEW_YEAR = datetime(2026, 12, 31, 16, 0, tzinfo=UTC)
SINCE = date(2027, 1, 1)


def renamed(cast):
    rename(agency=cast.town, seen_version=None, name="青石街道办事处", short_name="青石街道", since=SINCE, by=cast.administrator, now=TODAY)  # fmt: skip


def town(cast):
    return Agency.objects.get(pk=cast.town.pk)


def test_a_name_waits_for_its_day(cast):
    renamed(cast)
    assert take_effect(EVE) == []
    assert town(cast).name == "青石镇人民政府"


def test_on_its_day_the_name_is_in_force_and_the_system_says_so(cast):
    renamed(cast)
    assert take_effect(NEW_YEAR) == [cast.town]
    assert (town(cast).name, town(cast).short_name) == ("青石街道办事处", "青石街道")
    entry = Entry.objects.get(act="agencies.take_effect")
    assert (entry.actor_name, entry.chain.organ) == ("系统", cast.town.code)
    assert entry.before == {"name": "青石镇人民政府", "short_name": ""}


def test_a_day_missed_is_made_up_for_and_nothing_is_done_twice(cast):
    renamed(cast)
    late = datetime(2027, 1, 9, 2, 0, tzinfo=UTC)
    assert len(take_effect(late)) == 1
    assert take_effect(late) == []
    assert Entry.objects.filter(act="agencies.take_effect").count() == 1


def test_a_parent_takes_effect_too(cast):
    above = make_agency("329999", "临江新区管理委员会", "county_government", cast.county)
    by = make_person("xian", "县管理", cast.county, "administrator")
    move(agency=cast.town, seen_version=None, parent=above, since=SINCE, by=by, now=TODAY)
    assert town(cast).parent == cast.county
    take_effect(NEW_YEAR)
    assert town(cast).parent == above


def test_an_organ_opened_before_midnight_is_stale_afterwards(cast):
    renamed(cast)
    seen = town(cast).version
    take_effect(NEW_YEAR)
    assert town(cast).version > seen


def test_the_worker_does_it_each_day(cast):
    renamed(cast)
    run_due(TODAY)
    assert town(cast).name == "青石镇人民政府"
    run_due(NEW_YEAR)
    assert town(cast).name == "青石街道办事处"

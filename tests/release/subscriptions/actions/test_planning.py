"""What becomes a letter: new public items of the days not told of, asked once for equal questions, in portions."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gongkai.release.models import Digest, Finding, PublicColumn, PublicDocument, Subscription
from gongkai.release.search import rebuild
from gongkai.release.subscriptions import actions
from gongkai.release.subscriptions.actions import planning
from gongkai.release.subscriptions.actions.planning import plan
from gongkai.release.subscriptions.choice import Choice
from tests.website.subscribed import ALL, SUPPORT, at, became_public, subscribed

pytestmark = pytest.mark.django_db
DAY = at("2026-11-26")


def told(subscription):
    """The items of each letter so far, by the day of the letter."""
    rows = Digest.objects.filter(subscription=subscription).order_by("until")
    return {str(row.until): row.finding.items for row in rows.select_related("finding")}


@pytest.mark.parametrize(
    ("day", "hour", "minute", "letter"),
    [
        ("2026-11-25", 23, 59, None),  # before it was subscribed to
        ("2026-11-26", 0, 0, "2026-11-27"),
        ("2026-11-26", 23, 59, "2026-11-27"),
        ("2026-11-27", 0, 0, "2026-11-28"),
        ("2026-11-27", 8, 30, "2026-11-28"),
    ],
)
def test_an_item_is_told_the_day_after_it_became_public_in_china(cast, day, hour, minute, letter):
    found = subscribed(cast.town, now=DAY)
    new = became_public(cast.town, at(day, hour, minute))
    for morning in ("2026-11-27", "2026-11-28", "2026-11-29"):
        plan(at(morning))
    assert told(found) == ({letter: [new.item_id]} if letter else {})


def test_nothing_goes_out_before_eight_and_nothing_twice(cast):
    found = subscribed(cast.town, now=DAY)
    became_public(cast.town, DAY)
    assert plan(at("2026-11-27", 7, 59)) == 0
    assert (plan(at("2026-11-27", 8)), plan(at("2026-11-27", 9))) == (1, 0)
    assert len(told(found)) == 1


def test_weekly_letters_tell_of_the_days_since_the_last(cast):
    found = subscribed(cast.town, rhythm="weekly", weekday=5, now=DAY)
    items = [became_public(cast.town, at(f"2026-11-{day}")).item_id for day in (26, 27, 30)]
    assert plan(at("2026-11-27")) == 1
    assert plan(at("2026-12-03")) == 0
    plan(at("2026-12-04"))
    assert told(found) == {"2026-11-27": items[:1], "2026-12-04": items[:0:-1]}


def test_days_on_which_no_worker_ran_are_told_in_one_letter(cast):
    found = subscribed(cast.town, now=DAY)
    items = [became_public(cast.town, at(f"2026-11-{day}")).item_id for day in (26, 28)]
    plan(at("2026-11-30"))
    assert told(found) == {"2026-11-30": items[::-1]}


def test_no_news_is_no_letter(cast):
    subscribed(cast.town, now=DAY)
    became_public(cast.county, DAY)
    assert plan(at("2026-11-27")) == 1
    assert not Digest.objects.exists()


def test_what_was_withdrawn_or_came_from_an_old_website_is_not_new(cast):
    found = subscribed(cast.town, now=DAY)
    became_public(cast.town, DAY, old_site="www.old.example")
    gone = became_public(cast.town, DAY)
    PublicDocument.objects.filter(pk=gone.pk).delete()
    plan(at("2026-11-27"))
    assert told(found) == {}


def test_a_column_is_told_of_with_what_stands_below_it(cast):
    own = {"agency": cast.town, "national": "content"}
    PublicColumn.objects.create(key="own-1", title="补贴", parent_key="content", place=1, **own)
    PublicColumn.objects.create(key="own-2", title="农机", parent_key="own-1", place=2, **own)
    keys = ("content", "own-1", "systems")
    rows = {key: subscribed(cast.town, Choice("column", key, "", {"key": key}), now=DAY) for key in keys}  # fmt: skip
    own = [became_public(cast.town, DAY, column_key=key).item_id for key in ("own-2", "own-1")]
    other = became_public(cast.town, DAY).item_id
    plan(at("2026-11-27"))
    found = {key: set(told(row).get("2026-11-27", ())) for key, row in rows.items()}
    assert found == {"content": {*own, other}, "own-1": {*own}, "systems": set()}


NARROW = {"words": "最低生活保障", "facts": {"genre": "notice"}}
INITIALS = {"words": "dbbz", "facts": {}}


@pytest.mark.parametrize("index", ["built", "behind", "none"])
def test_a_search_misses_nothing_however_its_index_stands(cast, index):
    narrow = subscribed(cast.town, Choice("search", "", "", NARROW), now=DAY)
    initials = subscribed(cast.town, Choice("search", "", "", INITIALS), now=DAY)
    early = became_public(cast.town, DAY, title="低保标准", genre="notice")
    if index != "none":
        rebuild(DAY)
    late = became_public(cast.county, at("2026-11-26", 10), title="低保标准表", genre="notice")
    became_public(cast.town, DAY, title="低保标准")
    if index == "built":
        rebuild(DAY)
    plan(at("2026-11-27"))
    assert told(narrow) == {"2026-11-27": [late.item_id, early.item_id]}
    assert len(told(initials).get("2026-11-27", ())) == {"built": 3, "behind": 1, "none": 0}[index]


def test_a_search_of_one_organ_is_of_that_organ_alone(cast):
    facts = {"agency": str(cast.town.pk)}
    found = subscribed(cast.town, Choice("search", "", "", {"words": "低保", "facts": facts}), now=DAY)  # fmt: skip
    mine = became_public(cast.town, DAY, title="低保标准")
    became_public(cast.county, DAY, title="低保标准")
    plan(at("2026-11-27"))
    assert told(found) == {"2026-11-27": [mine.item_id]}


def crowd(cast, number, choice=SUPPORT):
    """So many people who ask the same."""
    for each in range(number):
        subscribed(cast.town, choice, address=f"p{each}@example.test", now=DAY)


def asked_of_database(now):
    with CaptureQueriesContext(connection) as queries:
        plan(now)
    return len(queries)


def test_one_more_who_asks_the_same_costs_no_query(cast):
    became_public(cast.town, DAY, title="低保标准")
    crowd(cast, 3)
    few = asked_of_database(at("2026-11-27"))
    crowd(cast, 40, ALL)
    Subscription.objects.update(next_on="2026-11-27", untold="2026-11-26", rhythm="daily")
    Digest.objects.all().delete()
    Subscription.objects.exclude(kind="organ").delete()
    many = asked_of_database(at("2026-11-27"))
    assert many <= few
    assert (Digest.objects.count(), Finding.objects.count()) == (40, 2)


def test_many_are_settled_in_portions_and_nobody_twice(cast, monkeypatch):
    monkeypatch.setattr(planning, "PORTION", 4)
    became_public(cast.town, DAY, title="低保标准")
    crowd(cast, 10)
    assert [plan(at("2026-11-27", 8, minute)) for minute in range(4)] == [4, 4, 2, 0]
    assert (Digest.objects.count(), Finding.objects.count()) == (10, 1)


def test_many_questions_are_asked_in_portions_too(cast, monkeypatch):
    monkeypatch.setattr(planning, "MOST_ASKED", 2)
    became_public(cast.town, DAY, title="低保1 2 3标准")
    for words in "123":
        subscribed(cast.town, Choice("search", "", "", {"words": words, "facts": {}}), now=DAY)
    assert [plan(at("2026-11-27", 8, minute)) for minute in range(3)] == [2, 1, 0]
    assert Digest.objects.count() == 3


def test_a_plan_that_is_broken_off_leaves_everybody_untold(cast, monkeypatch):
    found = subscribed(cast.town, now=DAY)
    became_public(cast.town, DAY)
    monkeypatch.setattr(planning, "_mark_told", lambda *_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        plan(at("2026-11-27"))
    monkeypatch.undo()
    assert not Digest.objects.exists()
    plan(at("2026-11-27"))
    assert len(told(found)) == 1


def test_who_confirmed_late_in_the_day_is_told_of_all_that_day(cast):
    found = subscribed(cast.town, now=at("2026-11-26", 23))
    new = became_public(cast.town, at("2026-11-26", 1))
    plan(at("2026-11-27"))
    assert told(found) == {"2026-11-27": [new.item_id]}
    actions.leave(subscription=found, now=at("2026-11-27"))
    assert plan(at("2026-11-28")) == 0

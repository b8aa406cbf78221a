"""What waits: comments for who moderates, an end that comes near, the outcome with its light, the papers of a hearing."""

from datetime import timedelta

import pytest

from gongkai.common.refusals import Conflict, Refusal
from gongkai.participation import actions
from gongkai.participation.queries import count_waiting
from gongkai.participation.work import hits, waiting
from tests.participation import consultations as story
from tests.participation.consultations import AFTER, LAST, OPENED, at

DAY = timedelta(days=1)


def said(person, day):
    return [(row.reason, row.light, row.due) for row in waiting(person, at(day))]


def test_comments_wait_for_who_moderates_them(cast):
    story.commented(story.opened(cast))
    assert [row[0] for row in said(cast.reviewer, OPENED)] == ["有 1 条意见等您审核"]
    assert said(cast.stranger, OPENED) == said(cast.signer, OPENED) == []


@pytest.mark.parametrize(("before", "reminded"), [(6, False), (5, True), (0, True)])
def test_the_end_comes_near(cast, before, reminded):
    story.opened(cast)
    rows = said(cast.clerk, LAST - before * DAY)
    assert rows == (
        [(f"{LAST:%-m 月 %-d 日} 截止，已收到 0 条意见", "soon", LAST)] if reminded else []
    )


def test_the_outcome_is_due_by_the_organs_own_rule(cast):
    story.opened(cast)
    assert said(cast.clerk, AFTER)[0][1:] == ("in_time", LAST.replace(year=2027, month=1))
    actions.set_rules(
        agency=cast.town, outcome_days=3, seen_version=None, by=cast.administrator, now=at(OPENED)
    )
    due = LAST + 3 * DAY
    assert [said(cast.clerk, day)[0][1:] for day in (AFTER, due + DAY)] == [
        ("soon", due),
        ("late", due),
    ]


@pytest.mark.parametrize("days", [0, 366])
def test_a_rule_that_makes_no_sense_is_refused(cast, days):
    given = {"agency": cast.town, "by": cast.administrator, "now": at(OPENED)}
    with pytest.raises(Refusal):
        actions.set_rules(outcome_days=days, seen_version=None, **given)
    actions.set_rules(outcome_days=30, seen_version=None, **given)
    with pytest.raises(Conflict):
        actions.set_rules(outcome_days=20, seen_version=None, **given)


def test_papers_of_a_hearing_wait_until_they_are_delivered(cast):
    row = story.hearing(cast, story.opened(cast), at(LAST, 14))
    person = story.participant(cast, row)
    assert (
        said(cast.clerk, OPENED)[0][0]
        == f"听证会材料最迟 {LAST - 7 * DAY:%-m 月 %-d 日} 送达听证参加人"
    )
    actions.deliver_papers(participant=person, delivered_on=OPENED, by=cast.clerk, now=at(OPENED))
    assert said(cast.clerk, OPENED) == []


def test_the_desk_finds_consultations_within_reach(cast):
    story.opened(cast)
    assert [hit.about for hit in hits(cast.clerk, "农贸 草案", 5)] == ["征集中"]
    assert hits(cast.stranger, "农贸", 5) == hits(cast.clerk, " ", 5) == []


def test_what_waits_takes_as_many_queries_for_three_as_for_one(cast, django_assert_max_num_queries):
    for _ in range(3):
        story.commented(story.opened(cast))
    with django_assert_max_num_queries(14):
        assert len(waiting(cast.clerk, at(LAST))) == 6


def test_what_waits_leads_to_the_comments_that_wait_and_the_menu_counts_them(cast):
    row = story.commented(story.opened(cast)).consultation
    place = f"/desk/consultations/{row.pk}/"
    assert {line.url for line in waiting(cast.clerk, at(OPENED))} == {
        f"{place}?show=waiting#comments"
    }
    assert (count_waiting(cast.clerk), count_waiting(cast.stranger)) == (1, 0)
    assert f"{place}#points" in {line.url for line in waiting(cast.clerk, at(AFTER))}

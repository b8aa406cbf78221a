"""What comes from an old website keeps its days: no clock starts on the day it is brought over, and none is set back by it."""

from dataclasses import replace

import pytest

from gongkai.common.refusals import Refusal
from gongkai.common.work import work_for
from gongkai.publishing.actions import hand_over, publish, revise, submit, withdraw
from gongkai.publishing.aftercare import interpretation_due
from gongkai.publishing.column_rhythm import rhythms
from gongkai.publishing.coverage import coverage
from gongkai.publishing.facts import Facts, checked_facts
from gongkai.publishing.models import Column
from gongkai.publishing.shown_since import first_shown, shown_since
from gongkai.publishing.timeliness import publications, timeliness
from gongkai.publishing.timer import clock_of
from tests.publishing.items import NOW, SITE, brought_draft, brought_over, draft, later, passed
from tests.publishing.test_timer import day, to_sign, with_facts

pytestmark = pytest.mark.django_db


def revised(cast, item):
    """The item with a later text, formed and published here."""
    item = with_facts(revise(item=item, by=cast.clerk, now=later(4)), cast.clerk, changed_on=day("2024-06-01"))  # fmt: skip
    return publish(item=to_sign(cast, item), by=cast.signer, now=later(5))


def test_it_is_signed_without_a_reason_for_lateness_and_keeps_its_day(cast):
    item = brought_over(cast)
    assert item.published.late_reason == ""
    assert shown_since(item, item.published) == day("2019-03-06")
    assert (str(first_shown(item)), item.first_published_at) == ("2019-03-06 00:00:00+08:00", later(3))  # fmt: skip


@pytest.mark.parametrize(
    ("made", "shown", "said"),
    [
        ("2020-03-02", "2020-03-30", "当时没有逾期"),
        ("2020-03-02", "2020-03-31", "当时已经逾期"),
        ("2019-03-05", "2019-03-06", ""),
        ("2020-03-02", None, ""),
    ],
)
def test_its_clock_runs_no_more_and_says_whether_the_old_site_was_in_time(cast, made, shown, said):
    facts = {"made_on": day(made), "old_site_day": day(shown) if shown else None}
    clock = clock_of(brought_draft(cast, **facts), day("2024-06-03"))
    assert (clock.due, clock.words, clock.is_late) == (None, "已在旧网站公开，不重新计期", False)
    assert (clock.before[-len(said) :] if said else clock.before) == said


def test_a_later_text_has_a_clock_of_its_own(cast):
    item = revise(item=brought_over(cast), by=cast.clerk, now=later(4))
    clock = clock_of(item, day("2024-06-03"))
    assert clock.due is not None
    item = revised(cast, brought_over(cast, title="另一份", path="/2.html"))
    assert shown_since(item, item.published) == day("2024-06-03")
    assert str(first_shown(item).date()) == "2019-03-06"


def test_it_is_no_publication_of_the_year_but_a_number_of_its_own(cast):
    item = brought_over(cast)
    assert publications(cast.town, 2024) == []
    row = timeliness(cast.town, 2024)[-1]
    assert (row.count, row.late, row.uncounted, row.brought) == (0, 0, 0, 1)
    revised(cast, item)
    assert len(publications(cast.town, 2024)) == 1


def test_a_column_is_not_fresh_because_something_old_came_into_it(cast):
    brought_over(cast)
    Column.objects.filter(agency=cast.town, key="content").update(rhythm_days=30)
    (row,) = rhythms([cast.town.pk])
    assert row.newest == day("2019-03-06")
    revised(cast, brought_over(cast, title="另一份", path="/2.html"))
    assert rhythms([cast.town.pk])[0].newest == day("2024-06-03")


def test_the_map_of_what_is_there_goes_by_the_old_day(cast):
    brought_over(cast, catalogue_keys=("plans",))
    rows = [row for part in coverage(cast.town, day("2024-06-10")).parts for row in part.rows]
    (row,) = (row for row in rows if row.item.key == "plans")
    assert (row.standing, row.newest) == ("old", day("2019-03-06"))


def test_an_old_policy_asks_for_no_interpretation(cast):
    item = brought_over(cast, catalogue_keys=("rules_and_normative_documents",), genre="notice")
    assert interpretation_due(item, None) is None
    assert [work for work in work_for(cast.clerk, later(4)) if work.kind == "aftercare"] == []


@pytest.mark.parametrize(("since", "until", "found"), [("2019-03-06", "2019-03-06", 1), ("2019-03-07", "2024-06-03", 0)])  # fmt: skip
def test_the_archive_gets_it_by_the_old_day(cast, since, until, found):
    brought_over(cast)
    span = {"since": day(since), "until": day(until)}
    if not found:
        with pytest.raises(Refusal, match="没有公开的信息"):
            hand_over(agency=cast.town, receiver="档案馆", by=cast.clerk, now=later(5), **span)
        return
    made = hand_over(agency=cast.town, receiver="档案馆", by=cast.clerk, now=later(5), **span)
    assert [row["published_on"] for row in made.items] == ["2019-03-06"]


@pytest.mark.parametrize("worth", ["repealed", "expired", "valid", ""])
def test_it_is_worth_here_what_it_was_worth_there(cast, worth):
    item = brought_over(cast, old_site_validity=worth)
    assert item.validity == (worth or "valid")
    assert bool(item.validity_reason) == (worth in {"repealed", "expired"})


def test_a_later_text_does_not_bring_the_old_worth_back(cast):
    item = brought_over(cast, old_site_validity="repealed")
    item.validity = "valid"
    item.save()
    assert revised(cast, item).validity == "valid"


def test_what_was_written_here_was_on_no_other_site():
    facts = checked_facts(Facts(old_site_day=day("2019-03-06"), old_site_validity="repealed"))
    assert (facts.old_site_day, facts.old_site_validity) == (None, "")


@pytest.mark.parametrize("wrong", [{"old_site": "长" * 101}, {"old_site_validity": "good"}])
def test_facts_that_cannot_be_are_refused(wrong):
    with pytest.raises(Refusal):
        checked_facts(Facts(**{"old_site": SITE, **wrong}))


def test_a_day_of_the_old_site_that_has_not_come_is_refused(cast):
    with pytest.raises(Refusal, match="在旧网站公开的日期（2024-06-04）晚于今天"):
        submit(item=brought_draft(cast, old_site_day=day("2024-06-04")), by=cast.clerk, now=NOW)


def test_the_day_of_the_old_site_moves_only_with_a_reason(cast):
    item = brought_over(cast)
    item = revise(item=item, by=cast.clerk, now=later(4))
    with pytest.raises(Refusal, match="改了已经送审过的在旧网站公开的日期"):
        with_facts(item, cast.clerk, old_site_day=day("2018-01-01"))
    moved = with_facts(item, cast.clerk, reason="截图是这一天", old_site_day=day("2018-01-01"))
    assert moved.draft.date_reason == "截图是这一天"


def form_of(client, item, **typed):
    page = client.get(f"/desk/items/{item.pk}/edit/")
    sent = {key: value for key, value in page.context["form"].initial.items() if value is not None}
    return client.post(f"/desk/items/{item.pk}/edit/", {**sent, "attribute": "proactive", **typed})


def test_the_form_keeps_where_it_came_from_and_lets_the_day_be_put_right(cast, client):
    client.force_login(cast.clerk)
    item = brought_draft(cast, old_site_validity="repealed")
    assert form_of(client, item, old_site_day="2019-03-07", old_site="elsewhere").status_code == 302
    item.refresh_from_db()
    facts = (item.draft.old_site, str(item.draft.old_site_day), item.draft.old_site_validity)
    assert facts == (SITE, "2019-03-07", "repealed")


def test_nothing_typed_makes_a_text_of_this_house_an_old_one(cast, client):
    client.force_login(cast.clerk)
    item = draft(cast)
    assert form_of(client, item, old_site_day="2019-03-07", old_site=SITE).status_code == 302
    item.refresh_from_db()
    assert (item.draft.old_site, item.draft.old_site_day) == ("", None)


def test_reviewers_and_signers_see_one_line_for_all_of_them(cast):
    items = [brought_draft(cast, title=f"第{n}份", path=f"/{n}.html") for n in (1, 2)]
    items = [submit(item=item, by=cast.clerk, now=later(1)) for item in items]
    (line,) = [work for work in work_for(cast.reviewer, later(2)) if work.kind == "publishing"]
    assert (line.title, line.url.partition("?")[2]) == ("从旧网站迁入的信息 2 条", "state=in_review&origin=old_site")  # fmt: skip
    passed(items[0], by=cast.reviewer, now=later(2))
    (line,) = [work for work in work_for(cast.signer, later(3)) if work.kind == "publishing"]
    assert (line.title, line.next_act) == ("从旧网站迁入的信息 1 条", "签发")


def test_the_list_shows_them_alone(cast, client):
    brought_draft(cast)
    draft(cast, "本地的")
    client.force_login(cast.clerk)
    page = client.get("/desk/items/?origin=old_site").content.decode()
    assert "关于春耕的通知" in page
    assert "本地的" not in page


def test_the_record_page_says_where_it_came_from(cast, client):
    client.force_login(cast.clerk)
    page = client.get(f"/desk/items/{brought_draft(cast).pk}/").content.decode()
    for words in (SITE, "在旧网站公开的日期", "2019-03-06", "不重新计期", "旧网址"):
        assert words in page


def test_what_was_withdrawn_and_comes_again_is_a_text_of_this_house(cast):
    item = brought_over(cast)
    item = withdraw(item=item, reason="错了", public_note="有错", by=cast.signer, now=later(4))
    item = revised(cast, item)
    assert len(publications(cast.town, 2024)) == 1


def test_the_hash_of_texts_without_an_old_site_is_as_it_was():
    facts = Facts(genre="notice")
    assert replace(facts, old_site="").said() == {"genre": "notice"}

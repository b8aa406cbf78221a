"""What public texts still ask for: interpretations, a look whether they are still right, and lists that come down by their day."""

from datetime import date

import pytest

from gongkai.audit.models import Entry
from gongkai.common.models import OutboxMessage
from gongkai.common.refusals import Conflict, NotAllowed, Refusal
from gongkai.common.work import work_for
from gongkai.publishing.actions import (
    confirm,
    do_without_interpretation,
    link,
    publish,
    set_aftercare,
)
from gongkai.publishing.actions.end_notice import END_NOTICE, end_notice, end_notices
from gongkai.publishing.models import Item
from gongkai.release.actions import refresh_item
from gongkai.release.models import PublicDocument
from tests.publishing.items import NOW, draft, later, published
from tests.publishing.test_timer import day, morning, submit, to_sign, with_facts


def public(cast, **facts):
    """A text with these facts that is public since 3 June 2024."""
    item = with_facts(draft(cast, title="补贴办法"), cast.clerk, **facts)
    return publish(item=to_sign(cast, item), by=cast.signer, now=NOW)


def policy(cast):
    keys = ("rules_and_normative_documents",)
    return public(cast, catalogue_keys=keys, genre="notice", made_on=day("2024-06-03"))


def rules(cast, **options):
    given = {"interpretation_days": None, "recheck_months": {}, "seen_version": None, **options}
    return set_aftercare(agency=cast.town, by=cast.administrator, now=NOW, **given)


def asked(cast, today):
    """What public items ask of the clerk on a day."""
    return [work for work in work_for(cast.clerk, morning(today)) if work.kind == "aftercare"]


@pytest.mark.parametrize(
    ("today", "left", "light"),
    [("2024-06-05", 1, "soon"), ("2024-06-06", 0, "soon"), ("2024-06-07", -1, "late")],
)
def test_an_interpretation_is_due_three_working_days_after_the_policy(cast, today, left, light):
    policy(cast)
    (line,) = asked(cast, today)
    assert (line.due, line.days_left, line.light, line.next_act) == (
        day("2024-06-06"), left, light, "写解读",
    )  # fmt: skip


def test_an_organ_sets_its_own_days_for_interpretations(cast):
    rules(cast, interpretation_days=0)
    policy(cast)
    (line,) = asked(cast, "2024-06-03")
    assert (line.due, "本机关规定" in line.reason) == (day("2024-06-03"), True)


def test_the_work_ends_with_a_public_interpretation(cast):
    item = policy(cast)
    words = draft(cast, title="问答")
    link(source=words, target=item, kind="interprets", by=cast.clerk, now=NOW)
    assert asked(cast, "2024-06-05")
    publish(item=to_sign(cast, words), by=cast.signer, now=NOW)
    assert not asked(cast, "2024-06-05")


def test_a_policy_does_without_an_interpretation_for_a_reason(cast):
    item = policy(cast)
    with pytest.raises(Refusal, match="理由"):
        do_without_interpretation(item=item, reason=" ", by=cast.clerk, now=NOW)
    do_without_interpretation(item=item, reason="只公布任免", by=cast.clerk, now=NOW)
    assert not asked(cast, "2024-06-05")
    assert Entry.objects.get(act="publishing.no_interpretation").reason == "只公布任免"


def test_what_is_no_policy_asks_for_no_interpretation(cast):
    published(cast)
    public(cast, catalogue_keys=("rules_and_normative_documents",), genre="interpretation")
    assert not asked(cast, "2024-06-07")


@pytest.mark.parametrize(
    ("today", "shown"), [("2024-11-18", 0), ("2024-11-19", 1), ("2024-12-04", 1)]
)
def test_texts_of_a_genre_come_up_again_by_the_organs_rule(cast, today, shown):
    rules(cast, recheck_months={"guide_to_services": 6})
    public(cast, genre="guide_to_services")
    assert len(asked(cast, today)) == shown


def test_one_click_says_that_it_is_still_right_and_sets_the_next_day(cast, client):
    rules(cast, recheck_months={"guide_to_services": 6})
    item = public(cast, genre="guide_to_services")
    item = confirm(item=item, by=cast.clerk, now=morning("2024-12-02"))
    assert item.recheck_on == day("2025-06-02")
    assert not asked(cast, "2024-12-04")
    item = confirm(item=item, by=cast.clerk, now=NOW, next_on=day("2024-07-01"))
    (line,) = asked(cast, "2024-07-02")
    assert (line.due, line.light) == (day("2024-07-01"), "late")
    client.force_login(cast.clerk)
    assert client.post(f"/desk/items/{item.pk}/confirm/").status_code == 302
    assert Item.objects.get().recheck_on > day("2024-07-02")


def test_what_is_not_public_or_in_the_past_is_not_confirmed(cast):
    with pytest.raises(Refusal, match="没有公开"):
        confirm(item=draft(cast), by=cast.clerk, now=NOW)
    with pytest.raises(Refusal, match="今天以后"):
        confirm(item=published(cast), by=cast.clerk, now=NOW, next_on=day("2024-06-03"))


def test_a_repealed_text_is_looked_at_no_more(cast):
    item = public(cast, genre="guide_to_services", ends_on=date(2024, 6, 30))
    confirm(item=item, by=cast.clerk, now=NOW, next_on=day("2024-07-01"))
    assert not asked(cast, "2024-07-02")


def test_the_rules_are_checked_and_journaled(cast):
    rules(cast, interpretation_days=2)
    assert Entry.objects.get(act="publishing.set_aftercare").after["interpretation_days"] == 2
    wrong = (
        {"interpretation_days": 21},
        {"recheck_months": {"poem": 6}},
        {"recheck_months": {"notice": 0}},
    )
    for options in wrong:
        with pytest.raises(Refusal):
            rules(cast, seen_version=1, **options)
    with pytest.raises(Conflict):
        rules(cast)
    with pytest.raises(NotAllowed):
        set_aftercare(agency=cast.town, interpretation_days=1, recheck_months={}, seen_version=1, by=cast.clerk, now=NOW)  # fmt: skip


def test_a_list_of_names_says_until_when_it_is_shown(cast):
    item = with_facts(draft(cast), cast.clerk, genre="list_of_names")
    with pytest.raises(Refusal, match="公示到哪一天"):
        submit(item=item, by=cast.clerk, now=NOW)
    item = with_facts(item, cast.clerk, offline_on=day("2024-06-02"))
    with pytest.raises(Refusal, match="已经过去"):
        submit(item=item, by=cast.clerk, now=NOW)
    item = with_facts(item, cast.clerk, offline_on=None, stays_by="《公务员法》")
    assert submit(item=item, by=cast.clerk, now=NOW).state == "in_review"


def taken_down(now) -> int:
    """How many lists the job finds; each is taken down by its message."""
    found = end_notices(now)
    for message in OutboxMessage.objects.filter(kind=END_NOTICE):
        end_notice(message.payload, now)
    return found


@pytest.mark.parametrize(("today", "gone"), [("2024-06-12", 0), ("2024-06-13", 1)])
def test_a_list_comes_down_the_day_after_its_notice(cast, today, gone):
    item = public(cast, genre="list_of_names", offline_on=day("2024-06-12"))
    assert taken_down(morning(today)) == gone
    assert Item.objects.get(pk=item.pk).state == ("withdrawn" if gone else "published")
    assert taken_down(morning(today)) == 0


def test_the_address_of_a_list_that_came_down_says_why(cast, client):
    item = public(cast, genre="list_of_names", offline_on=day("2024-06-12"))
    refresh_item({"item": item.pk}, NOW)
    taken_down(morning("2024-06-13"))
    refresh_item({"item": item.pk}, later(24 * 10))
    answer = client.get(f"/o/{cast.town.code}/items/{item.pk}/")
    assert answer.status_code == 410
    assert "公示期已满（公示至2024年6月12日）" in answer.content.decode()
    assert not PublicDocument.objects.exists()
    entry = Entry.objects.get(act="publishing.withdraw")
    assert (entry.actor_name, entry.post) == ("系统", "自动办理")
    assert "公示期满" in entry.reason

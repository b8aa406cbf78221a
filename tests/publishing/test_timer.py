"""The clock of items: worked out from their facts, shown with its rule, its reminders told once each, lateness explained."""

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest

from gongkai.agencies.models import Department
from gongkai.audit.models import Entry
from gongkai.common.clock import law_day
from gongkai.common.notices.queries import notices_of
from gongkai.common.refusals import Conflict, NotAllowed, Refusal
from gongkai.common.work import work_for
from gongkai.desk.tasks import remind
from gongkai.publishing.actions import publish, revise, save_draft, send_back, set_timer_rules
from gongkai.publishing.actions.texts import text_of
from gongkai.publishing.dates_handed_in import moved_dates
from gongkai.publishing.models import Item
from gongkai.publishing.timer import clock_of, rules_of
from tests.people import make_person
from tests.publishing.items import NOW, draft, later, passed, reviewed, submit, submitted


def day(text: str) -> date:
    return date.fromisoformat(text)


def morning(text: str) -> datetime:
    return datetime.combine(day(text), datetime.min.time(), UTC)


def with_facts(item, by, now=NOW, reason="", **facts):
    """The item with these facts saved."""
    text = text_of(item.draft)
    text = replace(text, facts=replace(text.facts, **facts))
    return save_draft(
        item=item, seen_version=item.version, text=text, by=by, now=now, date_reason=reason
    )


def formed(cast, on: str, **facts):
    """A draft of something formed on a day."""
    return with_facts(draft(cast, title="补贴通知"), cast.clerk, made_on=day(on), **facts)


def to_sign(cast, item):
    """The draft, reviewed."""
    return passed(submit(item=item, by=cast.clerk, now=NOW), by=cast.reviewer, now=NOW)


def rules(cast, **options):
    """The town's rules."""
    given = {"hand_in_days": None, "reminder_days": [], "seen_version": None, **options}
    return set_timer_rules(agency=cast.town, by=cast.administrator, now=NOW, **given)


@pytest.mark.parametrize(
    ("today", "words", "light"),
    [
        ("2024-05-20", "还剩 20 个工作日", "in_time"),
        ("2024-05-31", "还剩 11 个工作日", "in_time"),
        ("2024-06-03", "还剩 10 个工作日", "soon"),
        ("2024-06-17", "还剩 1 个工作日", "soon"),
        ("2024-06-18", "今天到期", "soon"),
        ("2024-06-19", "已逾期 1 个工作日", "late"),
    ],
)
def test_the_clock_counts_down_to_the_last_day_and_beyond(cast, today, words, light):
    clock = clock_of(formed(cast, "2024-05-20"), day(today))
    assert (clock.words, clock.light, clock.due.date) == (words, light, day("2024-06-18"))


def test_a_text_without_its_day_counts_from_when_work_on_it_began(cast):
    item = draft(cast)
    item = with_facts(item, cast.clerk, now=later(24 * 9), genre="notice")
    clock = clock_of(Item.objects.get(pk=item.pk), day("2024-06-12"))
    assert clock.due.start == law_day(NOW)
    assert "没有登记成文日期" in clock.due.steps[0].text


def test_a_new_version_counts_from_the_change(cast):
    item = publish(item=reviewed(cast), by=cast.signer, now=NOW)
    item = revise(item=item, by=cast.clerk, now=later(24 * 60))
    assert clock_of(item, day("2024-08-02")).due.start == day("2024-08-02")
    item = with_facts(item, cast.clerk, changed_on=day("2024-07-01"))
    clock = clock_of(item, day("2024-08-02"))
    assert (clock.due.start, clock.light) == (day("2024-07-01"), "late")


@pytest.mark.parametrize("attribute", ["on_request", "withheld"])
def test_no_clock_runs_for_what_is_not_published(cast, attribute):
    assert clock_of(formed(cast, "2024-05-20", attribute=attribute), day("2024-08-01")) is None


def test_what_was_formed_before_the_regulations_says_why_nothing_is_counted(cast):
    clock = clock_of(formed(cast, "2018-01-01"), day("2024-06-03"))
    assert (clock.due, clock.light, clock.is_late) == (None, "no_date", False)
    assert "没有收录适用的公开期限" in clock.words


def test_my_work_shows_the_days_left_and_by_which_rule(cast):
    formed(cast, "2024-05-20")
    (line,) = [work for work in work_for(cast.clerk, NOW) if work.kind == "publishing"]
    assert (line.due, line.days_left, line.light) == (day("2024-06-18"), 10, "soon")
    assert "最迟 6月18日公开（《条例》第二十六条）" in line.reason


def test_a_colleagues_draft_is_shown_once_it_is_due_soon(cast):
    colleague = make_person("chen", "陈同事", cast.town, "clerk")
    item = formed(cast, "2024-05-31")
    assert not [work for work in work_for(colleague, NOW) if work.title == "补贴通知"]
    assert [work for work in work_for(colleague, morning("2024-06-17")) if work.title == "补贴通知"]
    assert item.draft.author == "王经办"


def test_another_departments_draft_is_not_shown(cast):
    farm, home = (
        Department.objects.create(agency=cast.town, code=code, name=code, since=cast.town.since)
        for code in ("农业", "民政")
    )
    colleague = make_person("chen", "陈同事", cast.town)
    colleague.posts.create(agency=cast.town, department=home, role="clerk", since=cast.town.since)
    formed(cast, "2024-05-20", department_id=farm.pk)
    assert not [work for work in work_for(colleague, NOW) if work.kind == "publishing"]


@pytest.mark.parametrize(
    ("today", "left", "light"),
    [("2024-05-31", 1, "soon"), ("2024-06-03", 0, "soon"), ("2024-06-04", -1, "late")],
)
def test_a_department_hands_in_by_the_organs_own_day(cast, today, left, light):
    rules(cast, hand_in_days=10)
    formed(cast, "2024-05-20")
    (line,) = [work for work in work_for(cast.clerk, morning(today)) if work.kind == "publishing"]
    assert (line.due, line.days_left, line.light) == (day("2024-06-03"), left, light)
    assert "本机关规定最迟 6月3日送审" in line.reason


ROUNDS = ("2024-05-31", "2024-06-03", "2024-06-04", "2024-06-12", "2024-06-12", "2024-06-19")


def test_each_reminder_is_told_once_whenever_the_round_runs(cast):
    formed(cast, "2024-05-20")
    for today in ROUNDS:
        remind({}, morning(today))
    told = [notice.text for notice in notices_of(cast.clerk.pk).order_by("at")]
    assert [text.split("，")[0] for text in told] == [
        "补贴通知：还剩 10 个工作日",
        "补贴通知：还剩 4 个工作日",
        "补贴通知：已逾期 1 个工作日",
    ]


def test_an_organ_may_remind_earlier_and_never_later(cast):
    rules(cast, reminder_days=[15, 5, 10, 5])
    assert rules_of([cast.town.pk])[cast.town.pk].reminder_days == [5, 10, 15]
    assert (
        clock_of(formed(cast, "2024-05-20"), day("2024-05-27"), rules_of([cast.town.pk])).stage == 1
    )
    for wrong in ([11], [5, 16], [0], [1, 2, 3, 4, 5, 6]):
        with pytest.raises(Refusal):
            rules(cast, reminder_days=wrong, seen_version=1)


def test_the_rules_are_set_by_whom_it_is_given_and_journaled(cast):
    rules(cast, hand_in_days=10)
    entry = Entry.objects.get(act="publishing.set_timer_rules")
    assert entry.after == {"hand_in_days": 10, "reminder_days": []}
    with pytest.raises(NotAllowed):
        set_timer_rules(
            agency=cast.town, hand_in_days=9, reminder_days=[], seen_version=1, by=cast.clerk, now=NOW
        )  # fmt: skip
    with pytest.raises(Conflict):
        rules(cast, hand_in_days=9, seen_version=None)
    for wrong in (0, 20):
        with pytest.raises(Refusal, match="1 至 19"):
            rules(cast, hand_in_days=wrong, seen_version=1)


@pytest.mark.parametrize(("made", "late"), [("2024-05-07", False), ("2024-05-06", True)])
def test_only_a_late_publication_asks_for_a_reason(cast, made, late):
    item = to_sign(cast, formed(cast, made))
    if late:
        with pytest.raises(Refusal, match="请写明逾期的原因"):
            publish(item=item, by=cast.signer, now=NOW)
    item = publish(item=item, by=cast.signer, now=NOW, late_reason=" 等待会签 ")
    assert item.published.late_reason == ("等待会签" if late else "")
    entry = Entry.objects.filter(act="publishing.publish").latest("pk")
    assert (entry.reason, entry.after.get("late")) == (("等待会签", True) if late else ("", None))


def test_a_date_once_handed_in_moves_only_with_a_reason(cast):
    item = to_sign(cast, formed(cast, "2024-05-02"))
    item = send_back(item=item, remark="日期不对", by=cast.signer, now=NOW)
    with pytest.raises(Refusal, match="成文日期"):
        with_facts(item, cast.clerk, made_on=day("2024-06-01"))
    item = with_facts(item, cast.clerk, made_on=day("2024-06-01"), reason="原件印的是 6 月 1 日")
    assert item.draft.date_reason == "原件印的是 6 月 1 日"
    (row,) = moved_dates(list(item.versions.all()))
    assert (row.label, row.was, row.became) == ("成文日期", "2024-05-02", "2024-06-01")
    assert Entry.objects.filter(act="publishing.save_draft").latest("pk").reason == row.reason


def test_other_changes_of_a_text_sent_back_need_no_reason(cast):
    item = send_back(item=submitted(cast), remark="改体裁", by=cast.reviewer, now=NOW)
    assert with_facts(item, cast.clerk, genre="notice").draft.date_reason == ""


def test_a_change_of_a_public_text_is_no_change_of_its_date(cast):
    item = publish(item=to_sign(cast, formed(cast, "2024-05-20")), by=cast.signer, now=NOW)
    item = revise(item=item, by=cast.clerk, now=later(24))
    item = with_facts(item, cast.clerk, changed_on=day("2024-06-03"))
    assert moved_dates(list(item.versions.all())) == []
    with pytest.raises(Refusal, match="成文日期"):
        with_facts(item, cast.clerk, made_on=day("2024-05-21"))


def test_nothing_is_handed_in_that_says_it_was_formed_tomorrow(cast):
    item = formed(cast, "2024-06-04")
    with pytest.raises(Refusal, match="晚于今天"):
        submit(item=item, by=cast.clerk, now=NOW)
    assert submit(item=item, by=cast.clerk, now=later(24)).state == "in_review"


def test_pages_show_the_clock_its_steps_and_the_reason(cast, client):
    item = to_sign(cast, formed(cast, "2024-05-02"))
    client.force_login(cast.signer)
    page = client.get(f"/desk/items/{item.pk}/").content.decode()
    assert "已逾期" in page
    assert "为什么是这一天" in page
    assert "2024年5月30日" in page


def test_the_signer_is_asked_why_a_text_is_late(cast, client):
    item = to_sign(cast, formed(cast, "2024-05-02"))
    client.force_login(cast.signer)
    page = client.get(f"/desk/items/{item.pk}/publish/").content.decode()
    assert "须写明原因" in page
    answer = client.post(
        f"/desk/items/{item.pk}/publish/", {"late_reason": "", "seen_version": item.version}
    )
    assert answer.status_code == 422
    typed = {"late_reason": "等待会签", "seen_version": item.version}
    client.post(f"/desk/items/{item.pk}/publish/", typed)
    assert "等待会签" in client.get(f"/desk/items/{item.pk}/").content.decode()


def test_the_page_of_the_rules_keeps_what_was_typed_and_says_what_is_wrong(cast, client):
    client.force_login(cast.administrator)
    address = f"/desk/items/columns/{cast.town.pk}/timer/"
    answer = client.post(address, {"hand_in_days": "10", "reminder_days": "五"})
    assert answer.status_code == 422
    assert "只写数字" in answer.content.decode()
    assert client.post(address, {"hand_in_days": "10", "reminder_days": "5、10"}).status_code == 302
    assert "5、10" in client.get(address).content.decode()

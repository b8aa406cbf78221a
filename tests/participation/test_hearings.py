"""Hearings: the papers reach participants seven days before, the list is public before it is held, names stay sealed."""

from datetime import timedelta

import pytest

from gongkai.audit.models import Entry
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.participation import actions
from gongkai.participation.models import Participant
from gongkai.participation.panel import panel_of
from tests.participation import consultations as story
from tests.participation.consultations import LAST, OPENED, PHONE, at

HELD = at(LAST, 14)
DAY = timedelta(days=1)


@pytest.fixture
def hearing(cast):
    return story.hearing(cast, story.opened(cast), HELD)


@pytest.mark.parametrize(("before", "late"), [(8, False), (7, False), (6, True)])
def test_papers_are_late_from_six_days_before(cast, hearing, before, late):
    person, day = story.participant(cast, hearing), LAST - before * DAY
    if late:
        with pytest.raises(Refusal, match="最迟应当在 2026-11-25 送达"):
            actions.deliver_papers(participant=person, delivered_on=day, by=cast.clerk, now=at(day))
    row = actions.deliver_papers(
        participant=person, delivered_on=day, late_reason="补印", by=cast.clerk, now=at(day)
    )
    assert (row.delivered_on, row.late_reason) == (day, "补印" if late else "")


def test_papers_are_not_delivered_tomorrow(cast, hearing):
    person = story.participant(cast, hearing)
    with pytest.raises(Refusal, match="今天以后"):
        actions.deliver_papers(
            participant=person, delivered_on=OPENED + DAY, by=cast.clerk, now=at(OPENED)
        )


def test_the_list_is_public_before_the_hearing(cast, hearing):
    with pytest.raises(Refusal, match="还没有登记"):
        actions.list_participants(hearing=hearing, by=cast.clerk, now=at(OPENED))
    story.participant(cast, hearing)
    item = hearing.consultation.item
    assert panel_of(item)["hearings"][0]["participants"] == []
    with pytest.raises(Refusal, match="已经过了"):
        actions.list_participants(hearing=hearing, by=cast.clerk, now=HELD)
    actions.list_participants(hearing=hearing, by=cast.clerk, now=at(OPENED))
    assert panel_of(item)["hearings"][0]["participants"] == [["李某某", "周边居民"]]


def test_who_takes_part_is_sealed(cast, hearing):
    person = story.participant(cast, hearing)
    actions.list_participants(hearing=hearing, by=cast.clerk, now=at(OPENED))
    kept = str(panel_of(hearing.consultation.item)) + str(Participant.objects.values())
    assert [word for word in ("李参加", PHONE) if word in kept] == []
    found = actions.read_participant(participant=person, by=cast.signer, now=at(OPENED))
    assert found["name"] == "李参加"


def test_a_hearing_is_changed_and_told_of_by_items_of_the_organ(cast, hearing):
    given = {
        "held_at": HELD,
        "place": "影剧院",
        "selection": "",
        "by": cast.clerk,
        "now": at(OPENED),
    }
    notice = story.brought_out(cast, story.notice(cast, "听证公告", "<p>听证</p>"), at(OPENED))
    row = actions.change_hearing(hearing=hearing, notice=notice, **given)
    assert (row.place, panel_of(notice)["role"]) == ("影剧院", "hearing")
    assert [each["label"] for each in panel_of(notice)["chain"]] == ["决策草案", "听证公告"]
    with pytest.raises(NotAllowed):
        actions.change_hearing(hearing=hearing, **{**given, "by": cast.stranger})


def test_a_hearing_is_not_told_of_before_its_own_notice_is_signed(cast, hearing):
    notice = story.notice(cast, "听证公告", "<p>听证</p>")
    given = {"held_at": HELD, "place": "影剧院", "selection": "", "by": cast.clerk}
    actions.change_hearing(hearing=hearing, notice=notice, now=at(OPENED), **given)
    draft = hearing.consultation.item
    assert panel_of(draft)["hearings"] == []
    story.brought_out(cast, notice, at(OPENED))
    assert panel_of(draft)["hearings"][0]["place"] == "影剧院"


def test_what_is_decided_is_heard_no_more(cast):
    with pytest.raises(Refusal, match="不能再登记听证会"):
        story.hearing(cast, story.decided(cast), HELD)


def test_the_list_becomes_public_only_once_the_page_that_asks_is_confirmed(
    client, cast, hearing, monkeypatch
):
    story.participant(cast, hearing)
    monkeypatch.setattr("gongkai.common.middleware.current", lambda: at(OPENED))
    client.force_login(cast.clerk)
    address = f"/desk/consultations/hearings/{hearing.pk}/list/"
    asked = client.get(address)
    hearing.refresh_from_db()
    assert ("立即显示在网站" in asked.content.decode(), hearing.listed_at) == (True, None)
    assert client.post(address).status_code == 302
    hearing.refresh_from_db()
    assert hearing.listed_at == at(OPENED)


def test_the_journal_tells_of_a_hearing_by_the_clock_in_china(cast, hearing):
    told = Entry.objects.get(act="participation.plan_hearing")
    assert "2026-12-02 14:00" in str(told.after)

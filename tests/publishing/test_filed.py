"""What is not published is decided by the signer with its ground, kept, and looked at again on its day (《条例》第十三条至第十八条)."""

from datetime import date, timedelta

import pytest
from django.urls import reverse

from gongkai.common.clock import law_day
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.publishing.actions import file, publish, reassess, revise
from gongkai.publishing.work import waiting
from gongkai.release.models import PublicDocument
from tests.publishing.items import later, published, reviewed, withheld

pytestmark = pytest.mark.django_db
DAY = date(2025, 6, 3)


def filed(cast):
    """The 考勤办法, kept unpublished, to be looked at again on DAY."""
    return file(item=withheld(cast, reassess_on=DAY), by=cast.signer, now=later(3))


def test_it_is_kept_with_its_day_and_not_public(cast):
    item = filed(cast)
    assert (item.state, item.reassess_on, item.published) == ("filed", DAY, None)
    assert not PublicDocument.objects.exists()


def test_what_is_withheld_without_a_day_to_look_again_is_sent_back(cast):
    with pytest.raises(Refusal, match="第十八条"):
        file(item=withheld(cast), by=cast.signer, now=later(3))


def test_what_is_to_be_published_cannot_be_filed_nor_the_other_way_round(cast):
    with pytest.raises(Refusal, match="不能核定"):
        file(item=reviewed(cast), by=cast.signer, now=later(3))
    with pytest.raises(Refusal, match="不能发布"):
        publish(item=withheld(cast, reassess_on=DAY), by=cast.signer, now=later(3))


@pytest.mark.parametrize("who", ["clerk", "reviewer", "stranger"])
def test_only_the_signer_decides(cast, who):
    with pytest.raises(NotAllowed):
        file(item=withheld(cast, reassess_on=DAY), by=getattr(cast, who), now=later(3))


@pytest.mark.parametrize(("days", "rows"), [(-1, 0), (0, 1), (1, 1)])
def test_on_its_day_the_signer_is_asked_to_look_again(cast, days, rows):
    filed(cast)
    now = later(3) + timedelta(days=(DAY - law_day(later(3))).days + days)
    assert len([row for row in waiting(cast.signer, now) if row.next_act == "评估"]) == rows


def test_a_new_look_sets_the_next_day_with_its_reason(cast):
    again = reassess(
        item=filed(cast),
        reason="仍是内部事务",
        next_on=date(2026, 6, 3),
        by=cast.signer,
        now=later(4),
    )
    assert (again.state, again.reassess_on) == ("filed", date(2026, 6, 3))


@pytest.mark.parametrize(("why", "days"), [("", 1), ("仍不公开", 0)])
def test_a_new_look_without_reason_or_with_a_past_day_is_refused(cast, why, days):
    item, now = filed(cast), later(4)
    with pytest.raises(Refusal):
        reassess(
            item=item,
            reason=why,
            next_on=law_day(now) + timedelta(days=days),
            by=cast.signer,
            now=now,
        )


def test_what_can_be_published_now_is_drafted_anew(cast):
    item = revise(item=filed(cast), by=cast.clerk, now=later(4))
    assert (item.state, item.draft.number) == ("draft", 2)


def test_what_is_public_is_not_filed_over(cast):
    assert published(cast).state == "published"


def test_the_page_of_a_filed_item_says_when_it_is_looked_at_again(cast, client):
    client.force_login(cast.signer)
    answer = client.get(reverse("publishing:item", args=(filed(cast).pk,)))
    assert "2025-06-03 评估能不能公开" in answer.content.decode()

"""An old text handed in as a new one is found by its words, shown to the reviewer and counted."""

import pytest

from gongkai.publishing.actions import publish, withdraw
from gongkai.publishing.actions.marking import mark_older_texts
from gongkai.publishing.likeness import marks_of, share
from gongkai.publishing.models import TextMark
from gongkai.publishing.timeliness import timeliness
from tests.publishing.items import NOW, draft, later
from tests.publishing.test_timer import day, submit, to_sign, with_facts

WORDS = "为落实惠农补贴政策，现将本年度耕地地力保护补贴发放有关事项通知如下：补贴对象为拥有耕地承包权的种地农民，补贴标准每亩一百一十元，由镇财政所通过一卡通发放，请各村核对面积后于月底前上报。"
OTHER = "根据防汛预案，青石河水位已经超过警戒线，请沿河各村立即组织低洼地带群众转移，安置点设在镇中学和文化站，值班电话全天有人接听，转移路线见各村公告栏张贴的示意图。"


def formed(cast, made, words=WORDS, title="补贴通知"):
    item = draft(cast, title=title, body=f"<p>{words}</p>")
    return with_facts(item, cast.clerk, made_on=day(made))


@pytest.fixture
def old(cast):
    """A text formed and published in 2024."""
    return publish(item=to_sign(cast, formed(cast, "2024-05-20")), by=cast.signer, now=NOW)


def handed_in(cast, made="2024-06-03", **options):
    return submit(item=formed(cast, made, **options), by=cast.clerk, now=later(5))


def test_texts_are_compared_by_the_runs_they_share():
    assert share(WORDS, WORDS) == 1.0
    assert share(WORDS, WORDS.replace("一百一十", "一百二十")) > 0.8
    assert share(WORDS, OTHER) < 0.1
    assert (share("短", "短"), marks_of("短")) == (0.0, [])
    assert marks_of(WORDS) == marks_of("\n".join(WORDS))


@pytest.mark.parametrize("words", [WORDS, WORDS.replace("月底前", "十日前")])
def test_an_old_text_with_a_new_date_is_found(cast, old, words):
    assert handed_in(cast, words=words).draft.repeats == old.published


def test_a_withdrawn_text_is_found_too(cast, old):
    withdraw(item=old, reason="错", public_note="有误", by=cast.signer, now=later(4))
    assert handed_in(cast).draft.repeats is not None


def test_another_text_or_the_same_date_is_no_finding(cast, old):
    assert handed_in(cast, words=OTHER).draft.repeats is None
    assert handed_in(cast, made="2024-05-20").draft.repeats is None


def test_the_reviewer_sees_it_and_the_year_counts_it(cast, old, client):
    item = handed_in(cast)
    client.force_login(cast.reviewer)
    for address in ("", "approve/"):
        page = client.get(f"/desk/items/{item.pk}/{address}").content.decode()
        assert "和旧文几乎一样" in page
    item.draft.published_at = later(6)
    item.draft.save()
    assert timeliness(cast.town, 2024)[-1].repeated == 1


def test_texts_from_before_there_were_marks_are_marked_once(cast, old):
    TextMark.objects.all().delete()
    assert (mark_older_texts(NOW), mark_older_texts(NOW)) == (1, 0)
    assert handed_in(cast).draft.repeats == old.published

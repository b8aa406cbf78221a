"""A text is sent back with remarks on its places; whoever changes it sees each with the words it is about."""

import pytest
from django.urls import reverse

from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.publishing.actions import save_draft, send_back, submit
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.models import Item, Remark
from gongkai.publishing.places import places_of
from gongkai.publishing.queries import remarks_of
from tests.publishing.items import item_with_file, later, submitted

pytestmark = pytest.mark.django_db
BODY = (
    "<h2>一、总则</h2><p>王某的电话是 123。</p><table><tbody><tr><td>项目</td></tr></tbody></table>"
)


def back(cast, remark="", by=None, **places):
    """A text of three blocks, sent back."""
    item = submitted(cast, body=BODY)
    return send_back(
        item=item, remark=remark, at_places=places, by=by or cast.reviewer, now=later(2)
    )


def test_the_places_of_a_text_are_its_title_its_blocks_and_its_files(cast):
    found = places_of(submitted(cast, body=BODY).draft)
    assert [place.key for place in found] == ["title", "p1", "p2", "p3"]
    assert [place.quote for place in found[1:]] == ["一、总则", "王某的电话是 123。", "项目"]
    assert places_of(item_with_file(cast).draft)[-1].label == "附件"


def test_a_remark_is_kept_with_the_words_it_is_about(cast):
    item = back(cast, p2="遮盖电话")
    (row,) = remarks_of(item)
    assert (row.quote, row.words, row.by_name) == (
        "王某的电话是 123。",
        "遮盖电话",
        cast.reviewer.name,
    )
    assert (item.state, item.remark) == ("draft", "有 1 处要修改，见各处的意见")


def test_the_general_remark_stands_beside_those_at_places(cast):
    item = back(cast, remark="总体可以", p1="改标题", title="太长")
    assert item.remark == "总体可以"
    assert {row.place for row in remarks_of(item)} == {"p1", "title"}


@pytest.mark.parametrize("places", [{}, {"p1": "  "}])
def test_nothing_said_is_refused(cast, places):
    with pytest.raises(Refusal, match="请写明"):
        back(cast, **places)


@pytest.mark.parametrize("places", [{"p9": "改"}, {"x": "改"}, {"p1": "长" * 301}])
def test_a_place_that_is_not_there_or_too_many_words_leave_nothing_half_done(cast, places):
    with pytest.raises(Refusal):
        back(cast, **places)
    assert Item.objects.get().state == "in_review"
    assert not Remark.objects.exists()


def test_only_whose_step_it_is_sends_back(cast):
    with pytest.raises(NotAllowed):
        back(cast, p1="改", by=cast.stranger)


def test_remarks_stay_while_the_text_is_changed_and_go_when_it_is_handed_in_again(cast):
    item = back(cast, p2="遮盖电话")
    item = save_draft(
        item=item, text=Text("公开指南", "<p>已遮盖。</p>"), by=cast.clerk, now=later(3),
        seen_version=item.version,
    )  # fmt: skip
    assert [row.words for row in remarks_of(item)] == ["遮盖电话"]
    assert remarks_of(submit(item=item, by=cast.clerk, now=later(4))) == []


def test_the_page_shows_every_place_and_the_writer_sees_the_remark(cast, client):
    item = submitted(cast, body=BODY)
    client.force_login(cast.reviewer)
    url = reverse("publishing:send_back", args=(item.pk,))
    assert "在这里写意见" in client.get(url).content.decode()
    client.post(url, {"at-p2": "遮盖<b>电话"})
    client.force_login(cast.clerk)
    shown = client.get(reverse("publishing:edit", args=(item.pk,))).content.decode()
    assert "遮盖&lt;b&gt;电话" in shown
    assert "王某的电话是 123。" in shown


def test_the_page_keeps_what_was_typed(cast, client):
    item = submitted(cast, body=BODY)
    client.force_login(cast.reviewer)
    url = reverse("publishing:send_back", args=(item.pk,))
    answer = client.post(url, {"at-p1": "长" * 301, "remark": "总的意见在此"})
    assert answer.status_code == 422
    assert "总的意见在此" in answer.content.decode()
    assert client.post(url, {}).status_code == 422


@pytest.mark.parametrize(("who", "status"), [("clerk", 409), ("signer", 403), ("stranger", 404)])
def test_the_page_is_for_those_alone_who_have_the_step(cast, client, who, status):
    client.force_login(getattr(cast, who))
    url = reverse("publishing:send_back", args=(submitted(cast).pk,))
    assert client.get(url).status_code == status

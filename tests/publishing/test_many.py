"""One act on many items: each by the same single act, refusals item by item, never by whoever wrote or handed it in."""

import pytest

from gongkai.accounts.models import Post
from gongkai.publishing.actions import publish_many, review_many, send_back
from gongkai.publishing.models import Item, Review
from gongkai.publishing.reviewing import Secrecy, open_review
from tests.people import SINCE
from tests.publishing.items import CLEAR, draft, later, reviewed, submitted

REVIEW, PUBLISH = "/desk/items/many/review/", "/desk/items/many/publish/"
TITLES = ("第一份通知", "第二份通知", "第三份通知")


def seen(items) -> dict[int, int]:
    return {item.pk: item.version for item in items}


def passed_by(person, items):
    """What becomes of them where that person clears and passes them all."""
    now, said = later(2), {item.pk: CLEAR for item in items}
    return review_many(seen=seen(items), by=person, now=now, conclusions=said)


@pytest.fixture
def handed_in(cast):
    return [submitted(cast, title=title) for title in TITLES]


@pytest.fixture
def to_sign(cast):
    return [reviewed(cast, title=title) for title in TITLES]


def states() -> list[str]:
    return list(Item.objects.order_by("pk").values_list("state", flat=True))


def clear(items) -> dict[int, Secrecy]:
    """For each its own conclusion that it may be published."""
    return {item.pk: CLEAR for item in items}


def test_each_item_is_reviewed_for_itself_with_its_own_secrecy_review(cast, handed_in):
    done = passed_by(cast.reviewer, handed_in)
    assert (done.done, done.refused) == (TITLES, ())
    assert states() == ["to_sign"] * 3
    rows = Review.objects.filter(secrecy=True)
    assert [row.conclusion for row in rows] == ["may_publish"] * 3


def test_an_item_without_a_secrecy_review_of_its_own_does_not_pass(cast, handed_in):
    said = clear(handed_in[:2])
    done = review_many(seen=seen(handed_in), by=cast.reviewer, now=later(2), conclusions=said)
    assert [name for name, _ in done.refused] == [TITLES[2]]
    assert states() == ["to_sign", "to_sign", "in_review"]


def test_a_conclusion_with_which_nothing_goes_on_stops_its_item_alone(cast, handed_in):
    said = clear(handed_in) | {handed_in[0].pk: Secrecy("must_not_publish", "涉密")}
    done = review_many(seen=seen(handed_in), by=cast.reviewer, now=later(2), conclusions=said)
    assert done.done == TITLES[1:]


@pytest.mark.parametrize("body", ["<p>秘密★10年</p>", "<p>王某身份证号110101199003077459。</p>"])
def test_what_the_checks_found_is_not_passed_among_many(cast, body):
    items = [submitted(cast, title=title, body=text) for title, text in zip(TITLES, ("<p>好</p>", body, "<p>好</p>"), strict=True)]  # fmt: skip
    done = passed_by(cast.reviewer, items)
    assert (done.done, states()) == ((TITLES[0], TITLES[2]), ["to_sign", "in_review", "to_sign"])
    assert "发布前检查没有通过" in done.refused[0][1]
    assert Review.objects.filter(version__item=items[1]).get().conclusion == ""


def test_one_that_changed_meanwhile_is_refused_and_the_others_go_on(cast, handed_in):
    were = seen(handed_in)
    send_back(item=handed_in[1], remark="补日期", by=cast.reviewer, now=later(2))
    done = review_many(seen=were, by=cast.reviewer, now=later(3), conclusions=clear(handed_in))
    assert (done.done, [name for name, _ in done.refused]) == ((TITLES[0], TITLES[2]), [TITLES[1]])


def test_who_handed_them_in_reviews_and_signs_none_with_whatever_posts(cast, handed_in):
    for role in ("reviewer", "signer"):
        Post.objects.create(user=cast.clerk, agency=cast.town, role=role, since=SINCE)
    done = passed_by(cast.clerk, handed_in)
    assert all("不能审核" in why for _, why in done.refused)
    passed_by(cast.reviewer, handed_in)
    done = publish_many(seen=seen(Item.objects.all()), by=cast.clerk, now=later(3))
    assert (done.done, states()) == ((), ["to_sign"] * 3)


def test_each_item_is_signed_for_itself(cast, to_sign):
    items = Item.objects.all()
    done = publish_many(seen=seen(items), by=cast.signer, now=later(5))
    assert (len(done.done), done.refused) == (3, ())
    assert states() == ["published"] * 3


@pytest.mark.parametrize("person", ["clerk", "reviewer", "stranger", "reader"])
def test_who_has_not_the_post_signs_none(cast, to_sign, person):
    done = publish_many(seen=seen(to_sign), by=getattr(cast, person), now=later(5))
    assert (done.done, states()) == ((), ["to_sign"] * 3)


def test_the_list_offers_it_to_whose_step_it_is_alone(cast, client, handed_in):
    client.force_login(cast.reviewer)
    page = client.get("/desk/items/").content.decode()
    assert page.count('name="item"') == 3
    assert "审核通过勾选的" in page
    client.force_login(cast.clerk)
    assert 'name="item"' not in client.get("/desk/items/").content.decode()


def test_the_page_reviews_what_is_ticked(cast, client, handed_in):
    client.force_login(cast.reviewer)
    page = client.get(REVIEW, {"item": [item.pk for item in handed_in[:2]]}).content.decode()
    assert page.count('name="seen"') == 2
    assert "checked" not in page  # each is cleared by the person, none by the page
    typed = {"seen": [f"{item.pk}:{item.version}" for item in handed_in[:2]]}
    answer = client.post(REVIEW, typed).content.decode()
    assert "已办理 2 件" in answer
    assert states() == ["to_sign", "to_sign", "in_review"]


@pytest.mark.parametrize("typed", [{}, {"seen": "x"}, {"seen": "1:x"}])
def test_what_is_not_filled_in_is_said(cast, client, handed_in, typed):
    client.force_login(cast.reviewer)
    assert client.post(REVIEW, typed).status_code == 422
    assert states() == ["in_review"] * 3


def test_the_page_says_what_was_found_in_each_and_offers_none_with_an_open_finding(cast, client):
    number = "110101199003077459"
    submitted(cast, title=TITLES[0], body=f"<p>王某身份证号{number}。</p>")
    submitted(cast, title=TITLES[1], body="<p>出生日期：1990年3月7日</p>")
    client.force_login(cast.reviewer)
    page = client.get(REVIEW, {"all": "1"}).content.decode()
    assert page.count('name="seen"') == 1
    assert "不能一起办" in page
    assert ("正文第 1 段有居民身份证号码" in page, "正文第 1 段有出生日期" in page) == (True, True)
    assert number not in page


def test_all_that_wait_are_signed_from_one_page(cast, client, to_sign):
    client.force_login(cast.signer)
    page = client.get(PUBLISH, {"all": "1"}).content.decode()
    assert page.count('name="seen"') == 3
    ticked = [f"{item.pk}:{item.version}" for item in Item.objects.all()]
    client.post(PUBLISH, {"seen": ticked, "late_reason": "补录旧通知"})
    assert states() == ["published"] * 3


def test_an_item_of_another_organ_is_not_in_reach(cast, client, handed_in):
    client.force_login(cast.stranger)
    page = client.get(REVIEW, {"item": handed_in[0].pk}).content.decode()
    assert TITLES[0] not in page


def test_a_draft_does_not_wait_for_review(cast, client):
    item = draft(cast)
    assert open_review(item) is None
    assert passed_by(cast.reviewer, [item]).done == ()

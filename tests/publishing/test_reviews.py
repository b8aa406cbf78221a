"""The steps of a review: laid down by the organ's rule, taken in order by those whose step it is, each with what it found."""

from dataclasses import replace
from datetime import timedelta

import pytest

from gongkai.agencies.models import Department
from gongkai.audit.models import Entry
from gongkai.common.refusals import Conflict, NotAllowed, Refusal
from gongkai.publishing.actions import (
    claim,
    review,
    save_draft,
    send_back,
    set_plan,
    submit,
    unclaim,
)
from gongkai.publishing.actions.texts import text_of
from gongkai.publishing.models import Item, Review
from gongkai.publishing.queries import waiting_for
from gongkai.publishing.reviewing import Secrecy
from tests.people import make_person
from tests.publishing.items import CLEAR, NOW, draft, item_with_file, later, passed, submitted

ALL = ("department_review", "secrecy_review", "release_review")


@pytest.fixture
def office(cast):
    """A department of the town."""
    return Department.objects.create(
        agency=cast.town, code="farm", name="农业农村站", since=cast.town.since
    )


@pytest.fixture
def head(cast, office):
    """The reviewer of that department."""
    person = make_person("zhan", "站长", cast.town)
    person.posts.create(agency=cast.town, department=office, role="reviewer", since=cast.town.since)
    return person


def planned(cast, *steps):
    """The town takes these steps."""
    return set_plan(
        agency=cast.town,
        column=None,
        steps=steps,
        seen_version=None,
        by=cast.administrator,
        now=NOW,
    )


def handed_in(cast, department=None):
    """A text from a department, handed in."""
    item = draft(cast)
    facts = replace(text_of(item.draft).facts, department_id=department and department.pk)
    text = replace(text_of(item.draft), facts=facts)
    item = save_draft(item=item, seen_version=item.version, text=text, by=cast.clerk, now=NOW)
    return submit(item=item, by=cast.clerk, now=NOW)


def test_a_text_takes_the_three_steps_by_three_people(cast, office, head):
    planned(cast, *ALL)
    item = handed_in(cast, office)
    for person, step in ((head, ALL[0]), (cast.secrecy_reviewer, ALL[1]), (cast.reviewer, ALL[2])):
        assert (item.state, item.step) == ("in_review", step)
        assert [each.pk for each in waiting_for(person, NOW)] == [item.pk]
        item = passed(item, by=person)
    assert (item.state, item.step) == ("to_sign", "")
    rows = item.draft.reviews.values_list("step", "state", "done_by", "conclusion")
    assert list(rows) == [
        ("department_review", "passed", "站长", ""),
        ("secrecy_review", "passed", "保密员", "may_publish"),
        ("release_review", "passed", "赵审核", ""),
    ]


def test_a_step_is_not_taken_before_its_turn(cast, office):
    planned(cast, *ALL)
    item = handed_in(cast, office)
    for person in (cast.secrecy_reviewer, cast.reviewer, cast.signer):
        with pytest.raises(NotAllowed):
            passed(item, by=person)
        assert waiting_for(person, NOW) == []


def test_another_departments_reviewer_does_not_take_the_departments_step(cast, office, head):
    planned(cast, *ALL)
    other = Department.objects.create(
        agency=cast.town, code="work", name="民政办", since=cast.town.since
    )
    item = handed_in(cast, other)
    with pytest.raises(NotAllowed, match="来源部门"):
        passed(item, by=head)


def test_a_text_from_no_department_skips_that_step_and_says_why(cast):
    planned(cast, *ALL)
    item = handed_in(cast)
    assert item.step == "secrecy_review"
    skipped = item.draft.reviews.get(step="department_review")
    assert (skipped.state, skipped.opinion) == ("skipped", "没有来源部门")


def test_a_text_is_never_handed_in_to_no_review_at_all(cast):
    planned(cast, "department_review")
    with pytest.raises(Refusal, match="来源部门"):
        handed_in(cast)


@pytest.mark.parametrize(
    ("said", "words"),
    [
        (None, "保密审查的结论"),
        (Secrecy("perhaps"), "保密审查的结论"),
        (Secrecy("may_publish_masked"), "写明依据"),
        (Secrecy("may_publish", found=frozenset({"personal_data"})), "不能直接写"),
        (Secrecy("may_publish", found=frozenset({"weather"})), "不认识"),
        (Secrecy("must_not_publish", "写有国家秘密"), "不能通过"),
        (Secrecy("to_be_referred", "拿不准"), "不能通过"),
        (Secrecy("may_publish_masked", "长" * 501), "超过 500"),
    ],
)
def test_the_secrecy_review_says_what_it_must(cast, said, words):
    item = submitted(cast)
    with pytest.raises(Refusal, match=words):
        review(item=item, secrecy=said, by=cast.reviewer, now=NOW)
    assert Review.objects.get().state == "waiting"


def test_what_was_found_and_masked_is_kept_with_its_basis(cast):
    said = Secrecy("may_publish_masked", "身份证号已遮盖", frozenset({"personal_data"}))
    item = review(item=submitted(cast), secrecy=said, by=cast.reviewer, now=later(2))
    row = item.draft.reviews.get()
    assert row.answers == {
        "state_secret": "none",
        "work_secret": "none",
        "third_party_rights": "none",
        "personal_data": "found",
        "process_information": "none",
    }
    assert (row.basis, row.post) == ("身份证号已遮盖", "青石镇人民政府审核")
    assert Entry.objects.get(act="publishing.approve").after["conclusion"] == "may_publish_masked"


def test_a_changed_plan_does_not_touch_what_is_in_review(cast):
    item = submitted(cast)
    planned(cast, *ALL)
    assert passed(item, by=cast.reviewer).state == "to_sign"


def test_a_column_has_steps_of_its_own(cast):
    item = draft(cast)
    planned(cast, *ALL)
    set_plan(
        agency=cast.town,
        column=item.column,
        steps=["release_review"],
        seen_version=None,
        by=cast.administrator,
        now=NOW,
    )
    assert submit(item=item, by=cast.clerk, now=NOW).step == "release_review"


def test_a_text_sent_back_begins_all_steps_anew(cast):
    planned(cast, "secrecy_review", "release_review")
    item = passed(handed_in(cast), by=cast.secrecy_reviewer)
    item = send_back(item=item, remark="补电话", by=cast.reviewer, now=NOW)
    assert item.step == ""
    text = replace(text_of(item.draft), body="<p>电话见下。</p>")
    item = save_draft(item=item, seen_version=item.version, text=text, by=cast.clerk, now=NOW)
    item = submit(item=item, by=cast.clerk, now=NOW)
    assert item.step == "secrecy_review"


def test_a_claimed_step_waits_for_who_claimed_it_until_the_time_is_over(cast):
    item = submitted(cast)
    second = make_person("zhao2", "二审", cast.town, "reviewer")
    claim(item=item, by=second, now=NOW)
    with pytest.raises(Refusal, match="二审正在办"):
        review(item=item, secrecy=CLEAR, by=cast.reviewer, now=NOW + timedelta(minutes=119))
    with pytest.raises(Refusal, match="二审正在办"):
        claim(item=item, by=cast.reviewer, now=NOW)
    free = review(item=item, secrecy=CLEAR, by=cast.reviewer, now=NOW + timedelta(hours=2))
    assert free.state == "to_sign"


def test_a_claim_is_let_go_by_who_made_it_alone(cast):
    item = submitted(cast)
    second = make_person("zhao2", "二审", cast.town, "reviewer")
    claim(item=item, by=second, now=NOW)
    unclaim(item=item, by=cast.reviewer, now=NOW)
    assert Review.objects.get().claimed_by == "二审"
    unclaim(item=item, by=second, now=NOW)
    assert review(item=item, secrecy=CLEAR, by=cast.reviewer, now=NOW).state == "to_sign"


@pytest.mark.parametrize(
    "role", ["clerk", "signer", "secrecy_reviewer", "stranger", "administrator"]
)
def test_only_who_may_take_the_step_claims_it(cast, role):
    with pytest.raises(NotAllowed):
        claim(item=submitted(cast), by=getattr(cast, role), now=NOW)


def test_only_an_administrator_sets_the_steps_and_sees_another_change(cast):
    typed = {"agency": cast.town, "column": None, "steps": ["release_review"], "now": NOW}
    with pytest.raises(NotAllowed):
        set_plan(**typed, seen_version=None, by=cast.clerk)
    with pytest.raises(Refusal, match="至少要有一个"):
        set_plan(**typed | {"steps": []}, seen_version=None, by=cast.administrator)
    with pytest.raises(Refusal, match="没有这个步骤"):
        set_plan(**typed | {"steps": ["dance"]}, seen_version=None, by=cast.administrator)
    set_plan(**typed, seen_version=None, by=cast.administrator)
    with pytest.raises(Conflict):
        set_plan(**typed, seen_version=None, by=cast.administrator)


@pytest.fixture
def in_secrecy_review(cast):
    """A text whose secrecy review is open."""
    planned(cast, "secrecy_review", "release_review")
    return handed_in(cast)


def test_the_page_of_a_step_is_for_those_whose_step_it_is(cast, client, in_secrecy_review):
    address = f"/desk/items/{in_secrecy_review.pk}/approve/"
    client.force_login(cast.reviewer)
    assert client.get(address).status_code == 404
    client.force_login(cast.secrecy_reviewer)
    assert "保密审查通过" in client.get(address).content.decode()


def test_the_secrecy_reviewer_passes_the_step_on_the_pages(cast, client, in_secrecy_review):
    client.force_login(cast.secrecy_reviewer)
    address = f"/desk/items/{in_secrecy_review.pk}/"
    client.post(f"{address}claim/")
    seen = in_secrecy_review.version
    typed = {"found": ["personal_data"], "conclusion": "may_publish", "seen_version": seen}
    assert client.post(f"{address}approve/", typed).status_code == 422
    typed |= {"conclusion": "may_publish_masked", "basis": "已遮盖"}
    assert client.post(f"{address}approve/", typed).status_code == 302
    assert Item.objects.get(pk=in_secrecy_review.pk).step == "release_review"
    assert "已作处理，可以公开。已遮盖" in client.get(address).content.decode()


def test_the_plan_is_set_on_its_pages(cast, client):
    client.force_login(cast.administrator)
    column = draft(cast).column
    for address in (f"columns/{cast.town.pk}/steps/", f"columns/of/{column.pk}/steps/"):
        assert client.get(f"/desk/items/{address}").status_code == 200
        assert client.post(f"/desk/items/{address}", {}).status_code == 422
        assert client.post(f"/desk/items/{address}", {"steps": list(ALL)}).status_code == 302


def test_the_page_of_a_step_shows_the_files_that_are_to_be_looked_at(cast, client):
    item = item_with_file(cast, title="办事说明")
    submit(item=item, by=cast.clerk, now=NOW, seen_version=item.version)
    client.force_login(cast.reviewer)
    page = client.get(f"/desk/items/{item.pk}/approve/").content.decode()
    assert '<h2 id="files">附件</h2>' in page
    assert "说明" in page.split('id="files"')[1].split("</ul>")[0]
    assert "移走" not in page

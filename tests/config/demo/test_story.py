"""The demo as it stands: real acts by different people, figures that balance, everything marked, nothing unpublished outside."""

from collections.abc import Iterator
from itertools import pairwise

import pytest
from django.db import transaction
from django.test import override_settings

from gongkai.accounts.models import Post, User
from gongkai.agencies.models import Agency
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.queries import findings
from gongkai.audit.models import Entry
from gongkai.audit.verify import verify
from gongkai.casework.models import Case
from gongkai.casework.work import waiting as requests_waiting
from gongkai.common.clock import current, law_day
from gongkai.common.permissions import ROLE_LABELS
from gongkai.config.demo.cast import MARK, ORGANS, new_passwords
from gongkai.config.demo.figures import COUNTY_YEARS, TOWN_YEARS, report_of
from gongkai.config.demo.story import tell_story
from gongkai.publishing.models import Item
from gongkai.publishing.presentations import presentation
from gongkai.release.models import PublicDocument

PASSWORDS = new_passwords()
pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def demo(django_db_setup, django_db_blocker, tmp_path_factory) -> Iterator[None]:
    """The demo, made once for these tests and taken back after them, with witnesses of its own."""
    own = override_settings(WITNESS_DIR=tmp_path_factory.mktemp("witness"))
    with django_db_blocker.unblock(), transaction.atomic(), own:
        tell_story(PASSWORDS, current())
        yield
        transaction.set_rollback(True)


def test_every_role_is_held_by_somebody_who_can_sign_in():
    assert set(Post.objects.values_list("role", flat=True)) == set(ROLE_LABELS)
    assert all(
        User.objects.get(username=name).check_password(word) for name, word in PASSWORDS.items()
    )


def faults(report: Report) -> list[str]:
    """Errors and warnings; that their texts are like last year's is noted, and is so."""
    return [one.message for one in findings(report) if one.severity != "note"]


def test_published_reports_are_without_any_error_or_warning():
    published = Report.objects.filter(state="published")
    assert published.count() == 6
    assert {str(report): faults(report) for report in published} == {
        str(report): [] for report in published
    }


def test_the_draft_has_a_wrong_total_for_people_to_find():
    draft = Report.objects.get(state="draft")
    errors = [found for found in findings(draft) if found.severity == "error"]
    assert any("六类申请人之和 4+1" in found.message for found in errors)


@pytest.mark.parametrize("years", [TOWN_YEARS, COUNTY_YEARS], ids=["town", "county"])
def test_each_year_carries_in_what_the_year_before_carried_out(years):
    reports = [report_of("机关", "机关", year) for year in years]
    for before, after in pairwise(reports):
        carried = before.figures["requests.carried_out.total"]
        assert after.figures["requests.carried_in.total"] == carried


def test_three_people_have_a_hand_in_whatever_is_public():
    for item in Item.objects.filter(state="published"):
        acts = Entry.objects.filter(object_type="publishing.item", object_id=str(item.pk))
        hands = set(acts.values_list("actor_id", flat=True))
        assert item.is_elsewhere or len(hands) == 3


def test_everything_public_is_marked():
    documents = PublicDocument.objects.all()
    assert documents.count() == 26
    assert all(MARK in document.title for document in documents)
    assert all(MARK in organ.site.name for organ in {document.agency for document in documents})


def test_something_waits_for_the_reviewer_and_something_was_sent_back():
    states = Item.objects.exclude(state="published").order_by("pk")
    assert [(item.state, bool(item.remark)) for item in states] == [
        ("in_review", False),
        ("draft", True),
    ]


def test_the_guide_gives_what_article_12_asks_for():
    guide = PublicDocument.objects.get(kind="guide", agency__code="DEMO-TOWN")
    asked = (
        "分类",
        "编排",
        "获取",
        "名称",
        "办公地址",
        "办公时间",
        "联系电话",
        "传真号码",
        "互联网联系方式",
    )
    assert [words for words in asked if words not in guide.body] == []
    assert "{" not in guide.body


def test_the_journal_of_the_demo_is_whole():
    assert verify().whole
    assert set(Agency.objects.values_list("code", flat=True)) == set(ORGANS)


def test_requests_wait_at_every_desk_and_others_have_ended():
    waits = {
        name: {
            line.next_act for line in requests_waiting(User.objects.get(username=name), current())
        }
        for name in ("wang", "zhao", "qian")
    }
    assert waits == {"wang": {"办理", "确认收到"}, "zhao": {"审核"}, "qian": {"决定"}}
    assert Case.objects.filter(state="replied").count() == 4


def test_no_request_of_the_demo_is_late():
    assert not Case.objects.filter(state="in_work", due_on__lt=law_day(current())).exists()


def test_the_accounts_of_the_township_add_up_and_stand_beside_one_another():
    made = PublicDocument.objects.filter(presentation="accounts")
    years = {(each.payload["presentation"]["year"], each.payload["presentation"]["kind"]): each for each in made}  # fmt: skip
    assert sorted(years) == [(2025, "budget"), (2025, "final"), (2026, "budget")]
    for each in years.values():
        data = each.payload["presentation"]
        assert presentation("accounts").problems(data) == []
        assert len(data["before"]) == 2

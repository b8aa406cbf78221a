"""Each check finds what it is for, says where, and leaves ordinary texts alone."""

from dataclasses import replace
from datetime import date

import pytest

from gongkai.agencies.models import ContactPage
from gongkai.publishing.actions import create_draft, save_draft
from gongkai.publishing.actions.check_rules import set_checks
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.actions.texts import Text, text_of
from gongkai.publishing.checks import ASKED, Finding, findings, subject_of
from gongkai.publishing.checks.links import written_wrong
from gongkai.publishing.checks.table import CHECKS
from gongkai.publishing.facts import Facts
from gongkai.publishing.models import LinkCheck
from tests.publishing.items import NOW, draft, organ_word, published

ID = "11010519491231002X"
LONG = "本镇今年的农业补贴按照种植面积发放，由村民委员会登记后报镇人民政府核定。" * 8


def found(item, *, only_blocking: bool = False) -> dict[str, Finding]:
    """By check, its first finding."""
    rows = findings(subject_of(item, item.draft, NOW), only_blocking=only_blocking)
    return {row.check: row for row in reversed(rows)}


def with_facts(cast, body: str = "<p>正文</p>", column: str = "guide", number: str = "", **facts):
    text = Text("通知", body, number, facts=Facts(**facts))
    return create_draft(
        column=national_column(cast.town, column), text=text, by=cast.clerk, now=NOW
    )


def test_an_ordinary_text_has_no_finding(cast):
    assert found(draft(cast)) == {}


@pytest.mark.parametrize(
    ("body", "check", "place", "anchor"),
    [
        (f"<p>甲</p><p>{ID}</p>", "personal_data", "正文第 2 段", "#block-2"),
        ("<p>手机13812345678</p>", "personal_data", "正文第 1 段", "#block-1"),
        ("<p>电话0376-8123456</p>", "contact_data", "正文第 1 段", "#block-1"),
        ("<p>出生日期：1990年3月7日</p>", "contact_data", "正文第 1 段", "#block-1"),
        ('<p><img src="/files/public/a" alt=""></p>', "picture_words", "正文第 1 段", "#block-1"),
        ('<p><a href="https://a.example.com/">甲</a></p>', "foreign_links", "正文第 1 段", "#block-1"),
        ('<p><a href="http://http://a.gov.cn">甲</a></p>', "bad_links", "正文第 1 段", "#block-1"),
        ("<p>请到帐户管理科</p>", "wording", "正文第 1 段", "#block-1"),
    ],
)  # fmt: skip
def test_each_sort_of_trouble_in_a_text_is_found_with_its_place(cast, body, check, place, anchor):
    finding = found(draft(cast, body=body))[check]
    assert (finding.place, finding.anchor) == (place, anchor)
    assert finding.message
    assert finding.advice


def test_the_organs_own_telephone_and_address_are_no_find(cast):
    ContactPage.objects.create(agency=cast.town, telephone="0376-8123456", mail="qs@qs.gov.cn")
    assert found(draft(cast, body="<p>电话0376-8123456，邮箱qs@qs.gov.cn</p>")) == {}


def test_personal_data_in_title_and_summary_is_found(cast):
    assert found(draft(cast, f"{ID}的补贴"))["personal_data"].place == "标题"


@pytest.mark.parametrize(
    ("facts", "check"),
    [
        ({"genre": "notice"}, "required_facts"),
        ({"genre": "notice", "made_on": date(2024, 5, 1)}, "facts"),
        ({"attribute": "withheld"}, "required_facts"),
        ({"made_on": date(2024, 7, 1)}, "dates"),
        ({"made_on": date(2024, 5, 1), "effective_on": date(2024, 4, 1)}, "dates"),
        ({"made_on": date(2024, 5, 1), "ends_on": date(2024, 5, 2)}, "dates"),
        ({"made_on": date(2023, 5, 1), "number": "青政〔2024〕3号"}, "dates"),
        ({"made_on": date(2024, 5, 1), "body": "<p>正文</p><p>2024年5月2日</p>"}, "dates"),
    ],
)
def test_missing_and_contradicting_facts_are_found(cast, facts, check):
    assert check in found(with_facts(cast, **facts))


def test_the_column_of_what_must_be_published_asks_for_more(cast):
    assert "facts" in found(with_facts(cast, column="content"))
    assert "facts" not in found(with_facts(cast, column="guide"))


def test_a_long_title_is_found(cast):
    assert "long_title" in found(draft(cast, "关于" * 31))
    assert "long_title" not in found(draft(cast, "关于" * 30))


def test_a_repeated_item_is_found_by_title_and_by_its_words(cast):
    published(cast, title="补贴办法", body=f"<p>{LONG}</p>")
    assert "标题相同" in found(draft(cast, "补贴办法"))["duplicate"].message
    again = draft(cast, "另一个题目", body=f"<p>{LONG}今年如此。</p>")
    assert "几乎相同" in found(again)["duplicate"].message
    assert "duplicate" not in found(draft(cast, "第三个", body=f"<p>{LONG[::-1]}</p>"))


@pytest.mark.parametrize(
    ("url", "wrong"),
    [
        ("http://www.qs.gov.cn/a?b=c", False),
        ("https://青石.政务", False),
        ("https://8.8.8.8/", False),
        ("http://qs", True),
        ("http://192.168.1.3/", True),
        ("http://user:pass@qs.gov.cn/", True),
        ("http://http//qs.gov.cn", True),
        ("http://qs.gov.cn:99999/", True),
        ("http://[::1/", True),
        ("https://qs.gov.cn/https://qs.gov.cn/", True),
    ],
)
def test_addresses_written_wrong_are_told(url, wrong):
    assert bool(written_wrong(url)) is wrong


@pytest.mark.parametrize(
    ("state", "check"),
    [("dead", "dead_links"), ("hijacked", "hijacked_links"), ("unknown", "dead_links")],
)
def test_what_was_tried_of_a_link_is_told_with_its_day(cast, state, check):
    url = "https://www.qs.gov.cn/a"
    item = draft(cast, body=f'<p><a href="{url}">甲</a></p>')
    LinkCheck.objects.create(url=url, state=state, checked_at=NOW)
    finding = found(item)[check]
    assert "2024-06-03" in finding.message
    assert not finding.is_blocking


def test_the_organs_own_words_are_found(cast):
    organ_word(cast)
    assert "自然资源局" in found(draft(cast, body="<p>报县国土资源局。</p>"))["wording"].advice


def test_an_organ_takes_a_check_graver_or_not_at_all(cast):
    item = draft(cast, body='<p><img src="/files/public/a" alt=""></p>')
    chosen = {"seen_version": None, "by": cast.administrator, "now": NOW, "agency": cast.town}
    rules = set_checks(severities={"picture_words": "blocking"}, **chosen)
    assert found(item)["picture_words"].is_blocking
    set_checks(severities={"picture_words": "off"}, **chosen | {"seen_version": rules.version})
    assert found(item) == {}


def test_only_blocking_checks_are_asked_before_a_release(cast):
    item = draft(cast, "关于" * 31, body=f"<p>{ID}</p>")
    assert set(found(item, only_blocking=True)) == {"personal_data"}


def test_every_row_of_the_table_is_asked_by_a_check():
    assert {key for keys in ASKED.values() for key in keys} == {row.key for row in CHECKS}


def test_the_mark_of_a_finding_stays_when_the_place_changes(cast):
    item = draft(cast, body=f"<p>{ID}</p>")
    before = found(item)["personal_data"].mark
    text = replace(text_of(item.draft), body=f"<p>新的一段</p><p>{ID}</p>")
    item = save_draft(item=item, seen_version=item.version, text=text, by=cast.clerk, now=NOW)
    assert found(item)["personal_data"].mark == before


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ({"body": "<p>秘密★10年</p><p>正文。</p>"}, "正文第 1 段"),
        ({"title": "关于某事的通知 机密★"}, "标题"),
    ],
)
def test_a_mark_of_secrecy_is_found_and_stops_the_release(cast, text, place):
    finding = found(draft(cast, **text))["secrecy_mark"]
    assert (finding.place, finding.is_blocking) == (place, True)
    assert "secrecy_mark" not in found(draft(cast, body="<p>不得泄露国家秘密。</p>"))

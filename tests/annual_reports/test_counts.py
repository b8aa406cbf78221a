"""Counts of a year: each equals what a plain look at the records gives, each has its definition, missing ones are known by name."""

from datetime import date

import pytest

from gongkai.annual_reports.counts import (
    Count,
    all_counts,
    counts_of,
    is_count,
    offer_counts,
)
from gongkai.casework import actions
from gongkai.law.annual_report.fields import BY_NAME
from gongkai.law.citation import Cite
from tests.casework.cases import again, answered, by_hand, clarified, extended, on, registered
from tests.publishing.items import draft, published

YEAR = 2026
END = date(2027, 1, 20)


def numbers(cast, year=YEAR, as_of=END):
    return {name: one.value for name, one in counts_of(cast.town, year, as_of).items()}


def test_every_count_has_a_name_of_its_own_and_says_what_counts():
    names = [count.name for count in all_counts()]
    assert len(names) == len(set(names))
    assert not set(names) & set(BY_NAME)
    assert all(count.definition and str(count.cite) and count.unit for count in all_counts())


def test_what_nobody_offers_is_known_and_has_no_number(cast):
    found = counts_of(cast.town, YEAR, END)["投诉举报"]
    assert (found.value, found.is_offered) == (None, False)
    assert is_count("投诉举报")


@pytest.mark.parametrize("name", ["新收", "主动公开信息", "有{括号", "有·点"])
def test_a_name_is_given_once(name):
    with pytest.raises(ValueError, match="taken"):
        offer_counts(Count("another", name, "x", "x", Cite("条例", 1)))


def test_items_are_counted_by_the_day_of_their_first_text(cast):
    published(cast)
    draft(cast, title="还没有公开")
    found = numbers(cast, 2024)
    assert (found["主动公开信息"], found["栏目·政府信息公开指南"], found["指南更新"]) == (1, 1, 1)
    assert numbers(cast, 2023)["主动公开信息"] == 0
    assert numbers(cast, 2024, date(2024, 6, 2))["主动公开信息"] == 0


def test_postings_on_channels_are_not_added_to_items(cast):
    published(cast)
    found = numbers(cast, 2024)
    assert found["网站公开信息"] == found["主动公开信息"] == 1
    assert found["新媒体发布"] is None


def test_secrecy_reviews_are_counted_by_the_day_they_were_done(cast):
    published(cast)
    assert numbers(cast, 2024)["保密审查"] == 1
    assert numbers(cast, 2025)["保密审查"] == 0


def test_requests_are_counted_by_channel_and_by_how_they_ended(cast):
    answered(cast, registered(cast))
    registered(cast)
    found = numbers(cast)
    assert (found["收到申请"], found["申请渠道·当面提交"], found["申请渠道·互联网渠道"]) == (
        2,
        2,
        0,
    )
    assert (found["办结申请"], found["办结结果·予以公开"], found["办结结果·不予公开"]) == (1, 1, 0)
    assert found["平均办理天数"] is not None


def test_where_nothing_was_concluded_there_is_no_average(cast):
    assert numbers(cast)["平均办理天数"] is None


def test_extensions_and_clarifications_are_counted(cast):
    answered(cast, extended(cast, registered(cast)), day="2026-12-10")
    clarified(cast, registered(cast))
    found = numbers(cast)
    assert (found["延期答复"], found["补正告知"], found["逾期答复"]) == (1, 1, 0)


def test_an_answer_after_the_last_day_is_late(cast):
    answered(cast, registered(cast), day="2026-12-10")
    assert numbers(cast)["逾期答复"] == 1


def test_fees_are_counted_asked_and_paid(cast):
    case = registered(cast)
    proposal = actions.propose_fee(case=case, ground="多", pages=50, **on(cast.clerk, "2026-11-05"))
    notice = actions.approve_notice(notice=proposal, **on(cast.signer, "2026-11-05"))
    actions.send_fee_notice(
        notice=notice, sending=by_hand("2026-11-05"), **on(cast.clerk, "2026-11-05")
    )
    actions.receive_payment(
        case=again(case), paid_on=date(2026, 11, 9), yuan=150, **on(cast.clerk, "2026-11-09")
    )
    found = numbers(cast)
    assert (found["收费通知"], found["收费通知金额"], found["实收信息处理费"]) == (1, 200, 150)


def test_counts_have_their_records_behind_them(cast):
    answered(cast, registered(cast))
    published(cast)
    for year in (2024, 2026):
        for name, one in counts_of(cast.town, year, END).items():
            rows = one.count.records(cast.town, year, END)
            if rows is not None and not one.count.by:
                assert rows.count() == one.value == one.count.value(cast.town, year, END), name


def test_all_counts_take_few_queries_whatever_the_number_of_records(
    cast, django_assert_max_num_queries
):
    for _ in range(3):
        registered(cast)
    published(cast)
    with django_assert_max_num_queries(24):
        counts_of(cast.town, YEAR, END)
    with django_assert_max_num_queries(24):
        counts_of(cast.town, 2024, END)


def test_a_stranger_organ_has_counts_of_its_own(cast):
    registered(cast)
    assert counts_of(cast.other_town, YEAR, END)["收到申请"].value == 0

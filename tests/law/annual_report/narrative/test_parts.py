"""Sums within a sentence."""

import pytest

from tests.law.annual_report.reports import OVERVIEW, found, zeros


def notes(text):
    return found(zeros(chapters={**zeros().chapters, "overview": OVERVIEW + text}), "narrative")


WHOLE = [
    "公开信息249条，其中：公文9条；人事7条；重点工作39条；预决算6条；年报1条；指南1条；网站185条；制度1条。",
    "公开信息22条，其中人事2条，动态2条，财务2条（其中预算1条、决算1条），总结5条，审计10条，其他1条。",
    "公开信息22条，其中：1.政策1条；2.动态12条；3.公开1条；4.公告5条；5.预决算3条。",
]  # fmt: skip
LEFT_ALONE = [
    "公开信息75条，其中预决算6条、人事任免3条等。",
    "公开信息75条，其中预决算6条、人事任免3条。",
    "公开信息60余条，其中政策50条，人事20条。",
    "公开信息50条，其中机构20条，内有领导10条、职能15条；工作11条，其中动态3条、总结30条。",
    "刊发稿件1592篇，其中市级以上772篇，省级以上900次。",
    "收到来信12件，其中咨询5件，建议3件，办结12件，采纳9件。",
    "共维护栏目30个，其中新开3个、调整4个。",
    "公开信息75条，其中动态9条、公告7条，微信公众号发布信息300条。",
]


@pytest.mark.parametrize("text", WHOLE + LEFT_ALONE)
def test_lists_that_add_up_or_do_not_claim_to_be_whole_are_left_alone(text):
    assert notes(text) == []


@pytest.mark.parametrize("text", WHOLE)
def test_a_whole_list_with_another_total_is_noted(text):
    [finding] = notes(text.replace("公开信息2", "公开信息3"))
    assert finding.severity == "note"
    assert finding.right - finding.left in {10, 100}
    assert "正文分项之和" in finding.message


def test_parts_that_exceed_their_total_are_noted():
    [finding] = notes("收到来信5件，其中咨询4件，建议2件。")
    assert (finding.left, finding.right, finding.where) == (6, 5, "chapters.overview")

"""Drafted chapters: sentences about what is counted, questions about what is not, and nothing that contradicts a table."""

import re
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.annual_reports.counts import all_counts
from gongkai.annual_reports.editing.drafting import CHAPTERS, drafted
from gongkai.annual_reports.editing.saying import QUESTION, Beside, said_of
from gongkai.law.annual_report.fields import BY_NAME, filled
from gongkai.law.annual_report.outline import OVERVIEW_HEADS
from tests.law.annual_report.reports import one_request, zeros
from tests.strategies import valid_reports

FREE = dict.fromkeys(("收费通知", "收费通知金额", "实收信息处理费"), 0)
COUNTS = {count.name: 2 for count in all_counts() if not count.by} | FREE


def read(report, counts=COUNTS, *, government=True):
    texts = drafted(report, counts, government=government)
    return {key: filled(text, report.figures, counts) for key, text in texts.items()}


@given(valid_reports(editions=("2021",), blanks=False), st.booleans())
@settings(max_examples=30)
def test_no_drafted_sentence_contradicts_a_table(report, government):
    texts = drafted(report, COUNTS, government=government)
    found = said_of(replace(report, chapters=texts), Beside(COUNTS))
    assert not [one for one in found if one.rule in {"narrative", "field"}]


def test_the_overview_covers_every_head_of_the_format():
    text = read(one_request())["overview"]
    silent = [head.title for head in OVERVIEW_HEADS if not any(word in text for word in head.words)]
    assert silent == []


def test_what_is_counted_is_said_and_nothing_more():
    text = read(one_request())["overview"]
    assert "2024年，主动公开政府信息2条。" in text
    assert "新收政府信息公开申请3件，上年结转0件。" in text
    assert "自然人提出3件" in text


@pytest.mark.parametrize("name", ["投诉举报", "新媒体发布", "业务培训", "主动公开信息"])
def test_what_nobody_counts_is_asked(name):
    there, missing = (read(zeros(), COUNTS | {name: value})["overview"] for value in (2, None))
    assert len(QUESTION.findall(missing)) == len(QUESTION.findall(there)) + 1
    assert f"{{{name}}}" not in missing


def test_where_nothing_happened_less_is_said():
    text = read(
        zeros(), COUNTS | dict.fromkeys(("逾期公开", "废止信息", "撤下信息", "办结申请"), 0)
    )["overview"]
    for word in ("自然人提出", "晚于规定期限", "撤下的信息", "平均用"):
        assert word not in text


def test_only_governments_are_asked_for_assessments():
    asked = {g: QUESTION.findall(read(zeros(), government=g)["overview"]) for g in (True, False)}
    assert len(asked[True]) - len(asked[False]) == 3


def test_fees_are_told_even_where_there_were_none():
    none = dict.fromkeys(("收费通知", "收费通知金额", "实收信息处理费"), 0)
    assert (
        "收费通知0件，通知收取信息处理费0元，实际收取0元" in read(zeros(), COUNTS | none)["other"]
    )


def test_every_name_in_a_drafted_sentence_is_a_field():
    known = set(BY_NAME) | {count.name for count in all_counts()} | {"year"}
    rows = [row for parts in CHAPTERS.values() for part in parts for row in part.sentences]
    used = {name for row in rows for name in re.findall(r"\{([^}]+)\}", row.text)}
    assert used <= known
    assert {row.if_any for row in rows} - {""} <= known

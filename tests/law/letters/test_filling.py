"""Letters are filled from facts alone: nothing left blank in silence, nothing taken for a field that came with a fact."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.letters import (
    FIELDS,
    CannotFill,
    WrongFact,
    blanks,
    draft,
    field,
    filled,
    letter_text,
)
from gongkai.law.letters.fields import lines_of
from gongkai.law.letters.filling import numbered

TODAY = date(2026, 11, 2)
CLARIFICATION = letter_text("clarification", TODAY)
FACTS = {
    "you": "你",
    "request_number": "柳财依申〔2026〕31号",
    "received_on": date(2026, 10, 12),
    "description": "柳林县2025年农机购置补贴资金安排情况。",
    "clarification_reason": "该申请的内容不明确",
    "items_to_correct": ("所需信息的年度",),
    "correction_days": 15,
    "correction_way": "原申请渠道",
}


def test_a_draft_keeps_fields_and_leaves_out_what_is_not_known():
    body = draft(CLARIFICATION, FACTS)
    assert any("{{ 补正工作日数 }}" in line for line in body)
    assert not any("联系电话" in line for line in body)
    assert any(
        "联系电话" in line for line in draft(CLARIFICATION, FACTS | {"contact_telephone": "1"})
    )


def test_words_come_from_the_record():
    said = filled(CLARIFICATION, draft(CLARIFICATION, FACTS), FACTS)
    assert (
        "本机关于2026年10月12日收到。申请公开的内容为：柳林县2025年农机购置补贴资金安排情况。"
        in said[0]
    )
    assert "15个工作日内" in "".join(said)
    assert "所需信息的年度。" in said


def test_a_reworded_body_keeps_its_fields():
    body = [
        line.replace("现一次性告知", "请配合，现一次性告知") for line in draft(CLARIFICATION, FACTS)
    ]
    assert "请配合" in "".join(filled(CLARIFICATION, body, FACTS))


def test_what_is_in_the_way_is_told_by_field():
    body = ["{{ 补正工作日数 }}{{ 答复期限 }}{{ 心情 }}"]
    found = blanks(CLARIFICATION, body, FACTS)
    assert found.unknown == ("心情",)
    assert found.missing == ("答复期限",)
    assert "补正方式" in found.dropped
    with pytest.raises(
        CannotFill, match="没有这样的字段：心情；还没有填写：答复期限；文书应当有，不能删去：称谓"
    ):
        filled(CLARIFICATION, body, FACTS)


@pytest.mark.parametrize("blank", ["", " \t", (), ("", " ")])
def test_a_blank_fact_is_none(blank):
    key = "items_to_correct" if isinstance(blank, tuple) else "description"
    assert blanks(CLARIFICATION, draft(CLARIFICATION, FACTS), FACTS | {key: blank}).missing


def test_several_lines_are_numbered_and_one_is_not():
    assert numbered(("甲", "乙。")) == ("（一）甲；", "（二）乙。")
    assert numbered(("甲；",)) == ("甲。",)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("received_on", "2026-10-12"),
        ("correction_days", "15"),
        ("items_to_correct", "年度"),
        ("you", 1),
        ("fee_sum", "100"),
    ],
)
def test_a_fact_of_the_wrong_kind_is_refused_by_name(key, value):
    with pytest.raises(WrongFact, match=field(key).label):
        lines_of(field(key), value)


@given(st.text(st.characters(blacklist_categories=["Cs"]), max_size=40))
def test_a_fact_that_looks_like_a_field_stays_words(words):
    value = "{{ 答复期限 }}" + words
    said = filled(CLARIFICATION, draft(CLARIFICATION, FACTS), FACTS | {"correction_way": value})
    assert any("{{ 答复期限 }}" in line for line in said)


def test_every_sample_fits_its_field():
    assert all(lines_of(row, row.sample) for row in FIELDS)

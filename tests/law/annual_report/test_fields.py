"""Fields in sentences: every cell has one short name, names lead back to cells, and texts from outside stay as they were."""

import re
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.annual_report.fields import (
    BY_NAME,
    FIELDS,
    NAME_OF,
    Numbers,
    Unfilled,
    as_plain,
    filled,
    parts,
    unfilled,
)
from gongkai.law.annual_report.form import cells

CELLS = cells("2021", undivided=False)
FIGURES = {cell.key: number for number, cell in enumerate(CELLS)}
COUNTS = {"主动公开信息": 330, "投诉举报": None, "平均工作日": Decimal("7.50")}


def test_every_cell_of_the_form_has_a_name_of_its_own():
    assert set(NAME_OF) == {cell.key for cell in CELLS}
    assert len(BY_NAME) == len(FIELDS)
    assert len(set(NAME_OF.values())) == len(CELLS)


@pytest.mark.parametrize("field", FIELDS, ids=lambda field: field.name)
def test_a_name_is_short_and_can_be_written_in_braces(field):
    assert re.fullmatch(r"[\u4e00-\u9fff·]{2,24}", field.name)


@given(st.sampled_from(CELLS))
def test_the_name_of_a_cell_leads_to_its_figure(cell):
    assert filled(f"{{{NAME_OF[cell.key]}}}", FIGURES, {}) == str(FIGURES[cell.key])


@given(
    st.lists(st.sampled_from(FIELDS), max_size=5), st.text(alphabet="，。件年共收到", max_size=5)
)
def test_a_sentence_of_many_fields_gives_their_figures_in_order(fields, between):
    text = between.join(f"{{{field.name}}}" for field in fields)
    numbers = Numbers(FIGURES, {})
    assert filled(text, FIGURES, {}) == between.join(
        str(numbers.figure(each.name)) for each in fields
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("收到申请{新收}件", "收到申请3件"),
        ("自然人{新收·自然人}件", "自然人2件"),
        ("组织{新收·法人或其他组织}件", "组织1件"),
        ("公开信息{主动公开信息}条，平均{平均工作日}天", "公开信息330条，平均7.5天"),
        ("投诉{投诉举报}件", "投诉{投诉举报}件"),
        ("{没有这个字段}{}{{ 7|add:7 }}", "{没有这个字段}{}{{ 7|add:7 }}"),
        ("{{新收}}写作字段，{{{新收}}}也是", "{新收}写作字段，{{新收}}也是"),
        ("{{新收}件", "{3件"),
    ],
)
def test_a_text_reads_with_its_figures(text, read):
    figures = {
        f"requests.received.{key}": 0
        for key in ("research_institution", "public_welfare", "legal_service", "other_organization")
    }
    figures |= {
        "requests.received.total": 3,
        "requests.received.natural_person": 2,
        "requests.received.enterprise": 1,
    }
    assert filled(text, figures, COUNTS) == read


@given(st.text(alphabet="{}新收主动公开信息件a\n", max_size=30))
def test_a_text_from_outside_survives_untouched(text):
    assert filled(as_plain(text, COUNTS), FIGURES, COUNTS) == text


@given(st.text(alphabet="{}新收主动公开信息件a\n", max_size=30))
def test_a_text_without_fields_is_read_as_it_is_written(text):
    if not any(f"{{{name}}}" in text for name in ("新收", "主动公开信息", "主动公开")):
        assert filled(text, FIGURES, COUNTS) == text


def test_parts_say_which_field_a_figure_comes_from():
    found = [part for part in parts("收到{新收}件", Numbers(FIGURES, COUNTS)) if part.text]
    assert [(part.text, part.name) for part in found] == [
        ("收到", ""),
        (str(FIGURES["requests.received.total"]), "新收"),
        ("件", ""),
    ]


def test_a_field_without_a_figure_is_told_from_words_that_are_none():
    text = "{新收}{投诉举报}{什么}{什么}{{新收}}"
    found = unfilled(text, Numbers({"requests.received.total": None}, COUNTS))
    assert found == (
        Unfilled("新收", known=True),
        Unfilled("投诉举报", known=True),
        Unfilled("什么", known=False),
    )


def test_other_handling_is_one_row_or_three():
    three = {
        f"requests.other_{key}.total": 1
        for key in ("clarification_lapsed", "fee_lapsed", "miscellaneous")
    }
    assert filled("{其他处理}", three, {}) == "3"
    assert filled("{其他处理}", {"requests.other_undivided.total": 2}, {}) == "2"
    assert filled("{其他处理}", {}, {}) == "{其他处理}"


def test_an_empty_cell_gives_no_figure():
    assert (
        filled(
            "{行政诉讼}",
            {
                "remedies.litigation_direct.total": 1,
                "remedies.litigation_after_reconsideration.total": None,
            },
            {},
        )
        == "{行政诉讼}"
    )

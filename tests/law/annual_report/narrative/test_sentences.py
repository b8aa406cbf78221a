"""Text is cut into sentences, spelling is evened out, and each sentence knows what its section is about."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.annual_report.narrative.sentences import plain_text, sentences


def of(text, chapter="overview"):
    return list(sentences({chapter: text}))


@pytest.mark.parametrize(
    ("text", "even"),
    [
        ("收到 2６ 件;结转1,234件", "收到26件；结转1,234件"),
        ("共5件,办结5件(含1件)", "共5件，办结5件（含1件）"),
        ("根据《条例》第5条：09:30", "根据《》第5条：09:30"),
        ("其中:3件", "其中：3件"),
    ],
)
def test_spelling_is_evened_out(text, even):
    assert plain_text(text) == even


def test_a_line_without_a_stop_goes_on_in_the_next():
    [sentence] = of("本年度严格办理，\n\n受理依申请公开件数为 0。")
    assert sentence.quote == "本年度严格办理，受理依申请公开件数为0。"


def test_a_heading_stands_alone_and_gives_the_topic():
    found = of(
        "（一）主动公开\n全年发布30条\n（二）依申请公开情况\n收到5件。均已答复。\n（三）政府信息管理。加强管理。"
    )
    assert [(s.topic, s.quote) for s in found] == [
        ("proactive", "（一）主动公开"), ("proactive", "全年发布30条"),
        ("requests", "（二）依申请公开情况"), ("requests", "收到5件。"), ("requests", "均已答复。"),
        ("", "（三）政府信息管理。"), ("", "加强管理。"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("chapter", "topic"), [("requests", "requests"), ("remedies", "remedies"), ("other", "")]
)
def test_text_beside_a_table_is_about_the_table(chapter, topic):
    assert of("本年没有发生。", chapter)[0].topic == topic


def test_a_minor_heading_that_says_nothing_keeps_the_topic():
    found = of("（二）依申请公开。一是加强领导。收到5件。")
    assert {s.topic for s in found} == {"requests"}


def test_a_sentence_knows_the_two_before_it():
    assert of("甲。乙。丙。丁。")[3].before == "乙。丙。"


@given(st.text(alphabet="（）一二是、。，；\n 件收到0123年申请公开", max_size=200))
def test_no_word_is_lost_in_cutting(text):
    joined = "".join(s.quote for s in of(text))
    assert "".join(joined.split()) == "".join(text.split())

"""Years that look like slips of the pen."""

import pytest

from tests.law.annual_report.reports import found, zeros


def notes(text, chapter="problems"):
    return found(zeros(chapters={**zeros().chapters, chapter: text}), "structure")


@pytest.mark.parametrize(
    "text",
    [
        "（二）整改措施。为进一步规范公开工作，2024年我局加大培训力度。",
        "下一步，2024年将继续拓宽渠道。",
        "2024年，我镇将加强培训。",
        "改进措施：2024年着力完善制度。",
    ],
)
def test_a_plan_dated_in_the_year_reported_on_is_noted(text):
    [finding] = notes(text)
    assert (finding.severity, finding.left, finding.right) == ("note", 2024, 2025)
    assert finding.evidence in text


@pytest.mark.parametrize(
    "text",
    [
        "2025年，我镇将加强培训。",
        "2024年，我镇政务公开虽取得成绩，但仍存在不足。",
        "2024年加大了培训力度。",
        "（二）整改措施。针对2024年考核发现的问题，将逐项整改。",
        "（二）整改措施。在2024年基础上，2025年将继续加大力度。",
    ],
)
def test_looking_back_on_the_year_is_left_alone(text):
    assert notes(text) == []


def test_chapter_one_may_speak_of_its_year_as_it_likes():
    assert [
        f for f in notes("2024年，我镇将公开作为重点。", "overview") if "打算" in f.message
    ] == []

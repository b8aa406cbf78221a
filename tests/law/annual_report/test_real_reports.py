"""The figures of three real reports, verified by hand, hold every balance. The reports lie beside the project, not in it."""

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest

from gongkai.law.annual_report import check
from gongkai.paperwork.contract_json import CONTRACT, from_contract

SHARED = Path(os.environ.get("GONGKAI_SHARED", Path(__file__).parents[3].parent / "shared"))
SLUGS = ("hongze-2024", "pingchangguan-2024", "shuyang-fgj-2023")

pytestmark = [
    pytest.mark.needs_reports,
    pytest.mark.skipif(
        not (SHARED / "reports").is_dir(), reason=f"真实年报目录不在：{SHARED / 'reports'}"
    ),
]


def report_of(slug, chapters=()):
    truth = json.loads((SHARED / "reports" / f"{slug}.truth.json").read_text(encoding="utf-8"))
    return replace(from_contract(truth | {"contract": CONTRACT}), chapters=dict(chapters))


@pytest.mark.parametrize("slug", SLUGS)
def test_a_real_report_has_no_errors(slug):
    assert [
        finding.message for finding in check(report_of(slug)) if finding.severity == "error"
    ] == []


@pytest.mark.parametrize("slug", SLUGS)
def test_one_altered_figure_of_a_real_report_is_an_error(slug):
    report = report_of(slug)
    key = "requests.received.total"
    wrong = replace(report, figures={**report.figures, key: report.figures[key] + 1})
    assert {f.rule for f in check(wrong) if f.severity == "error"} == {"row_sum", "flow"}


def test_empty_columns_of_a_word_pasted_table_are_one_note():
    [finding] = [f for f in check(report_of("shuyang-fgj-2023")) if f.rule == "blank"]
    assert (finding.where, finding.left) == ("requests", 125)


def test_an_office_speaking_for_the_district_is_a_note():
    text = "二〇二四年区政府办代表区政府办理，共受理政府信息公开申请17件。"
    report = replace(
        report_of("hongze-2024", {"overview": text}), organ="洪泽区人民政府", year=2024
    )
    [finding] = [f for f in check(report) if f.rule == "narrative"]
    assert (finding.severity, finding.left, finding.right) == ("note", 17, 95)


def test_the_township_that_received_nothing_says_so():
    report = report_of(
        "pingchangguan-2024", {"overview": "（二）依申请公开\n本年度受理依申请公开件数为 0。"}
    )
    assert [f for f in check(report) if f.rule == "narrative"] == []

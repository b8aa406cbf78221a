"""The annual reports of the demo: invented figures that balance, each year carrying in what the year before carried out.

The township's 2024 is a year without a request, as many townships have; the other years have some, so that there is something to see.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal

from gongkai.annual_reports.editing.totals import with_totals
from gongkai.config.demo.cast import MARK
from gongkai.law.annual_report import AnnualReport, Figure
from gongkai.law.annual_report.report import empty_report

Row = Mapping[str, int]
"""Figures of one row of 表三 by kind of applicant."""

NATURAL = "natural_person"
FIRM = "enterprise"
_MONEY = "proactive.administrative_fees_wan_yuan"


@dataclass(frozen=True, slots=True)
class Year:
    """One organ's year. ``requests`` holds the rows that are not zero, ``cells`` other cells that are not."""

    year: int
    disclosed: int
    improved: str
    problem: str
    requests: Mapping[str, Row] = field(default_factory=dict)
    cells: Mapping[str, int] = field(default_factory=dict)
    fees: str = "0"


TOWN_YEARS = (
    Year(
        2021, 214, "印发了公开审查制度，在便民服务大厅设立了信息查阅点", "村级事务公开的内容不够细",
        {"received": {NATURAL: 4, FIRM: 1}, "granted": {NATURAL: 2, FIRM: 1}, "unavailable_not_held": {NATURAL: 1},
         "carried_out": {NATURAL: 1}},
        {"proactive.permits": 3, "proactive.penalties": 1},
    ),
    Year(
        2022, 268, "把惠民惠农补贴按村、按月公开", "政策解读的形式比较单一",
        {"received": {NATURAL: 6}, "carried_in": {NATURAL: 1}, "granted": {NATURAL: 4}, "partly_granted": {NATURAL: 1},
         "unavailable_not_held": {NATURAL: 2}},
        {"proactive.permits": 5, "proactive.penalties": 2, "proactive.normative_documents.issued": 1,
         "proactive.normative_documents.in_force": 1},
    ),
    Year(
        2023, 301, "对照基层政务公开标准目录逐项补齐了内容", "少数信息公开得不够及时",
        {"received": {NATURAL: 3}, "granted": {NATURAL: 2}, "unavailable_must_be_created": {NATURAL: 1}},
        {"proactive.permits": 4, "proactive.normative_documents.in_force": 1},
    ),
    Year(
        2024, 330, "明确了各站所报送信息的期限和责任人", "专业人员不足，业务培训还不够",
        cells={"proactive.normative_documents.in_force": 1},
    ),
    Year(
        2025, 342, "开设了便民信息的语音播报", "老年人查阅信息还不方便",
        {"received": {NATURAL: 4, FIRM: 1}, "granted": {NATURAL: 3, FIRM: 1}, "unavailable_not_held": {NATURAL: 1}},
        {"proactive.permits": 6, "proactive.normative_documents.in_force": 1},
    ),
)  # fmt: skip
"""The last one stays a draft."""

COUNTY_YEARS = (
    Year(
        2023, 4210, "统一了各乡镇公开专栏的栏目", "部分单位答复不够规范",
        {"received": {NATURAL: 61, FIRM: 9}, "granted": {NATURAL: 28, FIRM: 5}, "partly_granted": {NATURAL: 8},
         "refused_third_party_rights": {NATURAL: 2}, "unavailable_not_held": {NATURAL: 14, FIRM: 3},
         "unprocessed_repeated": {NATURAL: 4}, "carried_out": {NATURAL: 5, FIRM: 1}},
        {"proactive.permits": 1260, "proactive.penalties": 318, "proactive.normative_documents.issued": 6,
         "proactive.normative_documents.in_force": 41, "remedies.reconsideration.upheld": 3, "remedies.reconsideration.corrected": 1},
        "128.6",
    ),
    Year(
        2024, 4570, "建立了乡镇信息公开的月度抽查", "政策解读的数量偏少",
        {"received": {NATURAL: 72, FIRM: 8}, "carried_in": {NATURAL: 5, FIRM: 1}, "granted": {NATURAL: 36, FIRM: 6},
         "partly_granted": {NATURAL: 11, FIRM: 1}, "refused_third_party_rights": {NATURAL: 1},
         "unavailable_not_held": {NATURAL: 20, FIRM: 2}, "unavailable_must_be_created": {NATURAL: 3},
         "unprocessed_repeated": {NATURAL: 2}, "carried_out": {NATURAL: 4}},
        {"proactive.permits": 1314, "proactive.penalties": 297, "proactive.normative_documents.issued": 4,
         "proactive.normative_documents.repealed": 2, "proactive.normative_documents.in_force": 43,
         "remedies.reconsideration.upheld": 4, "remedies.litigation_direct.upheld": 1},
        "131.2",
    ),
)  # fmt: skip


def report_of(organ: str, short_name: str, of: Year) -> AnnualReport:
    """The report of a year, every cell filled in, totals added up."""
    blank = empty_report("2021", reason="blank")
    figures: dict[str, Figure] = {cell.key: 0 for cell in blank.cells()}
    figures |= {_MONEY: Decimal(of.fees), **of.cells}
    for row, parts in of.requests.items():
        figures |= {f"requests.{row}.{kind}": count for kind, count in parts.items()}
    said = replace(
        blank,
        figures=figures,
        notes=(),
        organ=organ,
        year=of.year,
        title=f"{short_name}{of.year}年政府信息公开工作年度报告（{MARK}）",
        chapters=_chapters(short_name, of),
    )
    totalled: AnnualReport = with_totals(said)
    return totalled


def broken(report: AnnualReport) -> AnnualReport:
    """The same with one total of 表三 added up wrongly, for people to find."""
    key = "requests.received.total"
    wrong = (report.figures[key] or 0) + 1
    return replace(report, figures={**report.figures, key: wrong})


def _chapters(short_name: str, of: Year) -> dict[str, str]:
    """The texts, in words of their own."""
    return {
        "overview": (
            f"本报告是{MARK}，机关、数字和文字均为虚构，用于试用系统。\n"
            f"{of.year}年，{short_name}依照《中华人民共和国政府信息公开条例》开展政府信息公开工作，"
            f"主动公开各类信息{of.disclosed}条。这一年{of.improved}。\n"
            "依申请公开方面，申请渠道畅通，登记、审核、办理、答复、归档各环节有人负责。\n"
            "政府信息管理方面，公开前逐条审查，对不予公开的信息定期评估。\n"
            "政府信息公开平台建设方面，专栏设全国统一的四个栏目，可以检索、查阅、下载。\n"
            "监督保障方面，公开工作纳入年度工作考核，考核结果为合格；通过问卷开展社会评议，"
            "评议结果为满意；没有发生需要责任追究的情形，责任追究结果为零。"
        ),
        "problems": f"存在的主要问题：{of.problem}。下一步，将加强培训，明确责任，逐项改进。",
        "other": "本年度没有收取信息处理费，没有其他需要报告的事项。",
    }

"""Plants errors into one report of twenty, one each, going round all kinds from seed to seed."""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import cycle, islice

from bench.county_reports import errors as e
from bench.county_reports import errors_in_text as t
from bench.county_reports.county import County, county
from bench.county_reports.errors import Kind

# ``printed=False``: a printed report has no such error any more, since the printer writes the form as it should be, or since the
# year of a file is the one its title names.
KINDS: tuple[Kind, ...] = (
    Kind("一格填错", "row_sum", e.one_cell),
    Kind("合计填在另一行", "row_sum", e.wrong_row),
    Kind("填在另一类申请人", "outcomes_sum", e.wrong_column),
    Kind("总计加错", "outcomes_sum", e.wrong_sum),
    Kind("新收与办理不平", "flow", e.wrong_flow),
    Kind("复议诉讼加错", "remedy_sum", e.wrong_remedy),
    Kind("表三负数（各项勾稽都平）", "negative", e.negative_request),
    Kind("表四负数（合计仍平）", "negative", e.negative_remedy),
    Kind("表二负数", "negative", e.negative_decisions),
    Kind("表三小数（各项勾稽都平）", "not_integer", e.fraction_of_request),
    Kind("表二小数", "not_integer", e.fraction_of_decisions),
    Kind("上年结转与上年年报不符", "carry_over", e.wrong_carry, across=True),
    Kind("现行有效与上年年报不符", "in_force", e.wrong_stock, across=True),
    Kind("正文数字与表不符", "narrative", t.wrong_number),
    Kind("正文金额与表二不符", "narrative", t.wrong_money),
    Kind("正文说没有申请", "narrative", t.denied("received", "carried_in")),
    Kind("正文说没有复议诉讼", "narrative", t.denied("reconsideration", "litigation")),
    Kind(
        "正文年份写成上年",
        "narrative",
        t.added_sentence("overview", "{before}年共收到政府信息公开申请{received}件。"),
    ),
    Kind(
        "正文分项多于总数",
        "narrative",
        t.added_sentence("overview", "全年更新栏目20个，其中政策栏目15个、公示栏目9个。"),
    ),
    Kind("信息处理费多于表二收费", "narrative", t.too_much_charged),
    Kind("不能制定规章而填了规章", "plausibility", e.rules_without_power),
    Kind("件数多写一个零", "plausibility", e.a_zero_too_many, across=True),
    Kind("收费按元填", "plausibility", e.fees_in_yuan, across=True),
    Kind("有强制没有处罚", "plausibility", e.no_penalties),
    Kind("逾期不缴费而没有发过通知", "plausibility", t.lapsed_without_notice),
    Kind("零格空白", "blank", e.blank_zeros),
    Kind("有数的格空白", "blank", e.blank_figure),
    Kind("以横线代零", "cell", e.dashes, printed=False),
    Kind("单元格读不出", "structure", e.unreadable, printed=False),
    Kind("表三缺一行", "structure", e.missing_row, printed=False),
    Kind("表三缺一列", "structure", e.missing_column, printed=False),
    Kind("缺表二", "structure", e.missing_table(2), printed=False),
    Kind("缺表三", "structure", e.missing_table(3), printed=False),
    Kind("缺表四", "structure", e.missing_table(4), printed=False),
    Kind("缺第一章", "structure", t.missing_chapter("overview"), printed=False),
    Kind("缺第三章标题", "structure", t.missing_chapter("requests"), printed=False),
    Kind("缺第五章", "structure", t.missing_chapter("problems"), printed=False),
    Kind("缺第六章", "structure", t.missing_chapter("other"), printed=False),
    Kind("第五章没有内容", "structure", t.empty_chapter),
    Kind("章节次序颠倒", "structure", t.out_of_order, printed=False),
    Kind("章节标题重复", "structure", t.heading_twice, printed=False),
    Kind(
        "统计期限写成上年",
        "structure",
        t.added_sentence("overview", "统计期限为{before}年1月1日至12月31日。"),
    ),
    Kind(
        "打算写成报告年度",
        "structure",
        t.added_sentence("problems", "下一步，{y}年将继续加强业务培训。"),
    ),
    Kind("总体情况没有写到五个方面", "structure", t.silent),
    Kind("政府没有写考核评议追究", "structure", t.silent_government),
    Kind("没有落款日期", "structure", t.undated),
    Kind("落款早于年底", "structure", t.dated_early),
    Kind("标题年份是上年", "structure", t.title_of_last_year, printed=False),
    Kind("（六）没有分行", "structure", t.undivided),
)
BROKEN = 20
"""One report of so many is broken."""


@dataclass(frozen=True, slots=True)
class Planted:
    """An error that was planted: of which kind, into whose report of which year, and the places that are wrong since."""

    kind: Kind
    organ: int
    year: int
    places: frozenset[str]


def planted_county(seed: int, number: int = 100) -> tuple[County, tuple[Planted, ...]]:
    """A county, and what is wrong in it. Successive seeds go on through the kinds where the one before left off."""
    whole = county(seed, number)
    chance = random.Random(f"planting {seed}")
    reports = dict(whole.reports)
    broken = len(reports) // BROKEN
    places = iter(chance.sample(sorted(reports), len(reports)))
    found = []
    for kind in islice(cycle(KINDS), seed * broken, (seed + 1) * broken):
        (organ, year), (report, wrong) = _first(chance, whole, kind, places)
        reports[organ, year] = replace(reports[organ, year], report=report)
        found.append(Planted(kind, organ, year, frozenset(wrong)))
    return replace(whole, reports=reports), tuple(found)


def _first(
    chance: random.Random, whole: County, kind: Kind, places: Iterator[tuple[int, int]]
) -> tuple[tuple[int, int], e.Planting]:
    """The next report that has something to break so."""
    for organ, year in places:
        if kind.across and (organ, year - 1) not in whole.reports:
            continue
        planting = kind.plant(chance, whole.reports[organ, year])
        if planting is not None:
            return (organ, year), planting
    raise LookupError(f"no report of the county can be broken so: {kind.name}")

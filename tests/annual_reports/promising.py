"""Last year's report with its promises, and this year's draft beside it, for tests."""

from dataclasses import replace

from gongkai.annual_reports import actions
from gongkai.annual_reports.actions.promise import Wanted
from gongkai.annual_reports.models import Promise, Report
from tests.annual_reports.stories import NOW, drafted, flawless, published
from tests.law.annual_report.reports import with_figures

PROBLEMS = """（一）存在的主要问题
解读形式单一；个别申请逾期答复。
（二）改进情况
下一步，继续丰富解读形式，公开解读不少于 10 条。
将规范办理流程，不再发生逾期答复。"""
CHANGES = {f"requests.{row}.{column}": 5 for row in ("received", "granted", "concluded") for column in ("natural_person", "total")}  # fmt: skip


def last_year(cast) -> Report:
    """The report of 2023, public, which promises two things."""
    value = flawless(2023)
    return published(cast, replace(value, chapters={**value.chapters, "problems": PROBLEMS}), 2023)


def promise(cast, report: Report, text: str = "不再发生逾期答复", **wanted) -> Promise:
    """One promise marked in a report."""
    said = Wanted(text, **wanted)
    return actions.mark_promise(report=report, wanted=said, by=cast.clerk, now=NOW)


def this_year(cast) -> Report:
    """The draft of 2024, five requests where there were three, with counts."""
    report = drafted(cast, with_figures(flawless(), CHANGES))
    return actions.count_again(report=report, seen_version=report.version, by=cast.clerk, now=NOW)


def promised_and_drafted(cast) -> Report:
    """Both: last year's report with two promises, this year's draft that must answer them."""
    before = last_year(cast)
    promise(cast, before, measure="逾期答复", direction="less", target=0)
    promise(cast, before, "继续丰富解读形式，公开解读不少于 10 条")
    return this_year(cast)

"""This year's report beside last year's."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai.annual_reports.editing.comparison import TableYears, chapters_beside, tables_beside
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.queries import as_value, previous_value
from gongkai.annual_reports.views.editor import report_of
from gongkai.common.access import requires
from gongkai.common.charts import Bar, Group, grouped_bars
from gongkai.common.permissions import allowed
from gongkai.law.annual_report import AnnualReport, check

CHARTED = ("received", "granted", "partly_granted", "concluded", "carried_out")
LABELS = ("本年新收", "予以公开", "部分公开", "办理总计", "结转下年度")


@requires("annual_reports.view", on=report_of)
def compare(request: HttpRequest, report: Report) -> HttpResponse:
    """Each cell of both years, what is odd, and how alike the texts are."""
    this_year, last_year = as_value(report), previous_value(report)
    context = {
        "report": report,
        "last": report.year - 1,
        "last_year": last_year,
        "may_edit": allowed(request.user, "annual_reports.edit", report.agency),  # type: ignore[arg-type]
    }
    if last_year is not None:
        tables = tables_beside(
            this_year, last_year, check(this_year, last_year, organ_kind=report.agency.kind)
        )
        context |= {
            "tables": tables,
            "chapters": chapters_beside(this_year, last_year),
            "remarked": _remarked(tables),
            "chart": _chart(report, this_year, last_year),
        }
    return render(request, "annual_reports/compare.html", context)


def _remarked(tables: tuple[TableYears, ...]) -> int:
    return sum(bool(cell.remarks) for table in tables for cell in table.cells)


def _chart(report: Report, this_year: AnnualReport, last_year: AnnualReport) -> str:
    """Requests of both years, by what became of them."""
    years = ((report.year, this_year, ""), (report.year - 1, last_year, "chart__bar--2"))
    groups = [
        Group(
            label,
            [
                Bar(f"{year}年", value.figures.get(f"requests.{key}.total"), kind, " 件")
                for year, value, kind in years
            ],
        )
        for key, label in zip(CHARTED, LABELS, strict=True)
    ]
    title = f"依申请公开：{report.year}年与{report.year - 1}年"
    return grouped_bars("requests-two-years", title, groups)

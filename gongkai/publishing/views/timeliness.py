"""How soon information became public: the year of an organ by department, with what was late and why."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import SafeString

from gongkai.agencies.models import Agency
from gongkai.agencies.views.chosen import chosen_agency, chosen_year
from gongkai.common.access import requires
from gongkai.common.charts import Bar, bars
from gongkai.common.clock import law_day
from gongkai.common.permissions import agencies_for
from gongkai.publishing.timeliness import Timeliness, publications, timeliness, years_of


@requires("publishing.view")
def timely(request: HttpRequest) -> HttpResponse:
    """One organ's year; the person's own organ and this year unless another is asked for."""
    reach = Agency.objects.filter(pk__in=agencies_for(request.user, "publishing.view"))
    agency = chosen_agency(request, reach)
    year = chosen_year(request, law_day(request.now).year)
    rows = timeliness(agency, year)
    late = [each for each in publications(agency, year) if each.is_late]
    context = {
        "agency": agency,
        "agencies": reach.order_by("code"),
        "year": year,
        "years": sorted({year, law_day(request.now).year, *years_of(agency)}, reverse=True),
        "rows": rows,
        "late": late,
        "chart": _chart(rows),
    }
    return render(request, "publishing/timeliness.html", context)


def _chart(rows: list[Timeliness]) -> SafeString | None:
    """The share of late publications by department."""
    departments = [row for row in rows[:-1] if row.count > row.uncounted]
    if not departments:
        return None
    whole = rows[-1]
    title = f"全年公开 {whole.count} 条，逾期 {whole.late} 条"
    figures = [
        Bar(row.name, row.share_late, "chart__bar--late" if row.late else "", "%")
        for row in departments
    ]
    return bars("timeliness", title, figures)

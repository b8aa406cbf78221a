"""年报收集: which organs have handed in, which are missing, and what comes next; files are taken in and the missing reminded."""

from dataclasses import dataclass
from typing import Any

from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST

from gongkai.agencies.models import Agency
from gongkai.annual_reports.actions import collect
from gongkai.annual_reports.collecting.addresses import address_of
from gongkai.annual_reports.collecting.overview import LABELS, rows
from gongkai.annual_reports.collection_forms import FIRST_YEAR, TakeForm, YearForm
from gongkai.annual_reports.models import CollectedBatch
from gongkai.common.access import requires
from gongkai.common.act_pages import MISTAKES
from gongkai.common.clock import law_day
from gongkai.common.permissions import agencies_for
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent, sent_files
from gongkai.law.report_duties import COLLECTORS

ACT = "annual_reports.collect"
BATCHES = 10


@dataclass(frozen=True, slots=True)
class Chosen:
    """Which government's collection of which year the page is about, out of those that the person may see."""

    organs: QuerySet[Agency]
    years: list[int]
    collector: Agency | None
    year: int

    @property
    def address(self) -> str:
        """The page of this collection."""
        return address_of(self.collector, self.year)


def chosen(request: HttpRequest) -> Chosen:
    """As the address asks; what it asks wrongly is the first government, and last year."""
    mine = agencies_for(request.user, ACT)
    organs = Agency.objects.filter(pk__in=mine, kind__in=COLLECTORS)
    today = law_day(request.now)
    years = list(range(today.year, FIRST_YEAR - 1, -1))
    form = YearForm(organs, years, request.GET)
    form.is_valid()
    collector = form.cleaned_data.get("collector") or organs.first()
    return Chosen(organs, years, collector, form.cleaned_data.get("year") or today.year - 1)


@requires(ACT)
def collection(request: HttpRequest) -> HttpResponse:
    """The organs of a year, filtered by a plain form; on POST takes files in."""
    here = chosen(request)
    form = TakeForm(
        here.organs,
        here.years,
        sent(request),
        sent_files(request),
        initial={"year": here.year, "collector": here.collector},
    )
    if form.is_valid():
        try:
            batch = _taken(request, form)
        except Refusal as refusal:
            form.add_error("files", f"{refusal}。{refusal.next_step}".removesuffix("。"))
        else:
            return redirect("annual_reports:batch", pk=batch.pk)
    status = MISTAKES if form.errors else 200
    return render(
        request, "annual_reports/collection.html", _shown(request, here, form), status=status
    )


def _taken(request: HttpRequest, form: TakeForm) -> CollectedBatch:
    kept = form.cleaned_data
    return collect.take_files(
        collector=kept["collector"],
        year=kept["year"],
        uploads=kept["files"],
        by=request.user,
        now=request.now,
    )


def _shown(request: HttpRequest, here: Chosen, form: TakeForm) -> dict[str, Any]:
    found = rows(here.collector, here.year, law_day(request.now)) if here.collector else []
    asked = request.GET.get("state", "")
    counts = {key: sum(row.key == key for row in found) for key in LABELS}
    return {
        "here": here,
        "form": form,
        "rows": [row for row in found if asked not in LABELS or row.key == asked],
        "total": len(found),
        "asked": asked,
        "counts": [(key, label, counts[key]) for key, label in LABELS.items()],
        "lacking": counts["missing"] + counts["sent_back"],
        "sound": sum(row.is_sound for row in found),
        "batches": _batches(here),
    }


def _batches(here: Chosen) -> QuerySet[CollectedBatch]:
    """The newest batches with how many files of each are for a person to look at."""
    asks = Count("files", filter=Q(files__state__in=("no_organ", "other_year", "unreadable")))
    found = CollectedBatch.objects.filter(collector=here.collector, year=here.year)
    return found.annotate(asks=asks)[:BATCHES]


def _which(request: HttpRequest) -> YearForm:
    here = chosen(request)
    form = YearForm(here.organs, here.years, request.POST)
    if not form.is_valid():
        raise Refusal("没有写明是哪个机关、哪一年度的收集", next_step="请回到“年报收集”再办")
    return form


@requires(ACT)
@require_POST
def remind(request: HttpRequest) -> HttpResponse:
    """Remind all organs whose report is missing."""
    kept = _which(request).cleaned_data
    said = collect.remind(**kept, by=request.user, now=request.now)
    words = [f"已催报 {len(said.told)} 个机关"] if said.told else []
    words += [f"今天已经催过 {len(said.already)} 个"] if said.already else []
    words += [f"{_named(said.nobody)}在本系统没有经办人，请电话催报"] if said.nobody else []
    messages.success(request, "；".join(words))
    return redirect(address_of(kept["collector"], kept["year"]))


def _named(organs: list[Agency]) -> str:
    names = "、".join(organ.name for organ in organs[:5])
    return names if len(organs) <= 5 else f"{names}等 {len(organs)} 个机关"


@requires("annual_reports.accept")
@require_POST
def accept_sound(request: HttpRequest) -> HttpResponse:
    """Accept all reports of which the check says nothing."""
    kept = _which(request).cleaned_data
    done = collect.accept_sound(**kept, by=request.user, now=request.now)
    messages.success(request, f"已接收 {len(done)} 份没有差错和提醒的报告")
    return redirect(address_of(kept["collector"], kept["year"]))

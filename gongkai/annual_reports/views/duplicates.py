"""Chapters that are near copies, for who supervises the organs: in families, and two of them side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from gongkai.agencies.views.chosen import is_small
from gongkai.annual_reports.collecting.series import StandingReport, standing_reports
from gongkai.annual_reports.comparing.asking import ACT, FIRST_YEAR, newest_year, within_reach
from gongkai.annual_reports.comparing.families import Family, families, own_copies
from gongkai.annual_reports.comparing.near_copies import Text, beside, near_copies
from gongkai.annual_reports.editing.comparison import alike
from gongkai.annual_reports.values import CHAPTER_TITLES
from gongkai.common.access import requires
from gongkai.common.clock import law_day
from gongkai.law.annual_report.likeness import COMPARED, NEAR_COPY

Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """A text by its organ's name, what it is most like, how much, and where both stand side by side."""

    name: str
    like: str
    percent: int
    address: str


@requires(ACT)
def duplicates(request: HttpRequest) -> HttpResponse:
    """The near copies of a year among the organs that the person supervises, and with the year before."""
    organs, last_year = within_reach(request.user), law_day(request.now).year - 1
    asked = request.GET.get("year", "")
    known = is_small(asked) and FIRST_YEAR <= int(asked) <= last_year
    year = int(asked) if known else newest_year(organs, last_year)
    reports = standing_reports([organ.pk for organ in organs], [year - 1, year])
    pairs = near_copies(_texts(reports), year)
    names = {(one.agency.pk, one.year): one.agency.name for one in reports}
    context = {
        "year": year,
        "years": range(last_year, FIRST_YEAR - 1, -1),
        "count": sum(one.year == year for one in reports),
        "rule": NEAR_COPY,
        "families": [_family(family, names, year) for family in families(pairs)],
        "own": [
            (
                CHAPTER_TITLES[pair.one.chapter],
                _row(pair.one, pair.other, pair.percent, names, year),
            )
            for pair in own_copies(pairs)
        ],
    }
    return render(request, "annual_reports/duplicates.html", context)


def _texts(reports: Sequence[StandingReport]) -> Iterator[Text]:
    for one in reports:
        for chapter in COMPARED:
            yield Text.of(one.agency.pk, one.year, chapter, one.value.chapters.get(chapter, ""))


def _family(family: Family, names: Mapping[Key, str], year: int) -> dict[str, Any]:
    return {
        "chapter": CHAPTER_TITLES[family.chapter],
        "rows": [_row(m.text, m.nearest, m.percent, names, year) for m in family.members],
    }


def _row(text: Text, other: Text, percent: int, names: Mapping[Key, str], year: int) -> Row:
    said = {
        "chapter": text.chapter,
        "one": f"{text.organ}-{text.year}",
        "other": f"{other.organ}-{other.year}",
    }
    address = f"{reverse('annual_reports:duplicate')}?{urlencode(said)}"
    return Row(_name(text, names, year), _name(other, names, year), percent, address)


def _name(text: Text, names: Mapping[Key, str], year: int) -> str:
    name = names[text.organ, text.year]
    return name if text.year == year else f"{name}（{text.year}年）"


@requires(ACT)
def duplicate(request: HttpRequest) -> HttpResponse:
    """A chapter of two reports side by side, sentences that are alike marked with one number."""
    chapter = request.GET.get("chapter", "")
    if not chapter:
        return redirect("annual_reports:duplicates")
    if chapter not in COMPARED:
        raise Http404
    one, other = (_report(request, name) for name in ("one", "other"))
    texts = [report.value.chapters.get(chapter, "") for report in (one, other)]
    left, right = beside(*texts)
    context = {
        "chapter": CHAPTER_TITLES[chapter],
        "year": max(one.year, other.year),
        "percent": alike(*texts),
        "sides": [(one, left), (other, right)],
        "shared": sum(stretch.number is not None for stretch in left),
    }
    return render(request, "annual_reports/duplicate.html", context)


def _report(request: HttpRequest, name: str) -> StandingReport:
    """The report that the address names as 12-2024, if the person may compare it; 404 for all else."""
    organ, _, year = request.GET.get(name, "").partition("-")
    if not (is_small(organ) and is_small(year)):
        raise Http404
    if int(organ) not in {one.pk for one in within_reach(request.user)}:
        raise Http404
    found = standing_reports([int(organ)], [int(year)])
    if not found:
        raise Http404
    return found[0]

"""The standard catalogue of an organ on the desk, and the coverage map: what the law wants, what is there, what is missing."""

from dataclasses import dataclass
from functools import partial
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from gongkai.agencies.models import Agency
from gongkai.agencies.views.chosen import chosen_agency
from gongkai.common.access import requires
from gongkai.common.act_pages import ActPage, show_act
from gongkai.common.charts import Bar, Group, grouped_bars
from gongkai.common.clock import law_day
from gongkai.common.permissions import agencies_for, allowed
from gongkai.common.sent import sent
from gongkai.law.catalogue import Item as LawItem
from gongkai.law.catalogue import item as law_item
from gongkai.law.catalogue import items_of
from gongkai.publishing import actions
from gongkai.publishing.column_rhythm import rhythms
from gongkai.publishing.coverage import ART_19, LABELS, Coverage, coverage
from gongkai.publishing.forms import EntryForm
from gongkai.publishing.models import CatalogueEntry

HELP = (
    "一级事项是法律列明的，不能改；二级事项和各栏由本机关定。",
    "行政机关根据本机关的具体情况确定主动公开的具体内容；没有填的在网站上显示“未定”。",
    "例：一级事项“涉农补贴”，二级事项“惠农补贴发放结果”，要素“名称、标准、人数、总额”。",
)
ADD = ActPage("增加一行", button="增加", help=HELP)
CHANGE = ActPage("修改一行", help=HELP)
REMOVE = ActPage(
    "删去一行",
    button="删去",
    intro="网站的目录里随即没有这一行；写过什么留在办事留痕里。",
    danger=True,
    help=HELP,
)


def _reach(request: HttpRequest) -> Any:
    return Agency.objects.filter(pk__in=agencies_for(request.user, "publishing.view"))


@requires("publishing.view")
def coverage_map(request: HttpRequest) -> HttpResponse:
    """What the law wants from the organ, what is public, what is missing or old, and the next act."""
    reach = _reach(request)
    agency, today = chosen_agency(request, reach), law_day(request.now)
    found = coverage(agency, today)
    context = {
        "agency": agency,
        "agencies": reach.order_by("code"),
        "coverage": found,
        "art_19": ART_19,
        "chart": _chart(found),
        "columns": [(row, row.is_late(today)) for row in rhythms([agency.pk])],
        "may_write": allowed(request.user, "publishing.edit", agency),
    }
    return render(request, "publishing/coverage.html", context)


def _chart(found: Coverage) -> Any:
    """For each article how many of its items are there, old or missing."""
    missing = sum(part.number("missing") for part in found.parts)
    whole = sum(len(part.rows) for part in found.parts)
    groups = [
        Group(
            part.name,
            [
                Bar(words, part.number(key), "chart__bar--late" if key == "missing" else "", "项")
                for key, words in LABELS.items()
            ],
        )
        for part in found.parts
    ]
    title = f"应当公开的 {whole} 项里，{missing} 项还没有信息"
    return grouped_bars("coverage", title, groups) if groups else None


@requires("publishing.view")
def catalogue(request: HttpRequest) -> HttpResponse:
    """The organ's rows below each item of the law."""
    reach = _reach(request)
    agency = chosen_agency(request, reach)
    entries = CatalogueEntry.objects.filter(agency=agency)
    by_item: dict[str, list[CatalogueEntry]] = {}
    for entry in entries:
        by_item.setdefault(entry.item_key, []).append(entry)
    wanted = items_of(agency.kind, law_day(request.now))  # type: ignore[arg-type]  # the kinds are the model's choices
    context = {
        "agency": agency,
        "agencies": reach.order_by("code"),
        "rows": [(item, by_item.get(item.key, [])) for item in wanted],
        "may_write": allowed(request.user, "publishing.edit", agency),
    }
    return render(request, "publishing/catalogue.html", context)


@dataclass(frozen=True, slots=True)
class ItemOfOrgan:
    """An item of the law as an organ owes it."""

    agency: Agency
    item: LawItem


def item_of_organ(pk: int, key: str) -> ItemOfOrgan:
    """The organ with the item of the law at the address, or 404."""
    agency = get_object_or_404(Agency, pk=pk)
    try:
        return ItemOfOrgan(agency, law_item(key))
    except KeyError as unknown:
        raise Http404 from unknown


def entry_of(pk: int) -> CatalogueEntry:
    """The row of that number, or 404."""
    return get_object_or_404(CatalogueEntry.objects.select_related("agency"), pk=pk)


def _back(agency: Agency) -> str:
    return f"{reverse('publishing:catalogue')}?agency={agency.pk}"


@requires("publishing.edit", on=item_of_organ)
def add_entry(request: HttpRequest, owed: ItemOfOrgan) -> HttpResponse:
    """增加一行"""
    act = partial(actions.add_entry, agency=owed.agency, item_key=owed.item.key)
    form = EntryForm(sent(request))
    return show_act(request, ADD, form, act, back=_back(owed.agency), of=owed.item.label)


@requires("publishing.edit", on=entry_of)
def change_entry(request: HttpRequest, entry: CatalogueEntry) -> HttpResponse:
    """修改一行"""
    shown = {name: getattr(entry, name) for name in EntryForm.base_fields}
    act = partial(actions.change_entry, entry=entry)
    form = EntryForm(sent(request), initial=shown)
    return show_act(request, CHANGE, form, act, back=_back(entry.agency), of=entry.title)


@requires("publishing.edit", on=entry_of)
def remove_entry(request: HttpRequest, entry: CatalogueEntry) -> HttpResponse:
    """删去一行"""
    act = partial(actions.remove_entry, entry=entry)
    form = forms.Form(sent(request))
    return show_act(request, REMOVE, form, act, back=_back(entry.agency), of=entry.title)

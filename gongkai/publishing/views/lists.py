"""The list of items and the columns."""

from collections.abc import Iterable
from datetime import datetime
from itertools import groupby

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.common.access import requires
from gongkai.common.act_pages import ActPage, show_act
from gongkai.common.clock import law_day
from gongkai.common.permissions import agencies_for, allowed
from gongkai.law.columns import COLUMNS
from gongkai.law.publication_states import STATES
from gongkai.publishing import queries
from gongkai.publishing.actions import set_index_pattern, set_up_columns
from gongkai.publishing.actions.columns import HOLDERS
from gongkai.publishing.actions.index_numbers import written
from gongkai.publishing.column_tree import Branch, tree
from gongkai.publishing.forms import IndexPatternForm
from gongkai.publishing.models import Column, Item, OldAddress, PublishingRules
from gongkai.publishing.models.rules import INDEX_PATTERN
from gongkai.publishing.reviewing import may_take
from gongkai.publishing.timer import clock_of, rules_of

PAGE_SIZE = 20


@requires("publishing.view")
def items(request: HttpRequest) -> HttpResponse:
    """All items that the person may see, newest first, filtered."""
    mine = agencies_for(request.user, "publishing.view")
    asked = {name: request.GET.get(name, "")[:60] for name in ("state", "column", "q", "origin")}
    found = queries.filtered(
        queries.items(mine),
        state=asked["state"],
        column=asked["column"],
        words=asked["q"],
        origin=asked["origin"],
    )
    page = Paginator(found, PAGE_SIZE).get_page(request.GET.get("page"))
    rules = rules_of({item.agency_id for item in page.object_list})
    for item in page.object_list:
        item.clock = clock_of(item, law_day(request.now), rules)
    context = {
        "page": page,
        "asked": asked,
        "is_filtered": any(asked.values()),
        "states": STATES,
        "columns": dict(queries.columns_of(mine).values_list("key", "title").order_by("order")),
        "has_old_site": asked["origin"] or OldAddress.objects.filter(agency__in=mine).exists(),
        "many": _many(request.user, page.object_list, request.now),
        "may_write": bool(agencies_for(request.user, "publishing.edit")),
        "drafting": list(queries.drafting_agencies(request.user)),
        "many_agencies": len(mine) > 1,
    }
    return render(request, "publishing/items.html", context)


def _many(person: User, items: Iterable[Item], now: datetime) -> dict[str, bool]:
    """Which acts the list offers on many of these items at once, because some wait for this person."""
    found = {"review": False, "publish": False}
    for item in items:
        item.review_waits = item.state == "in_review" and may_take(person, item, item.step, now)
        item.publish_waits = item.state == "to_sign" and allowed(person, "publishing.publish", item.agency)  # fmt: skip
        if queries.has_hand_in(item, person):
            item.review_waits = item.publish_waits = False
        item.many_waits = item.review_waits or item.publish_waits
        found["review"] |= item.review_waits
        found["publish"] |= item.publish_waits
    return found


@requires("publishing.view")
def columns(request: HttpRequest) -> HttpResponse:
    """The columns of the organs that the person may see, and what belongs in each."""
    mine = agencies_for(request.user, "publishing.view")
    context = {
        "trees": _trees(queries.columns_of(mine).select_related("department")),
        "holders": HOLDERS,
        "rows": {row.key: row for row in COLUMNS},
        "may_set_up": Agency.objects.filter(pk__in=agencies_for(request.user, "publishing.set_up")),
        "may_hand_over": Agency.objects.filter(
            pk__in=agencies_for(request.user, "publishing.hand_over")
        ),
        "without": queries.agencies_without_columns(request.user),
    }
    return render(request, "publishing/columns.html", context)


def _trees(columns: Iterable[Column]) -> list[tuple[Agency, list[Branch]]]:
    """Each organ with its columns in the order of the tree."""
    groups = groupby(columns, key=lambda column: column.agency)
    return [(agency, tree(rows)) for agency, rows in groups]


def agency_of(pk: int) -> Agency:
    """The organ of that number, or 404."""
    return get_object_or_404(Agency, pk=pk)


@requires("publishing.set_up", on=agency_of)
@require_POST
def set_up(request: HttpRequest, agency: Agency) -> HttpResponse:
    """Make the national columns of an organ."""
    set_up_columns(agency=agency, by=request.user, now=request.now)
    messages.success(request, f"已建立{agency.name}的全国统一栏目")
    return redirect("publishing:columns")


@requires("publishing.set_up", on=agency_of)
def index_pattern(request: HttpRequest, agency: Agency) -> HttpResponse:
    """How the organ's index numbers are written."""
    rules = PublishingRules.objects.filter(agency=agency).first()
    shown = {
        "pattern": rules.index_pattern if rules else INDEX_PATTERN,
        "seen_version": rules.version if rules else 0,
    }
    example = written(INDEX_PATTERN, agency, law_day(request.now), 12)
    return show_act(
        request,
        ActPage("索引号", intro=f"例：{INDEX_PATTERN} 编出来是 {example}。"),
        lambda data: IndexPatternForm(data, initial=shown),
        lambda **said: set_index_pattern(agency=agency, **said),
        back=reverse("publishing:columns"),
        of=agency,
        template="publishing/index_pattern.html",
    )

"""The page of one item: its text, where it stands, what may be done next, and its versions."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from gongkai.audit.queries import history
from gongkai.common.access import requires
from gongkai.common.clock import law_day
from gongkai.common.permissions import allowed
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.law.publication_states import STATES
from gongkai.publishing import queries
from gongkai.publishing.aftercare import interpretation_due, recheck_day
from gongkai.publishing.dates_handed_in import moved_dates
from gongkai.publishing.followers import beside
from gongkai.publishing.models import Item, ItemVersion, Review, UrgentRelease
from gongkai.publishing.presentations import data_of, presentation
from gongkai.publishing.releasing import is_overdue, may_review_later
from gongkai.publishing.reviewing import may_take, open_review
from gongkai.publishing.timer import clock_of, rules_of
from gongkai.publishing.views.shown_checks import checks_of

WAY = ("draft", "in_review", "to_sign", "published")


def item_of(pk: int) -> Item:
    """The item of that number, or 404."""
    rows = Item.objects.select_related("agency", "column", "draft", "published")
    return get_object_or_404(rows, pk=pk)


@requires("publishing.view", on=item_of)
def record(request: HttpRequest, item: Item) -> HttpResponse:
    """The item as it stands. A new version in work is shown with what it changes."""
    versions = list(item.versions.defer("body", "payload"))
    shown = item.draft or item.published or item.versions.first()
    may_write = allowed(request.user, "publishing.edit", item.agency)
    context = {
        "item": item,
        "shown": shown,
        "changes": queries.changes(item.published, shown) if item.is_revision else [],
        "moves": queries.moves_for(item, request.user, request.now),
        "needs_another": item.state in {"in_review", "to_sign"}
        and queries.has_hand_in(item, request.user),
        "may_edit": item.state == "draft" and may_write,
        "may_link": may_write,
        "may_tie": allowed(request.user, "publishing.tie", item.agency),
        "may_set_validity": item.published_id
        and not item.is_elsewhere
        and allowed(request.user, "publishing.set_validity", item.agency),
        "remarks": queries.remarks_of(item),
        "reviews": list(shown.reviews.all()),
        "overdue": is_overdue(item, request.now),
        "urgent": (urgent := UrgentRelease.objects.filter(version=shown).first()),
        "urgent_to_review": urgent and may_review_later(request.user, item, urgent),
        "overrides": list(shown.overrides.all()),
        "checks": checks_of(request, item),
        "open_step": _own_step(request, item),
        "facts": queries.facts_in_words(shown),
        **form_of(shown),
        "files": list(shown.attachments.select_related("file")),
        "ties": queries.ties_of(item),
        "versions": versions,
        "clock": clock_of(item, law_day(request.now), rules_of([item.agency_id])),
        **_aftercare(item),
        "moved": moved_dates(versions),
        "late_texts": [each for each in versions if each.late_reason],
        "way": [row for row in STATES if row.key in WAY],
        "beside": beside(item),
        "history": history(item),
    }
    return render(request, "publishing/item.html", context)


def form_of(shown: ItemVersion) -> dict[str, Any]:
    """The form of a version and what its template draws."""
    row = presentation(shown.presentation)
    captions = reverse("publishing:captions", args=(shown.item_id,))
    return {"shown_form": row, "form_data": row.shown(data_of(shown)), "captions_address": captions}


def _aftercare(item: Item) -> dict[str, Any]:
    """The next look and the day for an interpretation, where the text is public."""
    if item.published is None or item.is_elsewhere:
        return {}
    own = rules_of([item.agency_id]).get(item.agency_id)
    return {"recheck": recheck_day(item, own), "interpretation": interpretation_due(item, own)}


def _own_step(request: HttpRequest, item: Item) -> Review | None:
    """The open step, for whoever may take it."""
    row = open_review(item)
    mine = row and may_take(request.user, item, row.step, request.now)
    return row if mine and not queries.has_hand_in(item, request.user) else None


def require_draft(request: HttpRequest, item: Item) -> None:
    """Refusal of what was sent for a text that is no draft any more."""
    if request.method == "POST" and (item.draft is None or item.state != "draft"):
        raise Refusal(
            f"“{item.state_label}”的信息不能修改",
            cite=Cite("条例", 17, 1),
            next_step="先收回修改，或者请审核人退回；已经公开的，点“修订”",
        )


def version_of(item: Item, number: int) -> ItemVersion:
    """The item's version of that number, or 404."""
    found = item.versions.filter(number=number).first()
    if found is None:
        raise Http404
    return found


def item_of_version(pk: int, number: int) -> ItemVersion:
    """The version at the address, with its item; or 404."""
    return version_of(item_of(pk), number)


@requires("publishing.view", on=item_of_version)
def version(request: HttpRequest, found: ItemVersion) -> HttpResponse:
    """One version, with what changed since the version before it, or since another that was asked for."""
    item = found.item
    others = item.versions.exclude(pk=found.pk)
    asked = request.GET.get("with", "")
    wanted = (
        others.filter(number=int(asked)).first() if asked.isdecimal() and len(asked) < 6 else None
    )
    base = wanted or others.filter(number__lt=found.number).first()
    may_restore = allowed(request.user, "publishing.edit", item.agency)
    context = {
        "item": item,
        "version": found,
        "base": base,
        "others": others.defer("body", "payload"),
        "changes": queries.changes(base, found),
        **form_of(found),
        "may_restore": may_restore
        and not item.is_elsewhere
        and item.state in {"draft", "published", "withdrawn"},
    }
    return render(request, "publishing/version.html", context)


@requires("publishing.view", on=item_of)
def preview(request: HttpRequest, item: Item) -> HttpResponse:
    """The text as readers will see it."""
    shown = item.draft or item.published or item.versions.first()
    context = {
        "item": item,
        "shown": shown,
        **form_of(shown),
        "facts": queries.facts_in_words(shown),
        "files": shown.attachments.filter(use="attachment").select_related("file"),
    }
    return render(request, "publishing/preview.html", context)

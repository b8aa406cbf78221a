"""The page of one item: its text, where it stands, what may be done next, and its versions."""

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render

from gongkai.audit.queries import history
from gongkai.common.access import requires
from gongkai.common.permissions import allowed
from gongkai.law.publication_states import STATES
from gongkai.publishing import queries
from gongkai.publishing.models import Item, ItemVersion, Review
from gongkai.publishing.reviewing import may_take, open_review

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
        "reviews": list(shown.reviews.all()),
        "open_step": _own_step(request, item),
        "facts": queries.facts_in_words(shown),
        "files": list(shown.attachments.select_related("file")),
        "ties": queries.ties_of(item),
        "versions": versions,
        "way": [row for row in STATES if row.key in WAY],
        "history": history(item),
    }
    return render(request, "publishing/item.html", context)


def _own_step(request: HttpRequest, item: Item) -> Review | None:
    """The open step, for whoever may take it."""
    row = open_review(item)
    mine = row and may_take(request.user, item, row.step, request.now)
    return row if mine and not queries.has_hand_in(item, request.user) else None


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
        "facts": queries.facts_in_words(shown),
        "files": shown.attachments.filter(use="attachment").select_related("file"),
    }
    return render(request, "publishing/preview.html", context)

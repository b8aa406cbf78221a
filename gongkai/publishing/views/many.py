"""One act on many items that were chosen in the list: passing their open step, signing them. Each succeeds or is refused for itself."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from gongkai.common.access import requires
from gongkai.common.act_pages import MISTAKES
from gongkai.common.permissions import agencies_for
from gongkai.common.refusals import Refusal
from gongkai.common.sent import sent
from gongkai.law.publication_steps import QUESTIONS
from gongkai.paperwork.clean_html import plain
from gongkai.publishing import actions, queries
from gongkai.publishing.checks import Finding
from gongkai.publishing.forms import ManyPublishForm, ManyReviewForm
from gongkai.publishing.models import Item
from gongkai.publishing.reviewing import may_take, open_review
from gongkai.publishing.views.shown_checks import checks_of

MOST_AT_ONCE = 400
MOST_READ = 100
"""Items on one page whose findings and first words are shown: as many as a person reads in one sitting."""
EXCERPT = 80
"""Characters."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What is asked of a person: the act, in a word and in sentences. ``secret``: ticking an item clears it for the public."""

    label: str
    will: str
    act: Callable[..., Any]
    secret: bool = False

    @property
    def questions(self) -> str:
        """What must not be in an item that is ticked."""
        return "、".join(row.label for row in QUESTIONS)


@dataclass(frozen=True, slots=True)
class Row:
    """An item as it is judged: what the checks found in it, ``open`` of which stands in the way, and its first words."""

    item: Item
    found: list[Finding]
    open: int
    excerpt: str


def _chosen(request: HttpRequest, act: str, state: str) -> list[Item]:
    """The items that were chosen, or all that the list's filters leave, and that wait for such an act of another's text."""
    mine = queries.items(agencies_for(request.user, act)).filter(state=state)
    if request.method == "POST":
        asked = [one.partition(":")[0] for one in request.POST.getlist("seen")]
        found = mine.filter(pk__in=_numbers(asked))
    elif request.GET.get("all"):
        names = {"column": "column", "words": "q", "origin": "origin"}
        asked_for = {name: request.GET.get(key, "")[:60] for name, key in names.items()}
        found = queries.filtered(mine, **asked_for)[:MOST_AT_ONCE]
    else:
        found = mine.filter(pk__in=_numbers(request.GET.getlist("item")))
    return [item for item in found if not queries.has_hand_in(item, request.user)]


def _numbers(asked: list[str]) -> list[int]:
    return [int(one) for one in asked[:MOST_AT_ONCE] if one.isdecimal() and len(one) < 18]


@requires("publishing.view")
def review_many(request: HttpRequest) -> HttpResponse:
    """审核通过勾选的：由这一步的审核人办，不是自己起草、送审的"""
    items = [
        item
        for item in _chosen(request, "publishing.view", "in_review")
        if may_take(request.user, item, item.step, request.now)
    ]
    secret = any(row.secrecy for item in items if (row := open_review(item)))
    will = "勾选的每一条都通过这一步，各有各的审核记录；没有勾选的不动。"
    asked = Asked("审核通过", will, actions.review_many, secret)
    return _answer(request, items, ManyReviewForm(sent(request)), asked)


@requires("publishing.publish")
def publish_many(request: HttpRequest) -> HttpResponse:
    """签发勾选的：由签发人办，不是自己起草、送审的"""
    items = _chosen(request, "publishing.publish", "to_sign")
    will = "签发后，勾选的每一条立即在网站上公开。发布前检查没有通过的，逐条说明，不公开。"
    asked = Asked("签发", will, actions.publish_many)
    return _answer(request, items, ManyPublishForm(sent(request)), asked)


def _answer(request: HttpRequest, items: list[Item], form: Any, asked: Asked) -> HttpResponse:
    """The question, with the items; on POST what became of each."""
    if form.is_valid():
        try:
            said = form.said({item.pk for item in items})
            summary = asked.act(by=request.user, now=request.now, **said)
        except Refusal as refusal:
            form.add_error(None, str(refusal))
        else:
            back = reverse("publishing:items")
            return render(request, "shell/bulk_summary.html", {"summary": summary, "back": back})
    return _page(request, items, form, asked)


def _page(request: HttpRequest, items: list[Item], form: forms.Form, asked: Asked) -> HttpResponse:
    context = {
        "rows": [_row(request, item) for item in items[:MOST_READ]],
        "more": max(len(items) - MOST_READ, 0),
        "form": form,
        "asked": asked,
        "ticked": [one.partition(":")[0] for one in request.POST.getlist("seen")],
    }
    return render(request, "publishing/many.html", context, status=MISTAKES if form.errors else 200)


def _row(request: HttpRequest, item: Item) -> Row:
    checks = checks_of(request, item)
    found = [each for each, kept in (*checks["blocking"], *checks["warnings"]) if kept is None]
    words = plain(item.draft.summary or item.draft.body)
    return Row(item, found, checks["open"], words[:EXCERPT] + "…" * (len(words) > EXCERPT))

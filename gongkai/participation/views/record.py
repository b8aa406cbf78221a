"""The page of one consultation: how it stands, until when and why, the comments, the points, the hearings, and what may be done next."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from gongkai.audit.queries import history
from gongkai.common.access import requires
from gongkai.common.clock import law_day
from gongkai.common.permissions import allowed
from gongkai.law.public_consultation_states import STATES, moves_from, state
from gongkai.law.public_consultations import HEARING_RULES, papers_due, reach
from gongkai.participation import queries
from gongkai.participation.models import Consultation
from gongkai.participation.periods import due_of, own_days, preview, rule_in_words
from gongkai.participation.views.finding import consultation_of

PAGE = 30
WAY = ("planned", "open", "closed", "answered", "decided")
SHOWN = ("waiting", "shown", "hidden")


@requires("participation.view", on=consultation_of)
def record(request: HttpRequest, consultation: Consultation) -> HttpResponse:
    """The consultation as it stands."""
    here, today = consultation, law_day(request.now)
    standing = queries.standing(here, today)
    own = own_days(here.agency)
    context = {
        "consultation": here,
        "standing": state(standing),
        "way": [row for row in STATES if row.key in WAY],
        "period": preview(here, today),
        "moves": [row for row in moves_from(standing, today) if row.who != "system"],
        "due": due_of(here, own),
        "due_rule": rule_in_words(own),
        "reach": reach(here.agency.kind),
        "tally": queries.tally(here),
        "points": here.points.prefetch_related("comments"),
        "unanswered": queries.unanswered(here).count(),
        "hearings": _hearings(here),
        "hearing_rules": HEARING_RULES,
        "changes": here.changes.all(),
        "may_type": standing in {"open", "closed"},
        "is_open": standing in {"planned", "open", "closed"},
        "history": history(here),
        **_comments(request, here),
        **_may(request, here),
    }
    return render(request, "participation/consultation.html", context)


def _comments(request: HttpRequest, here: Consultation) -> dict[str, Any]:
    """The comments of one state, or all: a page of them, newest first."""
    wanted = request.GET.get("show", "")
    rows = here.comments.select_related("scan").prefetch_related("points").order_by("-number")
    if wanted in SHOWN:
        rows = rows.filter(state=wanted)
    elif wanted == "unanswered":
        rows = queries.unanswered(here).select_related("scan").order_by("-number")
    found = Paginator(rows, PAGE).get_page(request.GET.get("page"))
    return {"comments": found, "wanted": wanted}


def _hearings(here: Consultation) -> list[tuple[Any, Any]]:
    rows = here.hearings.select_related("notice", "record").prefetch_related("participants")
    return [(row, papers_due(law_day(row.held_at))) for row in rows]


def _may(request: HttpRequest, here: Consultation) -> dict[str, bool]:
    """What the person's posts allow on it."""
    acts = ("handle", "moderate", "read_personal", "decide")
    return {f"may_{act}": allowed(request.user, f"participation.{act}", here.agency) for act in acts}  # fmt: skip

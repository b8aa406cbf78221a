"""What the public page of an item shows of its consultation, as JSON: copied by ``release``, and nothing else of it becomes public.

Comments that were not shown appear as numbers alone; names and contacts are never read here.
"""

from collections.abc import Iterator
from datetime import date
from typing import Any

from gongkai.law.public_consultations import answer
from gongkai.participation.models import Consultation, Hearing
from gongkai.participation.periods import due_of, own_days, rule_in_words
from gongkai.participation.queries import consultation_behind, tally
from gongkai.publishing.models import Item

NOTICE, OUTCOME, DECISION, HEARING = "notice", "outcome", "decision", "hearing"
MOST_SHOWN = 500
"""Comments on one page; the outcome answers all of them."""


def panel_of(item: Item) -> dict[str, Any] | None:
    """What is shown on the page of an item; None for one that belongs to no consultation that the public knows of."""
    consultation = consultation_behind(item)
    if consultation is None or consultation.item.published_id is None:
        return None
    role = _role(consultation, item)
    shown = {
        "role": role,
        "number": consultation.pk,
        "state": consultation.state,
        "chain": list(_chain(consultation)),
        "reason": consultation.reason,
    }
    if role == NOTICE:
        shown |= _notice(consultation)
    return shown


def _role(consultation: Consultation, item: Item) -> str:
    roles = {
        consultation.item_id: NOTICE,
        consultation.outcome_id: OUTCOME,
        consultation.decision_id: DECISION,
    }
    return roles.get(item.pk, HEARING)


def _notice(here: Consultation) -> dict[str, Any]:
    """All that stands on the page of the draft."""
    own, changes = own_days(here.agency), list(here.changes.all())
    return {
        "kind": here.kind_label,
        "opens_on": _day(here.opened_on or here.opens_on),
        "closes_on": _day(here.closes_on),
        "closed_on": _day(here.closed_on),
        "short_reason": here.short_reason,
        "changes": [
            {"label": row.get_kind_display(), "before": _day(row.before), "after": _day(row.after), "reason": row.reason}
            for row in changes
        ],
        "ended_early": any(row.kind == "end_early" for row in changes),
        "responsible": here.responsible,
        "takes_web": here.takes_web,
        "ways": {name: getattr(here, name) for name in ("address", "mail", "phone", "meetings")},
        "outcome_due": _day(due_of(here, own)),
        "outcome_rule": rule_in_words(own),
        "comments": _comments(here),
        "hearings": [_hearing(row) for row in _public_hearings(here)],
    }  # fmt: skip


def _comments(here: Consultation) -> dict[str, Any]:
    """Numbers; words of those that passed moderation, where the organ shows them before the outcome, or the outcome is public."""
    found = tally(here)
    answered = here.answered_at is not None
    listed = list(_shown(here)) if here.show_comments or answered else []
    return {
        "total": found.total,
        "channels": [list(pair) for pair in found.channels],
        "hidden": [list(pair) for pair in found.hidden],
        "hidden_total": sum(number for _, number in found.hidden),
        "listed": listed,
        "more": max(0, found.shown - len(listed)) if listed else 0,
        "are_shown": here.show_comments or answered,
    }


def _shown(here: Consultation) -> Iterator[dict[str, Any]]:
    rows = here.comments.filter(state="shown").order_by("number")
    for row in rows.values("number", "shown_text", "paragraph", "quoted")[:MOST_SHOWN]:
        yield {"number": row["number"], "text": row["shown_text"], "paragraph": row["paragraph"], "quoted": row["quoted"]}  # fmt: skip


def _public_hearings(here: Consultation) -> Iterator[Hearing]:
    """Those whose own notice is public; those that have none are told of by the notice of the draft."""
    rows = here.hearings.select_related("notice").prefetch_related("participants")
    yield from (row for row in rows if row.notice is None or row.notice.published_id is not None)


def _hearing(row: Hearing) -> dict[str, Any]:
    """When and where, how participants are chosen, and, once it was published, the list of them."""
    people = row.participants.all() if row.listed_at else ()
    return {
        "held_at": row.held_at.isoformat(),
        "place": row.place,
        "selection": row.selection,
        "participants": [[each.shown_as, each.speaks_for] for each in people],
    }


def _chain(here: Consultation) -> Iterator[dict[str, Any]]:
    """The public items of the consultation in their order: draft, hearings, outcome, decision."""
    rows: list[tuple[str, Item | None]] = [("决策草案", here.item)]
    for hearing in here.hearings.select_related("notice", "record"):
        rows += [("听证公告", hearing.notice), ("听证笔录", hearing.record)]
    rows += [("征集结果", here.outcome), ("决定", here.decision)]
    for label, item in rows:
        if item is not None and item.published_id is not None:
            yield {"label": label, "title": item.title, "item": item.pk, "path": f"items/{item.pk}/"}  # fmt: skip


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def answered_points(figures: dict[str, Any]) -> list[dict[str, Any]]:
    """The points of a published outcome with the words of their answers."""
    return [{**point, "label": answer(point["answer"]).label} for point in figures["points"]]

"""Arguments for the addresses of consultations: for the test of access, and in the state in which a page has most to show."""

from collections.abc import Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

from gongkai.common.clock import current, law_day
from gongkai.common.outbox import deliver_due
from gongkai.participation import actions
from gongkai.participation.models import Consultation
from tests.participation import consultations as story
from tests.people import Cast

SAMPLES: dict[str, Callable[[Cast], Mapping[str, Any]]] = {}
SHOWN: dict[str, Callable[[Cast], Mapping[str, Any]]] = {}


def today() -> Any:
    """The day on which the pages are looked at."""
    return law_day(current())


def now_open(cast: Cast) -> Consultation:
    """Opened today."""
    return story.opened(cast, today())


def owing(cast: Cast) -> Consultation:
    """Over, with a comment in a point: opened so that its last day was yesterday."""
    return story.closed(cast, day=today() - timedelta(days=31))


def _of_comment(cast: Cast) -> Mapping[str, Any]:
    return {"pk": story.commented(now_open(cast), day=today(), **story.WHO).pk}


def _with_scan(cast: Cast) -> Mapping[str, Any]:
    row = now_open(cast)
    return {"pk": story.typed_in(cast, row, day=today(), scan=story.letter(cast)).pk}


def _of_point(cast: Cast) -> Mapping[str, Any]:
    row = now_open(cast)
    return {"pk": story.point(cast, row, story.commented(row, day=today()), day=today()).pk}


def _held() -> datetime:
    return story.at(today() + timedelta(days=20), 14)


def _of_hearing(cast: Cast) -> Mapping[str, Any]:
    return {"pk": story.hearing(cast, now_open(cast), _held()).pk}


def _of_participant(cast: Cast) -> Mapping[str, Any]:
    row = story.hearing(cast, now_open(cast), _held())
    return {"pk": story.participant(cast, row).pk}


def full(cast: Cast) -> Mapping[str, Any]:
    """One with a comment of each state, a point, a longer period, a hearing with participants and its list."""
    row, day = now_open(cast), today()
    first, second = (story.commented(row, text, day=day, **story.WHO) for text in ("贵", "骂人"))
    actions.show(comment=first, words="贵", by=cast.clerk, now=story.at(day))
    actions.hide(comment=second, reason="abuse", by=cast.clerk, now=story.at(day))
    story.typed_in(cast, row, day=day, scan=story.letter(cast))
    story.point(cast, row, first, day=day, answer="not_adopted", reason="财政困难")
    until = day + timedelta(days=40)
    actions.extend(
        consultation=row, until=until, reason="意见多", by=cast.signer, now=story.at(day)
    )
    held = story.hearing(cast, row, _held())
    story.participant(cast, held)
    actions.list_participants(hearing=held, by=cast.clerk, now=story.at(day))
    return {"pk": row.pk}


for name in ("consultation", "change", "drop", "extend", "end_early", "type_in", "add_point", "plan_hearing"):  # fmt: skip
    SAMPLES[f"participation:{name}"] = lambda cast: {"pk": now_open(cast).pk}
for name in ("decide", "leave_undecided", "draft_outcome"):
    SAMPLES[f"participation:{name}"] = lambda cast: {"pk": owing(cast).pk}
for name in ("show", "hide", "read_person"):
    SAMPLES[f"participation:{name}"] = _of_comment
for name in ("change_point", "remove_point"):
    SAMPLES[f"participation:{name}"] = _of_point
for name in ("change_hearing", "add_participant", "list_participants"):
    SAMPLES[f"participation:{name}"] = _of_hearing
for name in ("deliver_papers", "read_participant"):
    SAMPLES[f"participation:{name}"] = _of_participant
SAMPLES["participation:read_scan"] = _with_scan
SAMPLES["participation:rules_of"] = lambda cast: {"pk": cast.town.pk}
SHOWN["participation:consultation"] = full
SHOWN["participation:change"] = lambda cast: {"pk": story.planned(cast, today()).pk}


def at_home(cast: Cast) -> Mapping[str, Any]:
    """One that takes comments on the county's own site, which stands at the root."""
    return {"number": story.opened(story.in_county(cast), today()).pk}


def public_list(cast: Cast) -> Mapping[str, Any]:
    """No argument but the organ; an open one and one that was decided are listed."""
    story.decided(cast, day=today() - timedelta(days=60))
    now_open(cast)
    deliver_due(current() + timedelta(days=1))
    return {"code": cast.town.code}


SAMPLES["website:comment"] = at_home
SAMPLES["organ:comment"] = lambda cast: {"code": cast.town.code, "number": now_open(cast).pk}
SAMPLES["organ:consultations"] = lambda cast: {"code": cast.town.code}
SHOWN["organ:consultations"] = public_list

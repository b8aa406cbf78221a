"""Arguments for the addresses of live Q&A, on the desk and on the sites of county and town."""

from collections.abc import Callable, Mapping
from typing import Any

from gongkai.participation.models import Interview
from tests.participation.interviews import (
    answered,
    collecting,
    ended,
    host_said,
    live,
    planned,
    question,
    shown,
)
from tests.people import Cast
from tests.website.released import make_main

SAMPLES: dict[str, Callable[[Cast], Mapping[str, Any]]] = {}


def busy(cast: Cast) -> Interview:
    """One that goes on, with something of everything."""
    made = live(cast)
    answered(cast, question(made))
    shown(cast, question(made, "在哪里缴？"))
    question(made, "可以退吗？")
    host_said(cast, made)
    return made


def of_interview(make: Callable[[Cast], Interview]) -> Callable[[Cast], Mapping[str, Any]]:
    return lambda cast: {"pk": make(cast).pk}


for name, make in {
    "change": planned,
    "console": busy,
    "guest": collecting,
    "start": collecting,
    "postpone": collecting,
    "cancel": collecting,
    "end": live,
    "say": live,
    "enter": live,
    "transcript": ended,
}.items():
    SAMPLES[f"interviews:{name}"] = of_interview(make)
SAMPLES["interviews:rules"] = lambda cast: {"pk": cast.town.pk}
for name in ("show", "hide", "answer", "asker"):
    SAMPLES[f"interviews:{name}"] = lambda cast: {"pk": question(live(cast)).pk}
SAMPLES["interviews:correct"] = lambda cast: {"pk": host_said(cast, live(cast)).pk}


def at_town(cast: Cast) -> Mapping[str, Any]:
    """One of the town, on the town's site below the installation's."""
    return {"code": cast.town.code, "number": busy(cast).pk}


def at_root(cast: Cast) -> Mapping[str, Any]:
    """One of the town, whose site is the installation's."""
    make_main(cast.town)
    return {"number": busy(cast).pk}


for name in ("live", "live_ask"):
    SAMPLES[f"organ:{name}"] = at_town
    SAMPLES[f"website:{name}"] = at_root
SAMPLES["organ:live_list"] = lambda cast: {"code": cast.town.code}
SAMPLES["live_events"] = lambda _: {"number": 1}

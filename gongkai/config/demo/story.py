"""The whole demo in the order in which it happened, in one transaction: a start that is broken off leaves the database empty."""

from collections.abc import Callable
from datetime import date, datetime
from typing import Any

from django.db import transaction

from gongkai.common.clock import law_day
from gongkai.common.outbox import deliver_due
from gongkai.config.demo.asked import courses
from gongkai.config.demo.cast import COUNTY, TOWN, Stage, move_in
from gongkai.config.demo.consulted import consultations
from gongkai.config.demo.figures import COUNTY_YEARS, TOWN_YEARS
from gongkai.config.demo.interpretations import DAY, explain
from gongkai.config.demo.interviews import announce_coming, day_of_past, hold_past
from gongkai.config.demo.items import PIECES, bring_in, moment
from gongkai.config.demo.reports import leave_draft, publish_year
from gongkai.config.demo.tabled import APPROVED, CHARTED, publish_accounts, publish_chart
from gongkai.participation.actions.interview_course import advance
from gongkai.publishing.actions import set_up_columns

Event = tuple[date, Callable[..., None], tuple[Any, ...]]
"""A day, what happened on it, and with what."""

OPENED = (2022, 1, 4)
"""The day on which the demo's people took up their posts."""


def tell_story(passwords: dict[str, str], now: datetime) -> None:
    """Make the demo, and let the public side and the notices follow at once."""
    with transaction.atomic():
        stage = move_in(passwords, moment(OPENED, 9))
        head = stage.people["chen"]
        for agency in stage.organs.values():
            set_up_columns(agency=agency, by=head, now=moment(OPENED, 10))
        _live_through(stage, now)
    advance(now)
    while deliver_due(now):
        pass


def _live_through(stage: Stage, now: datetime) -> None:
    """Items, reports, requests and consultations by their days."""
    *published, draft = TOWN_YEARS
    events: list[Event] = [(date(*piece.on), bring_in, (stage, piece)) for piece in PIECES]
    events += [(date(*DAY), explain, (stage,))]
    events += [(date(of.year + 1, 1, 12), publish_year, (stage, TOWN, of)) for of in published]
    events += [(date(of.year + 1, 1, 12), publish_year, (stage, COUNTY, of)) for of in COUNTY_YEARS]
    events += [(date(draft.year + 1, 1, 8), leave_draft, (stage, TOWN, draft))]
    events += [(day_of_past(), hold_past, (stage,)), (law_day(now), announce_coming, (stage, now))]
    events += [(date(*year.on), publish_accounts, (stage, year)) for year in APPROVED]
    events += [(date(*CHARTED), publish_chart, (stage, CHARTED))]
    asked = courses(stage, now)
    events += [(each.came, each.begin, ()) for each in asked]
    events += [(each.day, each.go_on, ()) for each in asked]
    events += list(consultations(stage, now))
    for _, happen, what in sorted(events, key=lambda event: event[0]):
        happen(*what)

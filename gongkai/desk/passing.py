"""Notices that somebody who leaves has not read: passed on with the work, where they are about work."""

from gongkai.common.notices.actions import pass_on
from gongkai.common.notices.models import Notice
from gongkai.common.notices.queries import unread
from gongkai.common.permissions import Actor
from gongkai.common.succession import Holding, Passing

ABOUT_WORK = ("publishing:", "annual_reports:")
"""Beginnings of their keys. Those about requests go with their cases, which the successor may have to keep away from."""


def _unread(person: Actor) -> list[Notice]:
    return [notice for prefix in ABOUT_WORK for notice in unread(person.pk, prefix)]


def notices_held(person: Actor, _successor: Actor | None) -> Holding:
    """What they say."""
    return Holding(goes=tuple(notice.text for notice in _unread(person)))


def pass_notices_on(passing: Passing) -> int:
    """Give them to the successor, unread."""
    return pass_on(_unread(passing.person), to=passing.successor.pk, now=passing.now)

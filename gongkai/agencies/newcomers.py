"""What higher floors do for a new organ, such as setting up its columns: they register here when they start."""

from collections.abc import Callable
from datetime import datetime

from gongkai.agencies.models import Agency
from gongkai.common.permissions import Permit

Welcome = Callable[[Agency, Permit, datetime], object]
"""Runs in the transaction that sets the organ up."""

_WELCOMES: dict[str, Welcome] = {}


def offer_welcome(key: str, welcome: Welcome) -> None:
    """Add what an app does; called when it starts."""
    _WELCOMES[key] = welcome


def welcome(agency: Agency, permit: Permit, now: datetime) -> None:
    """Do it all for a new organ."""
    for each in _WELCOMES.values():
        each(agency, permit, now)

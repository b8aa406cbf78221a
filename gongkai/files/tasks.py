"""What happens to files with no person asking: the daily sweep."""

from datetime import datetime
from typing import Any

from gongkai.common.clock import law_day
from gongkai.common.outbox import put
from gongkai.files import actions

SWEEP = "files.sweep"


def ask_for_sweep(now: datetime) -> None:
    """Once a day; the sweep itself runs in no transaction, since a large storage takes a while to list."""
    put(SWEEP, f"{SWEEP}:{law_day(now)}", {}, now=now)


def sweep(_payload: dict[str, Any], now: datetime) -> None:
    """What the outbox calls."""
    actions.sweep(now)

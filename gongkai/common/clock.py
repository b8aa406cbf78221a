"""The only place that reads the clock. Doors (views, tasks, commands) ask it once and pass the moment on as ``now``."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

LAW_ZONE = ZoneInfo("Asia/Shanghai")
"""Days of law are days in this zone."""


def current() -> datetime:
    """This moment, aware, in UTC."""
    return datetime.now(UTC)


def law_day(moment: datetime) -> date:
    """The day of law on which a moment falls."""
    return moment.astimezone(LAW_ZONE).date()


def law_month(moment: datetime) -> str:
    """The month of law on which a moment falls, written as in addresses: ``2025-11``."""
    return moment.astimezone(LAW_ZONE).strftime("%Y-%m")

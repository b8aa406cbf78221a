"""What happens to requests with no person asking: old drafts go, applicants are reminded, blacked-out files are made."""

from datetime import datetime
from typing import Any

from gongkai.casework.actions import burning, mailing
from gongkai.casework.actions.letting_know import remind
from gongkai.casework.actions.online import sweep_drafts as sweep

BURN = burning.KIND
MAIL_REPLY = mailing.KIND
SWEEP_DRAFTS = "casework.sweep_drafts"
REMIND = "casework.remind_applicants"


def sweep_drafts(now: datetime) -> None:
    """What the schedule calls each day: all of them, in portions."""
    while sweep(now=now):
        pass


def remind_applicants(now: datetime) -> None:
    """What the schedule calls each day, right after midnight: messages go out in the morning."""
    remind(now=now)


def burn(payload: dict[str, Any], now: datetime) -> None:
    """What the outbox calls for a file that takes longer than people wait."""
    burning.burn(payload["sheet"], payload["version"], now)


def mail_reply(payload: dict[str, Any], now: datetime) -> None:
    """What the outbox calls for a reply that goes out by e-mail."""
    mailing.mail_reply(payload["delivery"], payload["key"], now)

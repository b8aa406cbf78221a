"""What is done about sign-in with no person asking."""

from datetime import datetime, timedelta

from gongkai.accounts.actions.refused_sign_ins import close_hours

CLOSE_HOURS, EVERY = "accounts.close_hours", timedelta(minutes=10)


def close_refusals(now: datetime) -> None:
    """Bring the refused sign-ins of the hours gone by into the journal."""
    close_hours(now=now)

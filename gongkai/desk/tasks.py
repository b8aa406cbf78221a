"""What the desk does with no person asking: each day, remind people of what is due soon or late."""

from datetime import datetime
from typing import Any

from gongkai.accounts.models import User
from gongkai.common.clock import law_day
from gongkai.common.notices import notify
from gongkai.common.outbox import put
from gongkai.common.work import WorkItem, work_for
from gongkai.desk.today import light_words

REMIND = "desk.reminders"


def ask_for_reminders(now: datetime) -> None:
    """Once a day; the round itself runs in no transaction, since it asks every app for every person."""
    put(REMIND, f"{REMIND}:{law_day(now)}", {}, now=now)


def remind(_payload: dict[str, Any], now: datetime) -> None:
    """Tell each person once that a thing of theirs is due soon, again at each further day set for it, and once that it is late."""
    for person in User.objects.filter(is_active=True).exclude(posts=None).distinct().iterator():
        for item in work_for(person, now):
            if item.light in {"soon", "late"}:
                _tell(person, item, now)


def _tell(person: User, item: WorkItem, now: datetime) -> None:
    again = f":{item.stage}" if item.light == "soon" and item.stage > 1 else ""
    notify(
        user_id=person.pk,
        key=f"due:{item.light}:{item.due}:{item.url}{again}",
        text=f"{item.title}：{light_words(item)}，{item.reason}",
        url=item.url,
        address=person.email,
        now=now,
    )

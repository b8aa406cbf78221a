"""Tells each person once of all that was done together: a folder handed in, many items reviewed or signed at once.

What there is to tell is put down in the transaction of each move, so that a stop in between loses none of it; it goes out when
all is done, or after a while where nobody says that it is.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.common.notices import notify
from gongkai.common.outbox import gather, hasten
from gongkai.publishing.models import Item

TELL = "publishing.tell"
"""The outbox's kind of message that tells one person of many items."""
NAME = "《{}》"
"""Where the title stands in what is told."""
LONGEST_TITLE = 40


@dataclass(frozen=True, slots=True)
class Together:
    """What belongs together, and how long it is waited for at most."""

    stem: str
    wait: timedelta


_now_together: ContextVar[Together | None] = ContextVar("_now_together", default=None)


@contextmanager
def together(stem: str, wait: timedelta) -> Iterator[None]:
    """Whoever is told of an item inside is told of all of them at once, when ``tell_all`` says so or ``wait`` is over."""
    token = _now_together.set(Together(f"{stem}:", wait))
    try:
        yield
    finally:
        _now_together.reset(token)


def tell_all(stem: str, now: datetime) -> None:
    """All that belonged together is done: tell it now."""
    hasten(TELL, f"{stem}:", now=now)


def told_later(person: User, item: Item, words: str, now: datetime) -> bool:
    """Put down what this person is to be told of an item, if it is one of many; False where it stands alone."""
    here = _now_together.get()
    if here is None:
        return False
    add = partial(_with, person=person.pk, item=item, words=words)
    gather(TELL, f"{here.stem}{person.pk}", add, now=now, due=now + here.wait)
    return True


def _with(payload: dict[str, Any], *, person: int, item: Item, words: str) -> dict[str, Any]:
    """The message with one item more: by what is said of them, the first of them and how many there are."""
    told = dict(payload.get("told", {}))
    first = {"title": item.title, "item": item.pk, "state": item.state, "number": 0}
    row = told.get(words, first)
    return {"person": person, "told": {**told, words: {**row, "number": row["number"] + 1}}}


def tell_together(payload: dict[str, Any], now: datetime) -> None:
    """Tell the person; one who has left meanwhile hears nothing. The outbox calls it."""
    person = User.objects.filter(pk=payload["person"], is_active=True).first()
    if person is not None:
        notify(
            user_id=person.pk,
            key=payload["key"],
            text="；".join(_sentence(words, row) for words, row in payload["told"].items()),
            url=_address(list(payload["told"].values())),
            address=person.email,
            now=now,
        )


def _sentence(words: str, row: dict[str, Any]) -> str:
    title = (
        row["title"] if len(row["title"]) <= LONGEST_TITLE else row["title"][:LONGEST_TITLE] + "…"
    )
    more = f"等 {row['number']} 条信息" if row["number"] > 1 else ""
    return words.replace(NAME, NAME.format(title) + more)


def _address(rows: list[dict[str, Any]]) -> str:
    """The item where there is one, else the list of those in its state."""
    if len(rows) == 1 and rows[0]["number"] == 1:
        return reverse("publishing:item", args=(rows[0]["item"],))
    return f"{reverse('publishing:items')}?{urlencode({'state': rows[0]['state']})}"

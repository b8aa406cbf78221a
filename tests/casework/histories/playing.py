"""What every verb of a history shares: who acts, on which day, and how an attempt is made and compared with what was expected."""

import random
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.casework.models import Case
from gongkai.common.refusals import Refusal
from tests.casework.cases import at
from tests.casework.histories.expected import Expected

DAY = timedelta(days=1)
STEPS = (0, 0, 0, 0, 0, 0, 1, 1, 1, 2, 3, 4, 7, 16)
"""Calendar days from one attempt to the next."""


@dataclass
class Attempt:
    """One verb: what is called, whether the second reading allows it, and what it changes there."""

    name: str
    allowed: bool
    run: Callable[[], Any]
    then: Callable[[Any], None]


class Unexpected(AssertionError):
    """The program and the second reading disagree."""


@dataclass
class Table:
    """One history in play. ``people`` have every post each, so that only the law and the second person stand in the way."""

    chance: random.Random
    people: tuple[User, User]
    case: Case
    ex: Expected
    today: date
    done: list[str]

    @property
    def now(self) -> datetime:
        return at(self.today)

    @property
    def who(self) -> dict[str, Any]:
        """By one of the two, now."""
        return {"by": self.chance.choice(self.people), "now": self.now}

    def other(self, pk: int) -> dict[str, Any]:
        """By another person than that one, mostly; now and then by the same."""
        same, another = self.people if self.people[0].pk == pk else self.people[::-1]
        return {"by": same if self.chance.random() < 0.2 else another, "now": self.now}

    def some_day(self) -> date:
        """Mostly today or some days back, now and then tomorrow."""
        back = self.chance.choice((0, 0, 0, 0, 1, 1, 2, 3, 6, 11, -1))
        return self.today - back * DAY

    def fresh(self) -> Case:
        """The case as it is now."""
        return Case.objects.get(pk=self.case.pk)

    def attempt(self, attempt: Attempt) -> None:
        """Try it, and compare. A refusal without its article is a fault too."""
        refused = ""
        try:
            with transaction.atomic():
                result = attempt.run()
        except Refusal as refusal:
            refused = str(refusal)
            if refusal.cite is None:
                self.fault(attempt, f"no article: {refused}")
        if bool(refused) == attempt.allowed:
            self.fault(attempt, refused or "was let through")
        if not refused:
            attempt.then(result)
        self.done.append(f"{self.today} {attempt.name}{' ×' if refused else ''}")

    def fault(self, attempt: Attempt, said: str) -> None:
        lines = "\n  ".join(self.done)
        raise Unexpected(
            f"{self.today} {attempt.name}: expected {'yes' if attempt.allowed else 'no'}, {said}\n"
            f"  received {self.ex.received}, {self.ex.state}\n  {lines}"
        )

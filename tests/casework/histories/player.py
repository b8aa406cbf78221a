"""Plays random histories: a request of any day of 2023 to 2026, verbs at lawful and unlawful times, each compared at once.

``play`` raises ``Unexpected`` with the whole history where the program and the second reading disagree.
"""

import random
from collections import Counter
from collections.abc import Callable
from datetime import date

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.casework import actions
from gongkai.casework.incoming import Dates
from gongkai.casework.models import Case
from tests.casework.cases import asked, at
from tests.casework.histories import verbs, verbs_of_ending
from tests.casework.histories.expected import Expected
from tests.casework.histories.oracle import BeyondTheCalendar
from tests.casework.histories.playing import DAY, STEPS, Attempt, Table, Unexpected

FIRST, LAST = date(2023, 1, 1), date(2026, 10, 31)
Verb = Callable[[Table], Attempt | None]
BEFORE_RECEIPT: tuple[tuple[Verb, int], ...] = (
    (verbs_of_ending.confirm, 12), (verbs.ask_clarification, 1), (verbs_of_ending.answer, 1), (verbs_of_ending.sued, 1),
    (verbs_of_ending.void, 1),
)  # fmt: skip
VERBS: tuple[tuple[Verb, int], ...] = (
    (verbs.ask_clarification, 5), (verbs.propose, 7), (verbs.approve, 7), (verbs.send_approved, 8), (verbs.drop, 1),
    (verbs.letter_comes, 8), (verbs.letter_fails, 2), (verbs.letter_again, 2), (verbs.consult, 5), (verbs.opinion, 8),
    (verbs.ask_reasons, 3), (verbs_of_ending.reasons_come, 3), (verbs_of_ending.correction_comes, 6),
    (verbs_of_ending.payment, 6), (verbs_of_ending.answer, 3), (verbs_of_ending.withdraw, 1), (verbs_of_ending.archive, 2),
    (verbs_of_ending.put_receipt_right, 2), (verbs_of_ending.put_event_right, 4), (verbs_of_ending.sued, 1),
    (verbs_of_ending.decided, 4), (verbs_of_ending.answer_again, 4), (verbs_of_ending.confirm, 1), (verbs_of_ending.void, 1),
)  # fmt: skip
MOST = 45


def play(seed: int, agency: Agency, people: tuple[User, User]) -> Counter[str]:
    """One history. Returns how many attempts were let through and how many refused, by verb."""
    table = begun(random.Random(seed), agency, people)
    for _ in range(table.chance.randint(8, MOST)):
        table.today += table.chance.choice(STEPS) * DAY
        if table.today > date(2026, 12, 25) or table.ex.state == "voided":
            break
        try:
            attempt = _next(table)
            if attempt:
                table.attempt(attempt)
            check(table, seed)
        except BeyondTheCalendar:
            break
        except Unexpected as fault:
            raise Unexpected(f"seed {seed}: {fault}") from fault
    return Counter(
        ("refused" if line.endswith("×") else "let through") + " " + line.split()[1]
        for line in table.done
    )


def begun(chance: random.Random, agency: Agency, people: tuple[User, User]) -> Table:
    """A request through one of the channels, received at once or waiting to be confirmed."""
    today = FIRST + chance.randint(0, (LAST - FIRST).days) * DAY
    channel = chance.choice(("counter", "signed_post", "internet", "ordinary_post"))
    waits = channel in ("internet", "ordinary_post")
    dates = Dates(submitted=today, arrived=today, signed=today if channel == "signed_post" else None)  # fmt: skip
    by = chance.choice(people)
    request = asked(day=today, channel=channel, dates=dates)
    case = actions.register(agency=agency, request=request, by=by, now=at(today))
    state, received = ("arrived", None) if waits else ("in_work", today)
    return Table(chance, people, case, Expected(state, today, received, by.pk), today, [])


def _next(table: Table) -> Attempt | None:
    """Whatever verb comes up, or, more often, the first of a few that is allowed: so that histories get somewhere."""
    chosen = BEFORE_RECEIPT if table.ex.received is None else VERBS
    verbs_, weights = [verb for verb, _ in chosen], [weight for _, weight in chosen]
    tries = table.chance.choice((1, 8, 8))
    attempt = None
    for verb in table.chance.choices(verbs_, weights, k=tries):
        attempt = verb(table)
        if attempt and attempt.allowed:
            return attempt
    return attempt


def check(table: Table, seed: int) -> None:
    """State, dates and outcome of the record against the second reading."""
    case, ex = Case.objects.get(pk=table.case.pk), table.ex
    found = (case.state, case.received_on, case.outcome, case.closed_on, case.round)
    wanted = (ex.state, ex.received, ex.outcome, ex.closed_on, ex.round)
    if found != wanted:
        raise Unexpected(f"{found} is not {wanted}\n  " + "\n  ".join(table.done))
    if ex.received is None or ex.state == "voided":
        return
    verdict = ex.verdict()
    dates = (case.due_on, case.lapses_on)
    if dates != (verdict.due(), verdict.lapses()):
        raise Unexpected(f"{dates} is not {verdict.due(), verdict.lapses()}\n  " + "\n  ".join(table.done))  # fmt: skip

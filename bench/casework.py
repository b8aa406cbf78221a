"""100 000 open requests: all clocks worked out anew after a change of the calendar, one page of the work list, the leader's board.

On SQLite in a home of its own, or where GONGKAI_DATABASE_URL says, in a test database that is made and dropped.
"""

import os
import tempfile
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from time import perf_counter

CASES = int(os.environ.get("CASEWORK_CASES", "100000"))
NOW = datetime(2026, 11, 16, 1, 0, tzinfo=UTC)
FIRST = date(2026, 10, 12)
SPAN = 36
PIECE = 5_000


def seconds(work: Callable[[], object]) -> float:
    begun = perf_counter()
    work()
    return perf_counter() - begun


def fill(agency: object, count: int) -> None:
    """Open cases, a third with a consultation, a fifth extended; their copies are worked out by the program itself."""
    from gongkai.casework.models import Case, CaseEvent, CaseNumber

    for begin in range(0, count, PIECE):
        numbers = CaseNumber.objects.bulk_create(
            CaseNumber(
                agency=agency, year=2026, serial=n, number=f"〔2026〕{n}号", given_at=NOW, given_by="王经办"
            )
            for n in range(begin + 1, min(begin + PIECE, count) + 1)
        )  # fmt: skip
        cases = Case.objects.bulk_create(case(agency, number) for number in numbers)
        CaseEvent.objects.bulk_create(event for each in cases for event in events(each))


def case(agency: object, number: object) -> object:
    from gongkai.casework.models import Case

    day = FIRST + timedelta(days=number.serial % SPAN)
    return Case(
        agency=agency, number=number, state="in_work", channel="counter", applicant_kind="natural_person", masked_name="李**",
        title=f"第{number.serial}号信息", wanted="全文", arrived_on=day, received_on=day, counts_from=day, registered_by="王经办",
        registered_at=NOW, changed_at=NOW,
    )  # fmt: skip


def events(one: object) -> list[object]:
    """What happened to one, by its number."""
    from gongkai.casework.models import CaseEvent

    serial, day = one.number.serial, one.received_on
    said = []
    if serial % 3 == 0:
        said.append(("third_party_asked", day + timedelta(days=2), {"party": "1号"}))
    if serial % 5 == 0:
        said.append(("extend", day + timedelta(days=4), {"days": 10}))
    return [
        CaseEvent(case=one, number=n, place=n, kind=kind, day=on, by_name="王经办", at=NOW, **more)
        for n, (kind, on, more) in enumerate(said, 1)
    ]


def answer(count: int) -> None:
    """Let the first of them have been answered, so that the board has a period to show: by turns granted, refused, withdrawn."""
    from gongkai.casework.models import Case

    rows = list(Case.objects.filter(number__serial__lte=count).select_related("number"))
    for row in rows:
        row.state, row.due_on = "replied", None
        row.outcome = ("provided", "state_secret", "withdrawn")[row.number.serial % 3]
        row.closed_on = row.received_on + timedelta(days=5 + row.number.serial % 20)
    Case.objects.bulk_update(rows, ("state", "due_on", "outcome", "closed_on"), batch_size=2_000)


def list_page(person: object, query: str, name: str = "cases") -> Callable[[], None]:
    """One page as the desk shows it, opened once before."""
    from django.test import Client
    from django.urls import reverse

    client = Client(headers={"host": "localhost"})
    client.force_login(person)
    address = reverse(f"casework:{name}") + query

    def ask() -> None:
        if client.get(address).status_code != 200:
            raise RuntimeError(address)

    ask()
    return ask


def measure() -> list[tuple[str, float]]:
    """What was measured, in seconds."""
    from gongkai.casework.actions import rederive
    from gongkai.law.workdays import LocalDay, provisional_calendar
    from tests.people import make_cast

    cast = make_cast()
    fill(cast.town, CASES)
    storm = provisional_calendar().with_local_days(
        [LocalDay(date(2026, 11, 13), working=False, basis="停工通知")]
    )
    found = [("first time, every date is new", seconds(lambda: rederive(why="初次", now=NOW)))]
    found.append(("a day off more", seconds(lambda: rederive(why="停工", now=NOW, calendar=storm))))
    found.append(
        ("nothing changed", seconds(lambda: rederive(why="再算", now=NOW, calendar=storm)))
    )
    for query, what in (
        ("", "a page of the list"),
        ("?due=late", "a page of the late ones"),
        ("?q=999", "a page by words"),
    ):
        found.append((what, min(seconds(list_page(cast.clerk, query)) for _ in range(3))))
    answer(CASES // 2)
    for query, what in (("?fresh=1", "the board, counted anew"), ("", "the board, counted before")):
        page = list_page(cast.signer, query, "board")
        found.append((what, min(seconds(page) for _ in range(3))))
    return found


def main() -> None:
    """Fill, measure, and print."""
    with tempfile.TemporaryDirectory() as home:
        os.environ["GONGKAI_HOME"] = home
        os.environ["DJANGO_SETTINGS_MODULE"] = "gongkai.config.settings.test"
        import django

        django.setup()
        from django.db import connection

        old = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True)
        try:
            rows = measure()
        finally:
            connection.creation.destroy_test_db(old, verbosity=0)
        print(f"{CASES:,} open requests on {connection.vendor}\n\n| what | seconds |\n|---|---:|")
        for what, took in rows:
            print(f"| {what} | {took:.3g} |")

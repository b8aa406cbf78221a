"""Working-day arithmetic against chinesecalendar, after checking that both give the same answers."""

from collections.abc import Callable
from datetime import date, timedelta
from timeit import Timer

import chinese_calendar

from gongkai.law.deadlines import request_due
from gongkai.law.workdays import add_workdays, is_workday, workdays_between

DAY = timedelta(days=1)
FIRST = date(2019, 5, 15)
STARTS = [day for number in range(2700) if is_workday(day := FIRST + number * DAY)]
ENDS = [add_workdays(start, 20) for start in STARTS]
TARGET_US = 2.0


def microseconds(work: Callable[[], object], calls: int, rounds: int) -> float:
    """The fastest of ``rounds`` runs of ``work``, in microseconds for each of the ``calls`` it makes."""
    return min(Timer(work).repeat(rounds, 1)) / calls * 1e6


def later(find: Callable[[date], date]) -> list[date]:
    return [find(start) for start in STARTS]


def theirs_20_days_on(start: date) -> date:
    """The other library counts from a working day as we do; ``STARTS`` holds nothing else."""
    return chinese_calendar.find_workday(20, start)


def theirs_between(start: date, end: date) -> int:
    return len(chinese_calendar.get_workdays(start + DAY, end))


def check() -> None:
    """Both give the same days and the same numbers for every start."""
    if later(theirs_20_days_on) != ENDS:
        raise AssertionError("20 working days on: the answers differ")
    if any(theirs_between(start, end) != 20 for start, end in zip(STARTS, ENDS, strict=True)):
        raise AssertionError("working days between: the answers differ")


def rows() -> list[tuple[str, float, float]]:
    spans = list(zip(STARTS, ENDS, strict=True))
    count = len(STARTS)
    return [
        (
            "20 working days on",
            microseconds(lambda: later(lambda start: add_workdays(start, 20)), count, 20),
            microseconds(lambda: later(theirs_20_days_on), count, 3),
        ),
        (
            "working days between (20)",
            microseconds(lambda: [workdays_between(*span) for span in spans], count, 20),
            microseconds(lambda: [theirs_between(*span) for span in spans], count, 3),
        ),
        (
            "is it a working day",
            microseconds(lambda: [is_workday(start) for start in STARTS], count, 20),
            microseconds(
                lambda: [chinese_calendar.is_workday(start) for start in STARTS], count, 3
            ),
        ),
    ]


def main() -> None:
    """Print microseconds a call, warm, over every working day since the Regulation came into force."""
    check()
    print(f"{len(STARTS)} starts from {FIRST} on, same answers; µs a call, fastest round, warm.\n")
    print("| what | gongkai | chinesecalendar | times faster |")
    print("|---|---:|---:|---:|")
    for what, ours, theirs in rows():
        print(f"| {what} | {ours:.2f} | {theirs:.1f} | {theirs / ours:.0f} |")
    whole = microseconds(lambda: [request_due(start) for start in STARTS], len(STARTS), 5)
    print(f"| due date of a request with its steps in words | {whole:.0f} | – | – |")
    met = "met" if rows()[0][1] <= TARGET_US else "MISSED"
    print(f"\nTarget for 20 working days on: at most {TARGET_US:.0f} µs, {met}.")

"""Random histories of requests, 2023 to 2026, lawful and unlawful acts at random times, against a second reading of the articles.

``make proof NAME=histories`` (2 000) or ``python -m bench.proof histories 500 7``: so many, from that seed on. Every due date is
compared after every attempt, nothing unlawful may succeed, every refusal cites its article. With GONGKAI_DATABASE_URL on PostgreSQL.
"""

import os
import sys
import time
from collections import Counter

HISTORIES = 2_000


def main(arguments: list[str]) -> int:
    """How many, and the first seed; prints what was let through and refused, 1 at the first disagreement."""
    number = int(arguments[0]) if arguments else HISTORIES
    first = int(arguments[1]) if len(arguments) > 1 else 0
    os.environ["DJANGO_SETTINGS_MODULE"] = "gongkai.config.settings.test"
    import django

    django.setup()
    from django.db import connection

    old = connection.settings_dict["NAME"]
    connection.creation.create_test_db(verbosity=0, autoclobber=True)
    try:
        return report(number, first)
    finally:
        connection.creation.destroy_test_db(old, verbosity=0)


def report(number: int, first: int) -> int:
    """Play them and print the table."""
    from django.db import transaction

    from tests.casework.histories.player import Unexpected, play
    from tests.casework.histories.stage import two_people
    from tests.people import make_cast

    town = make_cast().town
    people = two_people(town)
    done: Counter[str] = Counter()
    begun = time.monotonic()
    for seed in range(first, first + number):
        with (
            transaction.atomic()
        ):  # each history is undone, so that the last is as quick as the first
            try:
                done += play(seed, town, people)
            except Unexpected as fault:
                print(fault, file=sys.stderr)
                return 1
            transaction.set_rollback(True)
    show(done, number, time.monotonic() - begun)
    return 0


def show(done: Counter[str], number: int, seconds: float) -> None:
    """What was tried, by verb."""
    verbs = sorted({what.partition(" ")[2].removeprefix("through ") for what in done})
    print(f"{number} 段经历，{done.total()} 次尝试，{seconds:.0f} 秒，没有不一致\n")
    print("| 行为 | 办成 | 拒绝 |\n|---|---:|---:|")
    for verb in verbs:
        print(f"| {verb} | {done[f'let through {verb}']} | {done[f'refused {verb}']} |")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

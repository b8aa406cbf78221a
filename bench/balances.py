"""Planted errors in the annual reports of simulated counties: what ``check`` tells of them, and what the open peer's balances tell.

BALANCES_SEEDS says how many counties of 300 reports are looked at.
"""

import os
from collections.abc import Sequence
from itertools import chain

from bench.county_reports import open_peer
from bench.county_reports.county import County
from bench.county_reports.judging import Checker, Verdict, by_kind, judged, ours
from bench.county_reports.planting import Planted, planted_county

SEEDS = 12
CHECKERS: Sequence[tuple[str, Checker]] = (
    ("gongkai", ours),
    ("42 balances", open_peer.balances),
    ("42 balances, blanks, years", open_peer.everything),
)


def main() -> None:
    """Print how many of each kind were told, then recall and precision."""
    seeds = int(os.environ.get("BALANCES_SEEDS", SEEDS))
    counties = [planted_county(seed) for seed in range(seeds)]
    planted = tuple(chain.from_iterable(errors for _, errors in counties))
    verdicts = [
        [judged(*each, checker, by_rule=False) for each in counties] for _, checker in CHECKERS
    ]
    reports = sum(len(whole.reports) for whole, _ in counties)
    print(f"{reports} reports of {seeds} counties, {len(planted)} of them with an error planted.\n")
    print("| planted | how many | " + " | ".join(name for name, _ in CHECKERS) + " |")
    print("|---|---:|" + "---:|" * len(CHECKERS))
    for line in kinds(planted, verdicts):
        print(line)
    print(total("**told, of what was planted**", [of_all(each) for each in verdicts]))
    print(
        total("**findings about what was planted, of all**", [precision(each) for each in verdicts])
    )
    print(f"\nTold by the rule meant for it: {by_rule(counties):.1%}.")


def kinds(planted: Sequence[Planted], verdicts: list[list[Verdict]]) -> list[str]:
    """A line of the table for each kind of error."""
    counted = [by_kind(planted, chain.from_iterable(each.told for each in of)) for of in verdicts]
    return [
        f"| {name} | {of} | " + " | ".join(str(counts[name][0]) for counts in counted) + " |"
        for name, (_, of) in counted[0].items()
    ]


def total(words: str, shares: list[float]) -> str:
    """A line of shares."""
    return f"| {words} | | " + " | ".join(f"{share:.1%}" for share in shares) + " |"


def of_all(verdicts: list[Verdict]) -> float:
    """The share of all planted errors that was told."""
    told = sum(len(each.told) for each in verdicts)
    return told / (told + sum(len(each.missed) for each in verdicts))


def precision(verdicts: list[Verdict]) -> float:
    """The share of all findings that are about what was planted."""
    true = sum(each.true for each in verdicts)
    return true / (true + sum(len(each.false) for each in verdicts))


def by_rule(counties: list[tuple[County, tuple[Planted, ...]]]) -> float:
    """The share that ``check`` told by the very rule that is meant for it."""
    return of_all([judged(*each, ours) for each in counties])

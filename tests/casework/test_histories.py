"""Random histories of requests from 2023 to 2026: every date equals a second reading of the articles, nothing unlawful gets through.

Each database plays its half of them.
"""

from collections import Counter

from django.db import connection

from tests.casework.histories import verbs, verbs_of_ending
from tests.casework.histories.by_pages import Pages
from tests.casework.histories.player import play
from tests.casework.histories.stage import two_people

SAMPLE, BY_PAGES = range(40), range(1000, 1006)


def half(seeds):
    """The seeds that this database plays."""
    return seeds[connection.vendor == "postgresql" :: 2]


def test_a_sample_of_histories_agrees_with_a_second_reading_of_the_law(cast):
    done, people = Counter(), two_people(cast.town)
    seeds = half(SAMPLE)
    for seed in seeds:
        done += play(seed, cast.town, people)
    assert sum(count for what, count in done.items() if what.startswith("refused")) > len(seeds)
    assert sum(count for what, count in done.items() if what.startswith("let")) > 3 * len(seeds)


def test_through_the_pages_nothing_unlawful_gets_through_either(cast, client, monkeypatch):
    pages = Pages(client)
    monkeypatch.setattr("gongkai.common.middleware.current", lambda: pages.moment)
    for module in (verbs, verbs_of_ending):
        monkeypatch.setattr(module, "actions", pages)
    done, people = Counter(), two_people(cast.town)
    seeds = half(BY_PAGES)
    for seed in seeds:
        done += play(seed, cast.town, people)
    assert sum(count for what, count in done.items() if what.startswith("refused")) > len(seeds)
    assert sum(count for what, count in done.items() if what.startswith("let")) > 3 * len(seeds)

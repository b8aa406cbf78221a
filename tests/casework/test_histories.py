"""Random histories of requests from 2023 to 2026: every date equals a second reading of the articles, nothing unlawful gets through."""

from collections import Counter

from tests.casework.histories import verbs, verbs_of_ending
from tests.casework.histories.by_pages import Pages
from tests.casework.histories.player import play
from tests.casework.histories.stage import two_people

SAMPLE, BY_PAGES = 40, 6


def test_a_sample_of_histories_agrees_with_a_second_reading_of_the_law(cast):
    done, people = Counter(), two_people(cast.town)
    for seed in range(SAMPLE):
        done += play(seed, cast.town, people)
    assert sum(count for what, count in done.items() if what.startswith("refused")) > SAMPLE
    assert sum(count for what, count in done.items() if what.startswith("let")) > 3 * SAMPLE


def test_through_the_pages_nothing_unlawful_gets_through_either(cast, client, monkeypatch):
    pages = Pages(client)
    monkeypatch.setattr("gongkai.common.middleware.current", lambda: pages.moment)
    for module in (verbs, verbs_of_ending):
        monkeypatch.setattr(module, "actions", pages)
    done, people = Counter(), two_people(cast.town)
    for seed in range(1000, 1000 + BY_PAGES):
        done += play(seed, cast.town, people)
    assert sum(count for what, count in done.items() if what.startswith("refused")) > BY_PAGES
    assert sum(count for what, count in done.items() if what.startswith("let")) > 3 * BY_PAGES

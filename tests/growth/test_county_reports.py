"""A simulated county of 100 organs over three years: nothing is said of lawful reports, and everything planted is told."""

from functools import cache
from itertools import cycle
from typing import get_args

import pytest

from bench.county_reports.county import county
from bench.county_reports.judging import judged, ours
from bench.county_reports.planting import BROKEN, KINDS, planted_county
from bench.reading import printed
from gongkai.law.annual_report import check, findings
from gongkai.paperwork.reading.doors import read_bytes

SEEDS = range(4)
RULES = {
    "row_sum", "outcomes_sum", "flow", "remedy_sum", "negative", "not_integer", "carry_over", "in_force", "narrative", "blank",
    "cell", "structure", "plausibility",
}  # fmt: skip
"""What ``check`` says of any report; other rules are about drafts that are written in a system."""
FILES = ("docx", "pdf", "html", "txt")


@cache
def planted(seed):
    return planted_county(seed)


@cache
def verdict_on(seed):
    return judged(*planted(seed), ours)


def test_every_rule_of_the_check_is_tried():
    assert {kind.rule for kind in KINDS} == RULES <= set(get_args(findings.Rule))


def test_the_seeds_plant_every_kind_of_error():
    assert {error.kind.name for seed in SEEDS for error in planted(seed)[1]} == {
        kind.name for kind in KINDS
    }


@pytest.mark.parametrize("seed", SEEDS)
def test_one_report_in_twenty_is_broken(seed):
    whole, errors = planted(seed)
    assert len(whole.reports) == 300
    assert len({(error.organ, error.year) for error in errors}) == 300 // BROKEN


@pytest.mark.parametrize("seed", SEEDS)
def test_everything_planted_is_told(seed):
    verdict = verdict_on(seed)
    assert [(error.kind.name, error.organ, error.year) for error in verdict.missed] == []
    assert verdict.recall == 1.0


@pytest.mark.parametrize("seed", SEEDS)
def test_what_is_told_was_planted(seed):
    verdict = verdict_on(seed)
    assert verdict.precision >= 0.95, [found.message for _, _, found in verdict.false]


@pytest.mark.parametrize("seed", [100])
def test_nothing_is_an_error_or_a_warning_in_a_lawful_county(seed):
    said = [found for report, last_year in county(seed) for found in check(report, last_year)]
    assert [found.message for found in said if found.severity != "note"] == []


def test_what_one_year_carries_out_the_next_carries_in():
    whole = county(7)
    for (place, year), made in whole.reports.items():
        before = whole.reports.get((place, year - 1))
        if before:
            carried = made.report.figures["requests.carried_in.total"]
            assert carried == before.report.figures["requests.carried_out.total"]


def test_the_county_is_the_sum_of_its_organs():
    whole = county(7)
    organs = [made.report.figures for (place, year), made in whole.reports.items() if year == 2024]
    for key, figure in organs[0].items():
        assert figure == sum(figures[key] for figures in organs[1:])


PRINTED = list(zip([kind for kind in KINDS if kind.printed], cycle(FILES), strict=False))


def error_of(kind):
    """The county and the first error of that kind in it."""
    found = ((planted(seed)[0], error) for seed in SEEDS for error in planted(seed)[1])
    return next((whole, error) for whole, error in found if error.kind == kind)


@pytest.mark.parametrize(("kind", "file"), PRINTED, ids=lambda value: getattr(value, "name", value))
def test_an_error_is_still_told_after_print_and_read(kind, file):
    whole, error = error_of(kind)
    before = whole.reports.get((error.organ, error.year - 1))
    made = whole.reports[error.organ, error.year].report
    found = ours(
        read_bytes(printed(made, file)), before and before.report, whole.organs[error.organ].kind
    )
    assert kind.rule in {each.rule for each in found if touches(each, error)}


def touches(finding, error):
    return not error.places.isdisjoint({finding.where, *finding.cells})


@pytest.mark.parametrize("file", FILES)
@pytest.mark.parametrize("place", [0, 1, 3])
def test_a_lawful_report_is_lawful_in_every_kind_of_file(file, place):
    whole = county(7)
    made, before = (whole.reports[place, year].report for year in (2024, 2023))
    read = read_bytes(printed(made, file))
    assert read.figures == made.figures
    assert [each.message for each in check(read, before) if each.where != "signed_on"] == []

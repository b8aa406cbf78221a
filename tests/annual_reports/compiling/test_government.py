"""A government's report is its own records and what its organs handed in; what is not accepted is listed."""

from dataclasses import replace
from datetime import date

from gongkai.annual_reports.compiling import compiled
from gongkai.annual_reports.compiling.compiled import whole_of
from gongkai.annual_reports.compiling.span import Span
from tests.annual_reports.collecting.test_accept import accepted

YEAR = 2024
RECEIVED = "requests.received.total"


def test_the_accepted_reports_are_added_to_the_own_records(cast):
    row = accepted(cast)
    found = compiled(cast.county, row.year)
    [part] = found.whole.contributions(RECEIVED)
    assert part.part.member.agency == cast.town
    assert found.figures[RECEIVED] == part.figure == 3
    assert found.whole.own[RECEIVED] == 0


def test_organs_that_are_not_in_the_sum_are_listed(cast):
    row = accepted(cast)
    open_ones = [gap.what for gap in compiled(cast.county, row.year).gaps]
    assert cast.other_town.name in open_ones
    assert cast.town.name not in open_ones


def test_a_township_reports_on_itself_alone(cast):
    assert whole_of(cast.town, Span(YEAR)).below is None


def test_before_the_year_is_over_nothing_is_handed_in(cast):
    found = compiled(cast.county, YEAR, date(YEAR, 11, 30))
    assert found.whole.below is None
    assert cast.other_town.name not in [gap.what for gap in found.gaps]


def test_many_organs_are_summed_by_few_queries(cast, django_assert_max_num_queries):
    accepted(cast)
    with django_assert_max_num_queries(14):
        whole_of(cast.county, Span(YEAR))


def test_an_empty_cell_is_laid_to_whoever_left_it_empty(cast):
    row = accepted(cast)
    found = compiled(cast.county, row.year)
    unknown = replace(found.whole, figures={**found.figures, RECEIVED: None})
    said = {note.where: note.raw for note in replace(found, whole=unknown).value.notes}
    assert said["proactive.permits"] == "还没有部门报送"
    assert said[RECEIVED] == "有的机关交来的年报没有这一格的数"

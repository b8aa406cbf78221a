"""Whatever is renamed and moved in whatever order: no two rows of an organ overlap, and no day has a ring."""

from contextlib import suppress
from datetime import UTC, date, datetime, timedelta
from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from gongkai.agencies.actions import move, rename
from gongkai.agencies.actions.move import comes_back
from gongkai.agencies.models import Agency
from gongkai.agencies.queries import parents_on
from gongkai.common.refusals import Refusal
from tests.people import make_agency, make_person

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
FIRST = date(2019, 1, 1)
DAYS = st.integers(-3, 12).map(lambda days: FIRST + timedelta(days))
MOVES = st.lists(st.tuples(st.integers(1, 3), st.integers(0, 3), DAYS), max_size=8)


def overlapping(rows):
    """Pairs of neighbours that hold on the same day."""
    ordered = sorted(rows, key=lambda row: row.since)
    return [
        pair
        for pair in pairwise(ordered)
        if pair[0].until is None or pair[0].until >= pair[1].since
    ]


class DatedRows(TestCase):
    """Hypothesis needs its own test case for the database."""

    def setup_example(self):
        super().setup_example()
        self.top = make_agency("0", "甲县人民政府", "county_government")
        self.organs = [self.top, *(make_agency(str(n), f"{n}镇", parent=self.top) for n in (1, 2, 3))]  # fmt: skip
        self.by = make_person("boss", "县管理", self.top, "administrator")

    @settings(max_examples=25, deadline=None)
    @given(days=st.lists(DAYS, max_size=6))
    def test_names_never_overlap(self, days):
        for day in days:
            with suppress(Refusal):
                rename(agency=self.top, seen_version=None, name=str(day), short_name="", since=day, by=self.by, now=NOW)  # fmt: skip
        assert not overlapping(self.top.names.all())
        assert self.top.names.filter(until=None).count() == 1

    @settings(max_examples=25, deadline=None)
    @given(moves=MOVES)
    def test_no_day_has_a_ring(self, moves):
        for what, below, day in moves:
            with suppress(Refusal):
                move(agency=self.organs[what], seen_version=None, parent=self.organs[below], since=day, by=self.by, now=NOW)  # fmt: skip
        for day in (FIRST + timedelta(days) for days in range(15)):
            above = parents_on(day)
            assert not [organ for organ in above if comes_back(organ, above)]
        assert not [row for organ in Agency.objects.all() for row in overlapping(organ.parents.all())]  # fmt: skip

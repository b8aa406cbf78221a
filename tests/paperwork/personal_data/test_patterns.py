"""The table itself: every row says where it comes from, and none can make the search slow."""

import re
from re import _constants as codes  # sre's names for what a pattern is made of
from re import _parser as parser

import pytest

from gongkai.paperwork.personal_data.patterns import LABELS, PATTERNS

LONGEST_REPEAT = 64
MOST_WAYS = 50_000  # ways to match at one place, were every choice tried


def ways(tree) -> int:
    """An upper bound for the paths through a pattern at one starting place."""
    total = 1
    for code, detail in tree:
        total *= ways_of(code, detail)
    return total


def ways_of(code, detail) -> int:
    if code in {codes.MAX_REPEAT, codes.MIN_REPEAT}:
        least, most, inner = detail
        assert most <= LONGEST_REPEAT
        assert ways(inner) == 1 or most <= 6
        return sum(ways(inner) ** times for times in range(least, most + 1))
    if code == codes.POSSESSIVE_REPEAT:
        assert detail[1] <= LONGEST_REPEAT
        return 1
    if code == codes.BRANCH:
        return sum(ways(branch) for branch in detail[1])
    if code == codes.SUBPATTERN:
        return ways(detail[-1])
    return 1  # characters, classes, assertions, atomic groups


@pytest.mark.parametrize("row", PATTERNS, ids=lambda row: f"{row.kind}-{row.certainty}")
def test_no_pattern_can_try_more_than_a_bounded_number_of_ways(row):
    assert ways(parser.parse(row.regex, re.IGNORECASE)) <= MOST_WAYS


@pytest.mark.parametrize("row", PATTERNS, ids=lambda row: f"{row.kind}-{row.certainty}")
def test_every_row_names_its_source_and_masks_with_asterisks(row):
    assert row.source
    assert (row.kind in LABELS and "*" in row.mask) or (row.kind is None and not row.mask)


def test_every_kind_has_a_row_and_a_chinese_label():
    assert {row.kind for row in PATTERNS} == {*LABELS, None}


def test_patterns_of_different_kinds_have_different_certainty():
    kinds = {}
    for row in PATTERNS:
        assert kinds.setdefault(row.certainty, row.kind) == row.kind


def test_a_row_known_only_by_its_label_says_how_sure_it_is():
    assert all(row.doubt for row in PATTERNS if row.by_label)

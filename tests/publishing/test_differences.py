"""Differences between versions, as people read them."""

from hypothesis import given
from hypothesis import strategies as st

from gongkai.publishing.differences import LONGEST, Part, differences

TEXTS = st.lists(st.text("甲乙丙丁 ", max_size=6), max_size=8).map("\n".join)


def test_the_same_text_has_no_differences():
    assert differences("甲\n乙", "甲\n乙") == []


def test_a_changed_number_is_marked_inside_its_paragraph():
    (row,) = differences("电话0376-1", "电话0376-2")
    assert row.parts == (Part("电话0376-"), Part("1", "removed"), Part("2", "added"))


def test_a_new_paragraph_is_added_and_an_old_one_removed():
    assert [row.kind for row in differences("甲\n乙", "甲\n乙\n丙")] == ["skipped", "same", "added"]
    assert [row.kind for row in differences("甲\n乙", "乙")] == ["removed", "same"]


def test_long_stretches_without_change_are_counted():
    lines = [str(n) for n in range(50)]
    rows = differences("\n".join(["前", *lines, "后"]), "\n".join(["前前", *lines, "后后"]))
    assert [row.count for row in rows if row.kind == "skipped"] == [48]


def test_a_very_long_paragraph_is_shown_whole():
    (row,) = differences("甲" * (LONGEST + 1), "乙")
    assert [part.mark for part in row.parts] == ["removed", "added"]


@given(TEXTS, TEXTS)
def test_what_stays_and_what_came_make_the_new_text(before, after):
    rows = differences(before, after)
    shown = sum(row.count for row in rows) + sum(
        any(part.mark != "removed" for part in row.parts) or row.kind in {"same", "added"}
        for row in rows
    )
    emptied = sum(row.kind == "changed" for row in rows)
    assert rows == [] or abs(shown - len(after.split("\n"))) <= emptied

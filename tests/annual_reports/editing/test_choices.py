"""Two people changed one draft: nothing is lost, and only what both changed must be chosen."""

from gongkai.annual_reports.editing.choices import chosen, differences, opened_mark
from gongkai.annual_reports.editing.typed import texts_of
from tests.law.annual_report.reports import with_figures, zeros

MINE, THEIRS, BOTH = "requests.received.total", "requests.granted.total", "requests.concluded.total"


def meeting():
    """I changed one field, they another, and both a third."""
    opened = zeros()
    typed = texts_of(opened) | {MINE: "1", BOTH: "3"}
    theirs = with_figures(opened, {THEIRS: 2, BOTH: 4})
    return typed, theirs, opened_mark(opened)


def test_what_only_one_of_us_changed_is_proposed_from_the_one_who_changed_it():
    found = {each.name: each for each in differences(*meeting())}
    assert (found[MINE].proposed, found[MINE].both) == ("mine", False)
    assert (found[THEIRS].proposed, found[THEIRS].both) == ("theirs", False)


def test_what_both_changed_stands_first_with_both_texts():
    first = differences(*meeting())[0]
    assert (first.name, first.mine, first.theirs, first.both) == (BOTH, "3", "4", True)


def test_what_both_changed_alike_is_no_difference():
    opened = zeros()
    theirs = with_figures(opened, {MINE: 1})
    assert differences(texts_of(theirs), theirs, opened_mark(opened)) == ()


def test_without_marks_every_difference_must_be_chosen():
    typed, theirs, _ = meeting()
    for broken in ("", "{", "[1]", '{"title": 3}'):
        assert all(each.both for each in differences(typed, theirs, broken))


def test_a_choice_takes_their_text_and_leaves_mine_elsewhere():
    typed, theirs, _ = meeting()
    merged = chosen(typed | {f"choice.{THEIRS}": "theirs", f"choice.{BOTH}": "mine"}, theirs)
    assert (merged[MINE], merged[THEIRS], merged[BOTH]) == ("1", "2", "3")


def test_line_ends_of_browsers_make_no_difference():
    report = zeros(chapters={"overview": "一。\n二。"})
    assert differences({"chapters.overview": "一。\r\n二。"}, report, opened_mark(report)) == ()

"""What was found first stays, unless it could only not be placed."""

from gongkai.law.annual_report.report import Note
from gongkai.paperwork.reading.found import Found

KEY = "requests.received.total"


def found(text):
    one = Found()
    one.read(KEY, text)
    return one


def unplaced():
    one = Found()
    one.cannot_place([KEY], "1 2 3")
    return one


def added(one, other):
    one.add(other)
    return one.figures.get(KEY), [note.reason for note in one.notes]


def test_a_figure_is_kept_with_its_note():
    assert found("—").notes == [Note(KEY, "dash", "—")]
    assert found("5").notes == []


def test_the_first_reading_of_a_cell_stays():
    one = found("5")
    one.read(KEY, "7")
    assert added(one, found("9")) == (5, [])


def test_a_blank_cell_stays_blank_whatever_is_found_elsewhere():
    assert added(found(""), found("9")) == (None, ["blank"])


def test_what_could_not_be_placed_gives_way_to_a_figure_and_its_note():
    assert added(unplaced(), found("—")) == (0, ["dash"])


def test_what_could_not_be_placed_does_not_give_way_to_another_doubt():
    assert added(unplaced(), unplaced()) == (None, ["unreadable"])


def test_a_missing_cell_is_taken_over_with_its_note():
    assert added(Found(), found("")) == (None, ["blank"])

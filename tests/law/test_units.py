"""A length of time is a number with its unit."""

from gongkai.law.units import Days, Hours, Workdays


def test_lengths_print_with_their_unit():
    assert [str(length) for length in (Workdays(7), Days(20), Hours(5))] == [
        "7个工作日",
        "20日",
        "5小时",
    ]


def test_the_same_number_of_another_unit_is_another_length():
    assert len({Workdays(20), Days(20), Hours(20), Workdays(20)}) == 3


def test_lengths_of_one_unit_can_be_compared():
    assert Workdays(7) < Workdays(20)

"""Check digits against the examples of their standards, and against every altered digit."""

from datetime import date

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from gongkai.paperwork.personal_data import checks

DIGITS = st.text("0123456789", min_size=15, max_size=18)


@pytest.mark.parametrize(
    "value", ["11010519491231002X", "11010519491231002x", "440524188001010014"]
)
def test_the_examples_of_the_standard_are_valid(value):
    assert checks.is_resident_id(value)


@pytest.mark.parametrize(
    "value",
    [
        "110105194912310021",  # check digit
        "10010519491231002X",  # no such province
        "110105194902290024",  # 1949 was no leap year
        "110105194913310027",  # month 13
    ],
)
def test_an_id_with_a_wrong_part_is_not_valid(value):
    assert not checks.is_resident_id(value)


def test_the_wrong_parts_above_are_wrong_for_that_part_alone():
    for body in ("10010519491231002", "11010519490229002", "11010519491331002"):
        value = body + checks.resident_id_check_digit(body)
        assert not checks.is_resident_id(value)


@given(
    st.integers(0, 16),
    st.integers(1, 9),
    st.dates(date(1900, 1, 1), date(2030, 12, 31)),
    st.integers(0, 999),
)
def test_one_altered_digit_never_keeps_the_check_digit(place, by, born, order):
    body = f"320322{born:%Y%m%d}{order:03d}"
    altered = body[:place] + str((int(body[place]) + by) % 10) + body[place + 1 :]
    assert checks.resident_id_check_digit(altered) != checks.resident_id_check_digit(body)


def test_a_foreigners_permanent_residence_card_has_its_province_after_a_nine():
    body = "93213819900101001"
    assert checks.is_resident_id(body + checks.resident_id_check_digit(body))
    body = "99913819900101001"
    assert not checks.is_resident_id(body + checks.resident_id_check_digit(body))


@pytest.mark.parametrize(
    ("value", "valid"),
    [("110105491231002", True), ("110105490229002", False), ("990105491231002", False)],
)
def test_an_old_id_has_a_region_and_a_real_date(value, valid):
    assert checks.is_old_resident_id(value) == valid


@pytest.mark.parametrize(
    ("value", "valid"), [("79927398713", True), ("79927398710", False), ("4111111111111111", True)]
)
def test_the_luhn_digit_is_checked(value, valid):
    assert checks.is_luhn(value) == valid


@given(DIGITS, st.integers(0, 17), st.integers(1, 9))
def test_luhn_notices_one_altered_digit(body, place, by):
    assume(place < len(body))
    value = next(body + str(digit) for digit in range(10) if checks.is_luhn(body + str(digit)))
    altered = value[:place] + str((int(value[place]) + by) % 10) + value[place + 1 :]
    assert not checks.is_luhn(altered)


@pytest.mark.parametrize(
    ("value", "valid"),
    [
        ("91350100M000100Y43", True),
        ("91350100M000100Y4Z", False),
        ("91350100M000100YI3", False),
        ("91990100M000100Y4U", False),
    ],
)
def test_the_credit_code_of_the_standards_example_is_checked(value, valid):
    assert checks.is_credit_code(value) == valid

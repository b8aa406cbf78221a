"""What a public document is worth today."""

from datetime import date

import pytest

from gongkai.law.validity import VALIDITIES, standing_on, validity

END = date(2026, 6, 30)


@pytest.mark.parametrize(
    ("day", "label"),
    [(date(2026, 6, 29), "有效"), (END, "有效"), (date(2026, 7, 1), "已失效")],
)
def test_a_document_is_out_of_its_term_on_the_day_after_its_end(day, label):
    assert standing_on("valid", END, day).label == label


def test_a_changed_document_loses_its_effect_too_at_the_end_of_its_term():
    assert standing_on("amended", END, date(2026, 7, 1)).key == "expired"


def test_a_repealed_document_stays_repealed():
    assert standing_on("repealed", END, date(2026, 7, 1)).key == "repealed"
    assert standing_on("repealed", None, END).key == "repealed"


def test_a_document_without_an_end_stays_as_it_is():
    assert standing_on("valid", None, date(2099, 1, 1)).key == "valid"


def test_two_values_have_effect_and_two_have_none():
    assert [row.in_effect for row in VALIDITIES] == [True, True, False, False]
    with pytest.raises(KeyError):
        validity("asleep")

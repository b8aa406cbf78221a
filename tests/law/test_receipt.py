"""The day of receipt by channel, and what is missing until there is one."""

from datetime import date

import pytest

from gongkai.law.citation import Cite
from gongkai.law.receipt import CHANNELS, NotYetReceived, receipt

SENT, ARRIVED, SIGNED, CONFIRMED = (date(2026, 11, day) for day in (2, 4, 5, 9))
ALL = {"submitted": SENT, "arrived": ARRIVED, "signed": SIGNED, "confirmed": CONFIRMED}


@pytest.mark.parametrize(
    ("channel", "day", "cite"),
    [
        ("counter", SENT, Cite("条例", 31, None, 1)),
        ("signed_post", SIGNED, Cite("条例", 31, None, 2)),
        ("ordinary_post", CONFIRMED, Cite("条例", 31, None, 2)),
        ("internet", CONFIRMED, Cite("条例", 31, None, 3)),
        ("fax", CONFIRMED, Cite("条例", 31, None, 3)),
    ],
)
def test_each_channel_has_its_day_of_receipt(channel, day, cite):
    step = receipt(channel, **ALL)
    assert (step.date, step.cite) == (day, cite)


@pytest.mark.parametrize("rule", CHANNELS, ids=lambda rule: rule.channel)
def test_without_the_fact_that_decides_a_request_is_not_received_yet(rule):
    others = {name: day for name, day in ALL.items() if name != rule.decided_by}
    with pytest.raises(NotYetReceived, match="尚无此日期") as missing:
        receipt(rule.channel, **others)
    assert missing.value.cite == rule.cite


def test_an_ordinary_letter_confirmed_late_is_said_to_be_late():
    assert "实际晚了5天" in receipt("ordinary_post", arrived=ARRIVED, confirmed=CONFIRMED).text
    assert "晚" not in receipt("ordinary_post", arrived=ARRIVED, confirmed=ARRIVED).text


def test_nobody_confirms_before_arrival():
    with pytest.raises(ValueError, match="早于到达"):
        receipt("internet", arrived=ARRIVED, confirmed=SENT)

"""Which organs stand out from the others, by a rule that a few extreme ones cannot bend.

The middle is the median, the usual distance from it the median of all distances (MAD). Counts differ between organs by times, not by
steps, and are held against each other by their logarithms.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from statistics import median
from typing import Literal

FEWEST_ORGANS = 8
"""Among fewer there is no telling what is usual."""
TOO_FAR = 3.5
_TO_SIGMA = 1.4826  # makes the MAD of a bell curve its standard deviation

Side = Literal["", "high", "low"]
LABELS: dict[Side, str] = {"": "", "high": "明显偏高", "low": "明显偏低"}


@dataclass(frozen=True, slots=True)
class Spread:
    """What is usual: the median, and between which numbers the middle half of the organs lies."""

    middle: float
    lower: float
    upper: float


def spread(numbers: Sequence[float]) -> Spread | None:
    """The spread of numbers; None without any."""
    if not numbers:
        return None
    ordered = sorted(numbers)
    return Spread(median(ordered), _at(ordered, 0.25), _at(ordered, 0.75))


def _at(ordered: Sequence[float], part: float) -> float:
    """The number below which that part of them lies."""
    place = (len(ordered) - 1) * part
    low = math.floor(place)
    high = min(low + 1, len(ordered) - 1)
    return ordered[low] + (ordered[high] - ordered[low]) * (place - low)


def sides(numbers: Sequence[float], *, by_times: bool) -> list[Side]:
    """For each number whether it stands out, and to which side; none among fewer than eight, or where more than half are equal.

    ``by_times``: numbers are counts, compared by how many times one is of another.
    """
    if len(numbers) < FEWEST_ORGANS:
        return [""] * len(numbers)
    seen = [math.log1p(max(number, 0.0)) for number in numbers] if by_times else list(numbers)
    middle = median(seen)
    usual = median(abs(number - middle) for number in seen) * _TO_SIGMA
    return [_side(number - middle, usual) for number in seen]


def _side(distance: float, usual: float) -> Side:
    if usual == 0 or abs(distance) <= TOO_FAR * usual:
        return ""
    return "high" if distance > 0 else "low"


def in_words(count: int, *, by_times: bool) -> str:
    """How it was decided, for people who want to know."""
    if count < FEWEST_ORGANS:
        return f"只有 {count} 个机关可比，不足 {FEWEST_ORGANS} 个，不判断谁偏高偏低。"
    times = "件数相差以倍数论（取对数）；" if by_times else "不足 10 件的占比只列出，不参与判断；"
    return (
        f"以中位数为准，{times}与中位数的距离超过各机关距离中位数的 {TOO_FAR * _TO_SIGMA:.1f} 倍的，标为明显偏高或者偏低"
        f"（稳健的统计办法：中位数和绝对中位差）。偏高偏低不等于有错，只提示看一看原因。"
    )

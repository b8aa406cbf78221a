"""One caption, and what is wrong with a row of them."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

LONGEST_LINE = 42
"""Characters of a line that a phone shows without breaking it twice; longer ones are only pointed out."""


@dataclass(frozen=True, slots=True)
class Cue:
    """``start`` and ``end`` in milliseconds from the beginning; ``words`` may have several lines."""

    start: int
    end: int
    words: str


def faults_of(cues: Sequence[Cue], seconds: float | None = None) -> list[str]:
    """What is wrong, in sentences for people; ``seconds`` is how long the video is, where that is known."""
    found = [
        f"第 {number} 条字幕的结束时间不在开始时间之后"
        for number, cue in enumerate(cues, 1)
        if cue.end <= cue.start
    ]
    for number, (before, after) in enumerate(pairwise(cues), 2):
        if after.start < before.start:
            found.append(f"第 {number} 条字幕比上一条开始得早，次序不对")
        elif after.start < before.end:
            found.append(f"第 {number} 条字幕和上一条时间重叠")
    found += [f"第 {number} 条字幕没有文字" for number, cue in enumerate(cues, 1) if not cue.words]
    if seconds and cues and cues[-1].start >= seconds * 1000:
        found.append("最后的字幕开始得比视频结束还晚，字幕可能是别的视频的")
    return found

"""Words that lie in several pieces (runs of a Word file, bold in a paragraph) changed as if they were one."""

from collections.abc import Iterable, Sequence
from typing import Protocol


class Change(Protocol):
    """Characters ``start`` to ``end`` (not included) of a text, and what to print in their place."""

    @property
    def start(self) -> int: ...  # noqa: D102 - said above

    @property
    def end(self) -> int: ...  # noqa: D102

    @property
    def masked(self) -> str: ...  # noqa: D102


def spread(segments: Sequence[str], finds: Iterable[Change]) -> list[str]:
    """The segments with each find of their joined text masked: the mask stands where the find begins."""
    result, start = list(segments), 0
    spans = []
    for segment in segments:
        spans.append((start, start + len(segment)))
        start += len(segment)
    for found in sorted(finds, key=lambda each: each.start, reverse=True):
        for place, (first, last) in reversed(list(enumerate(spans))):
            begin, end = max(found.start, first), min(found.end, last)
            if begin >= end:
                continue
            put = found.masked if begin == found.start else ""
            own = result[place]
            result[place] = own[: begin - first] + put + own[end - first :]
    return result

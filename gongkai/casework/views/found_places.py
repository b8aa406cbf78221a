"""The places of words and personal data in a paper, as the page offers them to be ticked."""

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.casework.actions.redacting import bytes_of
from gongkai.casework.forms.redaction import edges_as_text
from gongkai.casework.models import RedactionSheet
from gongkai.casework.redacting import boxes_of
from gongkai.paperwork.personal_data import LABELS
from gongkai.paperwork.redaction import Place, find_places

MOST_SHOWN = 500


@dataclass(frozen=True, slots=True)
class Tick:
    """One place: what the form sends, its page, its words, what kind of data it is, and whether the words are behind a picture."""

    value: str
    page: int
    text: str
    kind: str
    hidden: bool


@dataclass(frozen=True, slots=True)
class Found:
    """The places that are not marked yet, at most MOST_SHOWN; how many there are, and how many are marked already."""

    ticks: tuple[Tick, ...]
    number: int
    marked: int


def found_places(sheet: RedactionSheet, words: Sequence[str], kinds: Sequence[str]) -> Found:
    """Where they stand. Raises UnreadableReport (HostileFile)."""
    places = find_places(bytes_of(sheet.working), tuple(words), frozenset(kinds))
    by_page: dict[int, list[tuple[float, float, float, float]]] = {}
    for box in boxes_of(sheet):
        by_page.setdefault(box.page, []).append(box.edges)
    fresh = [place for place in places if place.boxes and not _marked(place, by_page)]
    ticks = tuple(_tick(place) for place in fresh[:MOST_SHOWN])
    return Found(ticks, len(fresh), len(places) - len(fresh))


def _marked(place: Place, by_page: dict[int, list[tuple[float, float, float, float]]]) -> bool:
    """Whether each of its lines lies within a place that is marked."""
    return all(
        any(_within(box.edges, marked) for marked in by_page.get(box.page, ()))
        for box in place.boxes
    )


def _within(one: tuple[float, ...], other: tuple[float, ...]) -> bool:
    slack = 0.001
    return (
        one[0] >= other[0] - slack
        and one[1] >= other[1] - slack
        and one[2] <= other[2] + slack
        and one[3] <= other[3] + slack
    )


def _tick(place: Place) -> Tick:
    value = edges_as_text([(box.page, *_inside(box.edges)) for box in place.boxes])
    kind = LABELS[place.kind] if place.kind else ""  # type: ignore[index]  # a kind of the finder's
    return Tick(value, place.boxes[0].page, place.text[:80], kind, place.hidden)


def _inside(edges: tuple[float, float, float, float]) -> tuple[float, float, float, float]:
    """What sticks out over the edge of the page is cut off."""
    left, top, right, bottom = (min(max(edge, 0.0), 1.0) for edge in edges)
    return (left, top, right, bottom)

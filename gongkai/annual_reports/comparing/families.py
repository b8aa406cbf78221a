"""Near copies put in order for people: organs that share one text as a family, and organs that took last year's own. Pure."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from gongkai.annual_reports.comparing.near_copies import NearCopy, Text


@dataclass(frozen=True, slots=True)
class Member:
    """A text of a family beside the one that it is most like."""

    text: Text
    nearest: Text
    percent: int


@dataclass(frozen=True, slots=True)
class Family:
    """Texts of one chapter that are near copies of each other, directly or by way of others."""

    chapter: str
    members: tuple[Member, ...]

    @property
    def percent(self) -> int:
        """How alike the most alike two are."""
        return max(member.percent for member in self.members)


def own_copies(pairs: Iterable[NearCopy]) -> list[NearCopy]:
    """Texts that an organ took from its own report of another year."""
    return [pair for pair in pairs if pair.one.organ == pair.other.organ]


def families(pairs: Iterable[NearCopy]) -> list[Family]:
    """The families among texts of different organs, the largest first."""
    near: dict[Text, list[tuple[int, Text]]] = defaultdict(list)
    for pair in pairs:
        if pair.one.organ != pair.other.organ:
            near[pair.one].append((pair.percent, pair.other))
            near[pair.other].append((pair.percent, pair.one))
    seen: set[Text] = set()
    found = []
    for text in near:
        if text not in seen:
            kin = _kin(text, near)
            seen |= kin
            found.append(Family(text.chapter, _members(kin, near)))
    return sorted(found, key=lambda one: (-len(one.members), -one.percent, one.chapter))


def _kin(start: Text, near: dict[Text, list[tuple[int, Text]]]) -> set[Text]:
    """Everything that can be reached from a text."""
    kin, ahead = {start}, [start]
    while ahead:
        for _, other in near[ahead.pop()]:
            if other not in kin:
                kin.add(other)
                ahead.append(other)
    return kin


def _members(kin: set[Text], near: dict[Text, list[tuple[int, Text]]]) -> tuple[Member, ...]:
    members = []
    for text in kin:
        percent, nearest = max(near[text], key=lambda one: (one[0], -one[1].organ, one[1].year))
        members.append(Member(text, nearest, percent))
    return tuple(sorted(members, key=lambda one: (-one.percent, one.text.organ, one.text.year)))

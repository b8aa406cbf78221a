"""What rooms above do when a text becomes public, or is about to: they register here when they start.

Guards are asked when a text is handed in and before its release, and may refuse; followers act in the transaction of the
publication itself; neighbours say what else belongs to an item, for its page on the desk.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from gongkai.publishing.models import Item, ItemVersion

Guard = Callable[[Item, ItemVersion], None]
Follower = Callable[[Item, datetime], None]
Neighbour = Callable[[Item], "Beside | None"]
_GUARDS: list[Guard] = []
_FOLLOWERS: list[Follower] = []
_NEIGHBOURS: list[Neighbour] = []


@dataclass(frozen=True, slots=True)
class Beside:
    """A record of a room above that an item belongs to: what it is, how it stands, and where its page is."""

    label: str
    words: str
    url: str


def guard_release(guard: Guard) -> None:
    """Ask ``guard`` when a text is handed in and before its release; it raises Refusal where the version may not go out."""
    if guard not in _GUARDS:
        _GUARDS.append(guard)


def follow_publication(follower: Follower) -> None:
    """Call ``follower`` with the item, once it is public."""
    if follower not in _FOLLOWERS:
        _FOLLOWERS.append(follower)


def ask_guards(item: Item, version: ItemVersion) -> None:
    """Let every guard look at what is to be released; raises Refusal."""
    for guard in _GUARDS:
        guard(item, version)


def tell_followers(item: Item, now: datetime) -> None:
    """Let every follower act on what became public."""
    for follower in _FOLLOWERS:
        follower(item, now)


def stand_beside(neighbour: Neighbour) -> None:
    """Let ``neighbour`` say what an item belongs to."""
    if neighbour not in _NEIGHBOURS:
        _NEIGHBOURS.append(neighbour)


def beside(item: Item) -> list[Beside]:
    """All that an item belongs to in rooms above."""
    return [found for neighbour in _NEIGHBOURS if (found := neighbour(item))]

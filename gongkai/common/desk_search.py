"""Search over everything a person may see: each app answers for its own records, the desk shows the hits together."""

from collections.abc import Callable
from dataclasses import dataclass

from gongkai.common.permissions import Actor


@dataclass(frozen=True, slots=True)
class Hit:
    """One record found: what it is, where it opens, and a line about it. Personal data is masked."""

    kind: str
    title: str
    url: str
    about: str = ""


SearchProvider = Callable[[Actor, str, int], list[Hit]]
"""Takes the person, the words and the most hits wanted; returns only what that person may see."""

_PROVIDERS: dict[str, SearchProvider] = {}


def offer_search(key: str, provider: SearchProvider) -> None:
    """Add an app's search; called when it starts."""
    _PROVIDERS[key] = provider


def search_for(actor: Actor, words: str, most: int = 20) -> list[Hit]:
    """The hits of all apps, at most ``most`` of each."""
    wanted = words.strip()
    return (
        [hit for provider in _PROVIDERS.values() for hit in provider(actor, wanted, most)]
        if wanted
        else []
    )

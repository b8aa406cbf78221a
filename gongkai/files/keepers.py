"""Which stored bytes higher floors still need though no ``StoredFile`` names them: a registry that they fill when they start."""

from collections.abc import Callable, Iterable

Keeper = Callable[[Iterable[str]], Iterable[str]]
"""Takes keys of the storage and gives back those that are in use."""
_KEEPERS: list[Keeper] = []


def keep_also(keeper: Keeper) -> None:
    """Spare what this function names from the daily sweep."""
    if keeper not in _KEEPERS:
        _KEEPERS.append(keeper)


def kept_elsewhere(keys: set[str]) -> set[str]:
    """The keys that some keeper names."""
    return {key for keeper in _KEEPERS for key in keeper(keys)}

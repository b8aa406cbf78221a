"""Which organs' chains a person may read: the journal knows organs by code alone, so the floor of agencies answers here."""

from collections.abc import Callable, Mapping

Names = Callable[[frozenset[int] | None], Mapping[str, str]]
"""Takes ids of agencies (None: all) and returns their names by code."""

_NAMES: list[Names] = []


def use_organs(names: Names) -> None:
    """Ask this function from now on; called when ``agencies`` starts."""
    _NAMES[:] = [names]


def organ_names(ids: frozenset[int] | None = None) -> Mapping[str, str]:
    """Names by code; empty where nobody answers."""
    return _NAMES[0](ids) if _NAMES else {}

"""Takes away what kills left behind in the folder of the public site: folders that no state leads to, things half prepared."""

import os
from collections.abc import Iterator

from gongkai.release.static.disk import locked, take_away
from gongkai.release.static.growing import STORE, entries
from gongkai.release.static.tree import STAGING, Tree

REBUILD_LOCK = "rebuild.lock"
"""Held by who prepares pages in ``staging``."""
TRIES = 3
"""Looks without holding anybody up; then one that nothing is committed beside."""


def sweep(tree: Tree) -> int:
    """Take away everything that the present state does not lead to; returns how many folders that were."""
    for _ in range(TRIES):
        with tree.lock():
            before, stored = tree.root, set(_stored(tree))
        try:
            lost = stored - set(reachable(tree))
        except FileNotFoundError:  # somebody committed meanwhile
            continue
        with tree.lock():
            if tree.root == before:
                return _sweep(tree, lost)
    with tree.lock():
        return _sweep(tree, set(_stored(tree)) - set(reachable(tree)))


def _sweep(tree: Tree, lost: set[str]) -> int:
    tree.take_away(lost)
    with locked(tree.folder / REBUILD_LOCK, wait=False) as nobody_prepares:
        rooms = list(os.scandir(tree.folder / STAGING)) if nobody_prepares else []
        for room in rooms:
            take_away(room.path)
    return len(lost)


def reachable(tree: Tree) -> Iterator[str]:
    """The folders of the store that the present state consists of."""
    waiting = [name] if (name := tree.root) else []
    while waiting:
        name = waiting.pop()
        yield name
        waiting += [child for child in entries(f"{tree.folder}/{STORE}/{name}").values() if child]


def _stored(tree: Tree) -> Iterator[str]:
    for shelf in os.listdir(tree.folder / STORE):
        for name in os.listdir(tree.folder / STORE / shelf):
            yield f"{shelf}/{name}"

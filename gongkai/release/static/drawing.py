"""Draws many pages of a rebuild, in processes of their own: what was drawn lies ready on the disk, to be moved into the tree.

A page is moved in only if what it replaces is still what stood there when it was begun: what a signature changed meanwhile
is newer, and stays.
"""

import os
import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from multiprocessing import get_context, parent_process
from pathlib import Path
from secrets import token_hex

from gongkai.release.static.addresses import is_alone, page_paths, place_of
from gongkai.release.static.disk import make_folder, write
from gongkai.release.static.growing import Content, Ready
from gongkai.release.static.pages import FAILED, Files, drawn, files_of
from gongkai.release.static.registry import Drawn, Root, one_batch
from gongkai.release.static.tree import STAGING, Tree

Identities = tuple[tuple[int, int, int] | None, ...]
AHEAD = 4
"""Units for each process that are under way or wait to be taken: none is idle, and not much lies ready."""


@dataclass(frozen=True, slots=True)
class Unit:
    """Pages of one site to be drawn in a row, into a room of the tree's staging."""

    folder: Path
    room: str
    root: Root
    addresses: tuple[str, ...]
    now: datetime

    @property
    def staging(self) -> Path:
        """Where what was drawn lies ready."""
        return self.folder / STAGING / self.room


@dataclass(frozen=True, slots=True)
class DrawnPage:
    """What a page makes of the tree, and what stood in its place when it was begun."""

    address: str
    before: Identities
    content: dict[str, Content]
    failed: bool = False


def draw_unit(unit: Unit) -> list[DrawnPage]:
    """Draw the pages of a unit. What stands in their places is looked at before anything is read for them."""
    tree = Tree(unit.folder)
    unit.staging.mkdir(parents=True, exist_ok=True)
    before = [identities(tree, address) for address in unit.addresses]
    with one_batch(unit.addresses, unit.now):
        return [
            _draw(unit, tree, address, stood, drawn(address, unit.now))
            for address, stood in zip(unit.addresses, before, strict=True)
        ]


def _draw(
    unit: Unit, tree: Tree, address: str, before: Identities, modes: tuple[Drawn, Drawn]
) -> DrawnPage:
    files = files_of(address, unit.root, *modes)
    alone = is_alone(address)
    content = _ready(unit, tree, place_of(address), files) if alone else dict(files)
    return DrawnPage(address, before, content, modes[0] is FAILED)


def _ready(unit: Unit, tree: Tree, place: str, files: Files) -> dict[str, Content]:
    """The folder of a page, ready to be moved in as a whole; nothing where the tree has it already."""
    if all(body == bytes_at(tree, path) for path, body in files.items()):
        return {}
    bodies = {path: body for path, body in files.items() if body is not None}
    if not bodies:
        return {place: None}
    folder = unit.staging / token_hex(8)
    make_folder(str(folder))
    for path, body in bodies.items():
        write(str(folder / path.removeprefix(place)), body)
    return {place: Ready(folder)}


def bytes_at(tree: Tree, path: str) -> bytes | None:
    """What the tree has at a path."""
    try:
        return tree.place(path).read_bytes()
    except (FileNotFoundError, NotADirectoryError):
        return None


def identities(tree: Tree, address: str) -> Identities:
    """What stands at an address now."""
    return tuple(tree.identity(path) for path in page_paths(place_of(address)))


Draw = Callable[[Iterable[Unit]], Iterator[tuple[Unit, list[DrawnPage]]]]


def draw_here(units: Iterable[Unit]) -> Iterator[tuple[Unit, list[DrawnPage]]]:
    """Draw in this process, one unit after another."""
    for unit in units:
        yield unit, draw_unit(unit)


@contextmanager
def several(processes: int) -> Iterator[Draw]:
    """Draw in so many processes at once, in order; 0 for none besides this one."""
    if not processes:
        yield draw_here
        return
    with ProcessPoolExecutor(processes, get_context("spawn"), _begin) as pool:

        def draw(units: Iterable[Unit]) -> Iterator[tuple[Unit, list[DrawnPage]]]:
            coming = iter(units)
            under_way = [(unit, pool.submit(draw_unit, unit)) for unit in islice(coming, AHEAD * processes)]  # fmt: skip
            while under_way:
                unit, future = under_way.pop(0)
                yield unit, future.result()
                under_way += [(each, pool.submit(draw_unit, each)) for each in islice(coming, 1)]

        try:
            yield draw
        finally:
            pool.shutdown(wait=True, cancel_futures=True)


def _begin() -> None:
    """A new process: bring Django up, and end as soon as the one that started it is gone."""
    import django

    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C is for the one that started it
    threading.Thread(target=_end_with_parent, daemon=True).start()
    django.setup()


def _end_with_parent() -> None:
    if parent := parent_process():
        parent.join()
        os._exit(1)

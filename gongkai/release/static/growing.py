"""Makes the next state of a tree out of the present one: only folders on the way to a change are made anew.

What is made here is seen by nobody until the tree is swapped (``tree``). Folders are never changed once they are made.
"""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from secrets import token_hex

from gongkai.release.static.disk import make_folder, write

STORE = "store"
Branch = dict[str, "Branch | bytes | Ready | None"]


@dataclass(frozen=True, slots=True)
class Ready:
    """A file or a folder that lies ready on the same disk, to be moved into the tree."""

    path: Path


Content = bytes | Ready | None
"""What shall stand at a path: these bytes, what lies ready, or nothing any more."""


@dataclass(slots=True)
class Growth:
    """What was made for the next state and what it replaces, as names of folders in the store."""

    folder: str
    made: list[str] = field(default_factory=list)
    replaced: list[str] = field(default_factory=list)
    unsettled: list[str] = field(default_factory=list)

    def grown(self, old: str | None, branch: Branch) -> str | None:
        """The folder that is the old one with these changes: the old one where nothing differs, None where nothing is left."""
        kept = entries(self.path(old)) if old else {}
        changed: dict[str, str | bytes | Ready | None] = {}
        for name, wanted in branch.items():
            new = self._new(kept.get(name), wanted)
            if not self._is_same(old, name, kept.get(name), new):
                changed[name] = new
        if not changed:
            return old
        if old:
            self.replaced.append(old)
        left = {name: target for name, target in kept.items() if name not in changed}
        if not left and all(new is None for new in changed.values()):
            return None
        return self._make(old, left, changed)

    def path(self, name: str) -> str:
        """Where a folder of the store lies."""
        return f"{self.folder}/{STORE}/{name}"

    def _new(
        self, before: str | None, wanted: "Branch | bytes | Ready | None"
    ) -> str | bytes | Ready | None:
        """What shall stand under a name: a folder of the store, bytes, what lies ready, or nothing."""
        if isinstance(wanted, dict):
            return self.grown(before or None, wanted)
        if before:
            self.replaced += below(self, before)
        return wanted

    def _is_same(
        self, old: str | None, name: str, before: str | None, new: str | bytes | Ready | None
    ) -> bool:
        if isinstance(new, bytes):
            return before == "" and _holds(f"{self.path(old or '')}/{name}", new)
        return not isinstance(new, Ready) and new == before

    def _make(
        self,
        old: str | None,
        left: Mapping[str, str],
        changed: Mapping[str, str | bytes | Ready | None],
    ) -> str:
        name = self.new_folder()
        place = self.path(name)
        for kept in left:
            os.link(f"{self.path(old or '')}/{kept}", f"{place}/{kept}", follow_symlinks=False)
        for entry, new in changed.items():
            self._put(f"{place}/{entry}", new)
        self.unsettled.append(place)
        return name

    def new_folder(self) -> str:
        """A new, empty folder of the store."""
        name = token_hex(8)
        name = f"{name[:2]}/{name}"
        shelf = os.path.dirname(self.path(name))
        if not os.path.isdir(shelf):
            make_folder(shelf)
        make_folder(self.path(name))
        self.unsettled.append(shelf)
        self.made.append(name)
        return name

    def _put(self, place: str, new: str | bytes | Ready | None) -> None:
        if isinstance(new, bytes):
            write(place, new)
            self.unsettled.append(place)
        elif isinstance(new, Ready) and os.path.isdir(new.path):
            name = self.new_folder()
            os.rename(new.path, self.path(name))
            os.symlink(target_of(name), place)
        elif isinstance(new, Ready):
            os.rename(new.path, place)
        elif new is not None:
            os.symlink(target_of(new), place)


def entries(folder: str) -> dict[str, str]:
    """What lies in a folder of the store: by name the folder of the store that it leads to, or "" for a file."""
    with os.scandir(folder) as inside:
        return {
            entry.name: name_of(os.readlink(entry.path)) if entry.is_symlink() else ""
            for entry in inside
        }


def below(growth: Growth, name: str) -> list[str]:
    """A folder of the store and all that lie below it."""
    found = [name]
    for child in entries(growth.path(name)).values():
        if child:
            found += below(growth, child)
    return found


def target_of(name: str) -> str:
    """What a link inside the store says to lead to a folder of the store."""
    return f"../../{name}"


def name_of(target: str) -> str:
    """The folder of the store that a link leads to."""
    return "/".join(target.split("/")[-2:])


def branch_of(changes: Mapping[str, Content]) -> Branch:
    """The changes as a tree of names. A path that ends in ``/`` is a folder as a whole. Raises ValueError where two do not fit."""
    top: Branch = {}
    for path, content in sorted(changes.items()):
        *above, name = path.removesuffix("/").split("/")
        here = top
        for part in above:
            below_it = here.setdefault(part, {})
            if not isinstance(below_it, dict):
                raise ValueError(  # noqa: TRY004  # two paths do not fit; no type is wrong
                    f"{path} lies below something that is changed as a whole"
                )
            here = below_it
        if name in here:
            raise ValueError(f"{path} is changed twice")
        here[name] = content
    return top


def _holds(path: str, body: bytes) -> bool:
    """Whether a file has exactly these bytes."""
    if os.stat(path).st_size != len(body):
        return False
    with open(path, "rb") as file:
        return file.read() == body

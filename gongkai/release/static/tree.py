"""The public site on disk: every state is a whole tree of folders that are never changed; readers follow one link, ``current``.

A commit makes the folders on the way to what changes anew, lets the rest be shared with the state before, and swaps the link:
whoever reads finds the state before or the state after, and a kill at any point leaves one of the two.
"""

import json
import os
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

from gongkai.release.static.disk import FOLDER_MODE, locked, make_folder, settle, take_away
from gongkai.release.static.growing import STORE, Content, Growth, branch_of, entries, name_of

CURRENT, NEXT, STAGING, LOCK, SIGN = "current", "current.next", "staging", "lock", "gongkai-release.json"  # fmt: skip
PLAN = "commit.json"
TOUCHED = "touched"
"""Where commits write down what they touch, where somebody wants to know (``mirror``)."""
GRACE = 0.05
"""Seconds for which replaced folders stay, for who was on the way through one when the link was swapped."""


class NotOurFolder(Exception):
    """A folder that holds something else; nothing in it was touched."""


class Tree:
    """A tree in a folder. Commits are made by who holds its lock."""

    def __init__(self, folder: Path, *, grace: float = GRACE) -> None:
        self.folder = Path(folder)
        self.grace = grace

    def make_ready(self) -> None:
        """Make the folder where there is none. Raises NotOurFolder for one that holds something else."""
        self.folder.mkdir(parents=True, exist_ok=True)
        sign = self.folder / SIGN
        if sign.is_file():
            return
        if any(each.name not in {LOCK, STORE, STAGING} for each in self.folder.iterdir()):
            raise NotOurFolder(self.folder)
        self.folder.chmod(FOLDER_MODE)
        for name in (STORE, STAGING):
            if not (self.folder / name).is_dir():
                make_folder(str(self.folder / name))
        sign.write_text(json.dumps({"format": 1}), encoding="utf-8")
        settle([str(sign), str(self.folder)])

    @contextmanager
    def lock(self) -> Iterator[None]:
        """Be the only one who commits."""
        with locked(self.folder / LOCK):
            yield

    @property
    def root(self) -> str | None:
        """The name of the present state's folder; None before the first commit."""
        try:
            return name_of(os.readlink(self.folder / CURRENT))
        except FileNotFoundError:
            return None

    def commit(self, changes: Mapping[str, Content]) -> bool:
        """Have exactly these paths hold what is given, all at once; returns whether anything differed. The lock is held."""
        self.tidy()
        growth = Growth(str(self.folder))
        before = self.root
        try:
            after = growth.grown(before, branch_of(changes))
            if after == before:
                return False
            after = after or growth.new_folder()
            self.tell(changes)
            settle(dict.fromkeys(growth.unsettled))
            self._plan(after, growth)
        except Exception:
            self.take_away(growth.made)
            raise
        self._swap(after)
        time.sleep(self.grace if growth.replaced else 0)
        self.tidy()
        return True

    def _plan(self, after: str, growth: Growth) -> None:
        """Write down what is to go once the swap has happened, and what if it never does: whoever comes after a kill tidies up."""
        plan = {"after": after, "replaced": growth.replaced, "made": growth.made}
        half = self.folder / f"{PLAN}.half"
        half.write_text(json.dumps(plan), encoding="utf-8")
        os.rename(half, self.folder / PLAN)

    def tidy(self) -> None:
        """Take away what a commit replaced or, where it was killed before the swap, what it had made. The lock is held."""
        try:
            plan = json.loads((self.folder / PLAN).read_text(encoding="utf-8"))
        except FileNotFoundError:
            return
        self.take_away(plan["replaced"] if self.root == plan["after"] else plan["made"])
        os.unlink(self.folder / PLAN)

    def tell(self, changes: Iterable[str]) -> None:
        """Write down what is about to be touched, where somebody asks; what was written twice or in vain does no harm."""
        if (self.folder / TOUCHED).is_dir():
            note = self.folder / TOUCHED / f"{time.time_ns():020}.json"
            half = self.folder / f"{TOUCHED}.half"
            half.write_text(json.dumps(sorted(changes)), encoding="utf-8")
            settle([str(half)])
            os.rename(half, note)

    def _swap(self, name: str) -> None:
        following = self.folder / NEXT
        with suppress(FileNotFoundError):
            os.unlink(following)
        os.symlink(f"{STORE}/{name}", following)
        os.rename(following, self.folder / CURRENT)
        settle([str(self.folder)])

    def take_away(self, names: Iterable[str]) -> None:
        """Remove folders of the store that no state needs."""
        for name in names:
            take_away(f"{self.folder}/{STORE}/{name}")

    def place(self, path: str) -> Path:
        """Where a path of the present state lies."""
        return self.folder / CURRENT / path

    def identity(self, path: str) -> tuple[int, int, int] | None:
        """What tells a file from any other that stood or will stand at its path; None where there is none."""
        try:
            found = os.stat(self.place(path))
        except (FileNotFoundError, NotADirectoryError):
            return None
        return found.st_ino, found.st_mtime_ns, found.st_size

    def paths(self) -> Iterator[str]:
        """Every file of the present state."""
        waiting = [("", name)] if (name := self.root) else []
        while waiting:
            above, name = waiting.pop()
            for entry, folder in entries(f"{self.folder}/{STORE}/{name}").items():
                if folder:
                    waiting.append((f"{above}{entry}/", folder))
                else:
                    yield f"{above}{entry}"

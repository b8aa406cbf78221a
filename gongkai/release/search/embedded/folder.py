"""The folder of the index: one generation is current, named by a file; a new one is built beside it and put in its place.

One process at a time writes, under a lock that ends with the process; readers take no lock.
"""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from typing import IO

from gongkai.release.search.embedded.fields import FORMAT
from gongkai.release.search.question import BeingBuilt, NotReady

_NAME = "current"


class Folder:
    """``root`` holds the generations, the file that names the current one, and the locks."""

    def __init__(self, root: Path) -> None:
        self.root = root

    def current(self) -> Path:
        """The generation to be read; raises NotReady where there is none of this format."""
        try:
            name = (self.root / _NAME).read_text(encoding="ascii").strip()
        except (OSError, UnicodeDecodeError) as error:
            raise NotReady("没有检索索引") from error
        path = self.root / name
        if (
            not name.startswith(f"{FORMAT}-")
            or path.parent != self.root
            or not (path / "meta.json").is_file()
        ):
            raise NotReady("检索索引不完整，或者属于另一个版本")
        return path

    def fresh(self) -> Path:
        """An empty folder for a new generation."""
        path = self.root / f"{FORMAT}-{token_hex(6)}"
        path.mkdir(parents=True, mode=0o700)
        return path

    def put_in_place(self, generation: Path) -> None:
        """Make a finished generation the current one, in one step, and delete the others. Under the lock of writing."""
        part = self.root / f".{_NAME}.part"
        with part.open("w", encoding="ascii") as file:
            file.write(generation.name)
            file.flush()
            os.fsync(file.fileno())
        part.replace(self.root / _NAME)
        for path in self.root.iterdir():
            if path.is_dir() and path != generation:
                shutil.rmtree(path, ignore_errors=True)  # a reader may still have it open

    @contextmanager
    def writing(self) -> Iterator[None]:
        """The right to change the current generation or to replace it; waits for who has it."""
        with self._lock("write.lock") as file:
            fcntl.flock(file, fcntl.LOCK_EX)
            yield

    @contextmanager
    def building(self) -> Iterator[None]:
        """The right to build a new generation; raises BeingBuilt where somebody is at it."""
        with self._lock("build.lock") as file:
            try:
                fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError as error:
                raise BeingBuilt("另一个进程正在重建检索索引") from error
            yield

    def _lock(self, name: str) -> IO[str]:
        self.root.mkdir(parents=True, exist_ok=True, mode=0o700)
        return (self.root / name).open("a", encoding="ascii")

"""How far the folder of the public site is: whether it is whole, what a rebuild has done, what its pages were drawn for."""

import json
import os
from dataclasses import asdict, dataclass, field, replace
from datetime import datetime
from pathlib import Path
from typing import Any

from gongkai.release.static.tree import Tree

NAME = "progress.json"
WHOLE = 9
"""The stage of a folder that has every page: higher than any kind's."""


@dataclass(frozen=True, slots=True)
class Progress:
    """``stage``: pages of lower stages are all there, those of this one are coming. ``frames``: by where a site begins, what
    its pages carry. ``rebuilding``: by where a site begins, what they are being drawn anew for; ``kind``, ``start`` and
    ``last``: the address up to which that has come; ``done`` and ``number`` count pages, ``failed`` those that the
    program could not draw.
    """

    stage: int = 0
    frames: dict[str, str] = field(default_factory=dict)
    rebuilding: dict[str, str] = field(default_factory=dict)
    kind: str = ""
    start: str = ""
    last: str = ""
    done: int = 0
    number: int = 0
    failed: int = 0
    begun_at: str = ""
    whole_at: str = ""

    @property
    def is_whole(self) -> bool:
        """Whether every page is there."""
        return self.stage >= WHOLE

    def whole(self, frames: dict[str, str], now: datetime) -> "Progress":
        """Everything was drawn for these frames."""
        return Progress(
            stage=WHOLE,
            frames=frames,
            done=self.done,
            number=self.number,
            failed=self.failed,
            begun_at=self.begun_at,
            whole_at=now.isoformat(),
        )


def progress_of(tree: Tree) -> Progress:
    """How far it is; not begun where nothing readable says it."""
    try:
        kept: dict[str, Any] = json.loads(_place(tree).read_text(encoding="utf-8"))
        return replace(Progress(), **kept)
    except (FileNotFoundError, ValueError, TypeError):
        return Progress()


def keep(tree: Tree, progress: Progress) -> None:
    """Note how far it is. What it says is on the disk before."""
    half = tree.folder / f"{NAME}.{os.getpid()}"
    half.write_text(json.dumps(asdict(progress)), encoding="utf-8")
    half.replace(_place(tree))


def _place(tree: Tree) -> Path:
    return tree.folder / NAME

"""What comes back from the child process: pages as pictures, the words that show on them, and those that were covered."""

from dataclasses import dataclass
from typing import Literal

from gongkai.paperwork.redaction.boxes import Edges

Coding = Literal["fax", "indexed", "jpeg"]


@dataclass(frozen=True, slots=True)
class Picture:
    """One page: its size in points, the picture in pixels, and how its bytes are coded.

    ``palette`` holds red, green and blue for each index of an indexed picture.
    """

    width: float
    height: float
    columns: int
    rows: int
    coding: Coding
    data: bytes
    palette: bytes = b""


@dataclass(frozen=True, slots=True)
class KeptWord:
    """Characters side by side on one line, each with its rectangle."""

    text: str
    edges: tuple[Edges, ...]


@dataclass(frozen=True, slots=True)
class Burnt:
    """One page made anew. ``words`` show on it, ``covered`` lie under its boxes."""

    picture: Picture
    words: tuple[KeptWord, ...]
    covered: tuple[str, ...]

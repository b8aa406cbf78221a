"""What reading an attachment gives: pieces of text with their place in words."""

from collections.abc import Iterable
from dataclasses import dataclass

MOST_PIECES = 200_000
MOST_CHARACTERS = 5_000_000


@dataclass(frozen=True, slots=True)
class Piece:
    """One paragraph or cell. ``hidden``: readers of the page do not see it, whoever opens the file may.

    ``way`` is how it is hidden (批注, 隐藏工作表 …); ``labels`` are words that stand at its head or left, such as 身份证号.
    """

    place: str
    text: str
    hidden: bool = False
    way: str = ""
    labels: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class FileText:
    """The pieces in order. ``trouble`` says in a sentence why there are none, or what was left out."""

    pieces: tuple[Piece, ...] = ()
    trouble: str = ""

    @property
    def is_searchable(self) -> bool:
        """Whether there is text that readers see."""
        return any(not piece.hidden for piece in self.pieces)

    @property
    def shown(self) -> str:
        """The text that readers see, a line a piece."""
        return "\n".join(piece.text for piece in self.pieces if not piece.hidden)


def gathered(pieces: Iterable[Piece], trouble: str = "") -> FileText:
    """The pieces that say something, up to the limits."""
    kept: list[Piece] = []
    characters = 0
    for piece in pieces:
        if not piece.text.strip():
            continue
        characters += len(piece.text)
        if len(kept) >= MOST_PIECES or characters > MOST_CHARACTERS:
            return FileText(tuple(kept), "内容过多，只读了前面的部分；请拆成几个文件再上传")
        kept.append(piece)
    return FileText(tuple(kept), trouble)

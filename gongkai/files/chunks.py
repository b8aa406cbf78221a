"""Large bytes at rest, sealed piece by piece: written and read with the memory of one piece. Each piece knows its place and the last.

Not here: files that people hand in, which are sealed whole (``sealing``).
"""

from collections.abc import Iterator
from typing import BinaryIO

from gongkai.common import vault

PIECE = 2**20
_LENGTH = 4
"""Bytes before each sealed piece that say how long it is."""


def seal_stream(source: BinaryIO, target: BinaryIO, *, context: str, key: bytes) -> None:
    """Write everything from here on in ``source`` sealed into ``target``."""
    number, piece = 0, source.read(PIECE)
    while True:
        following = source.read(PIECE)
        closed = vault.seal_bytes(piece, context=_place(context, number, not following), key=key)
        target.write(len(closed).to_bytes(_LENGTH, "big") + closed)
        if not following:
            return
        number, piece = number + 1, following


def unsealed_stream(source: BinaryIO, *, context: str, key: bytes) -> Iterator[bytes]:
    """The pieces as they were; raises vault.CannotOpen where one was altered, moved or cut off."""
    number, closed = 0, _next(source)
    while True:
        following = _next(source)
        place = _place(context, number, following is None)
        yield vault.unseal_bytes(closed or b"", context=place, key=key)
        if following is None:
            return
        number, closed = number + 1, following


def _next(source: BinaryIO) -> bytes | None:
    head = source.read(_LENGTH)
    return source.read(int.from_bytes(head, "big")) if head else None


def _place(context: str, number: int, last: bool) -> str:  # noqa: FBT001 - the third part of a place
    return f"{context}:{number}:{'last' if last else 'more'}"

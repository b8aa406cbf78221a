"""What was found in a video or sound file."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Found:
    """``kind`` is a key of ``cleaning.FILE_KINDS``; ``seconds`` None where the file does not say; ``width`` 0 for sound.

    The public copy is the bytes from ``start`` to ``end``; ``zeros`` (place, how many) are blanked in it, and the boxes whose
    kind stands at the places ``renamed`` become empty room.
    """

    kind: str
    seconds: float | None
    start: int
    end: int
    width: int = 0
    height: int = 0
    zeros: tuple[tuple[int, int], ...] = ()
    renamed: tuple[int, ...] = ()
    warnings: tuple[str, ...] = ()

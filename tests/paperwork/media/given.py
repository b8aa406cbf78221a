"""The small films and sounds of the tests, and boxes to make odd ones of."""

from pathlib import Path

FOLDER = Path(__file__).parents[2] / "media"
FILM, SOUND, M4A = ((FOLDER / name).read_bytes() for name in ("film.mp4", "sound.mp3", "sound.m4a"))


def box(kind: bytes, *inside: bytes) -> bytes:
    """One box of MP4."""
    content = b"".join(inside)
    return (len(content) + 8).to_bytes(4, "big") + kind + content


def handler(kind: bytes) -> bytes:
    """A track of a kind, and nothing of what is in it."""
    return box(b"trak", box(b"mdia", box(b"hdlr", bytes(8), kind, bytes(13))))


def film(*tracks: bytes, brand: bytes = b"isom") -> bytes:
    """A file of these tracks."""
    moov = box(b"moov", *(handler(kind) for kind in tracks))
    return box(b"ftyp", brand, bytes(4)) + moov + box(b"mdat", b"x")

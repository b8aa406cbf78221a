"""Pictures for the screens of phones: drawn smaller, tall ones cut into pieces that stand below each other without a seam."""

import io
from dataclasses import dataclass

from PIL import Image

from gongkai.paperwork.bounded import bounded_call
from gongkai.paperwork.errors import UnreadableReport

WIDEST = 1_280
"""Pixels: sharp on a phone of 390 points at three pixels a point, and as wide as the page on a desk."""
TALLEST = 1_600
"""Pixels of one piece of a tall picture: far below what the smallest phones can draw at once."""
MOST_PIECES = 30
LIGHT = 300 * 1024
"""Bytes below which a picture that is not too wide is shown as it is."""
_QUALITY = {"quality": 84, "progressive": True, "optimize": True, "subsampling": 0}
_SECONDS = 30.0
_MEMORY_MIB = 1_536


@dataclass(frozen=True, slots=True)
class Drawn:
    """A picture to be shown: its bytes (JPEG), its size in pixels."""

    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Pictured:
    """The size of a picture as it was given, and how it is shown; no ``pieces`` where it is light enough as it is."""

    width: int
    height: int
    pieces: tuple[Drawn, ...] = ()


def for_web(data: bytes, *, cut: bool = False) -> Pictured:
    """How a picture (PNG, JPEG, GIF, WebP) that was looked through is shown on a page; ``cut``: a tall one in pieces.

    Raises UnreadableReport.
    """
    found: Pictured = bounded_call(
        "gongkai.paperwork.web_pictures:drawn", data, cut, seconds=_SECONDS, memory_mib=_MEMORY_MIB
    )
    return Pictured(found.width, found.height, tuple(found.pieces))


def drawn(data: bytes, cut: bool) -> Pictured:  # noqa: FBT001 - called by name in a child process
    """The same without limits."""
    with Image.open(io.BytesIO(data)) as image:
        width, height = image.size
        moving = getattr(image, "n_frames", 1) > 1
        small = len(data) <= LIGHT and width <= WIDEST
        if moving or (small and not (cut and height > TALLEST)):
            return Pictured(width, height)
        shown = _on_white(image)
    if width > WIDEST:
        shown = shown.resize((WIDEST, max(1, round(height * WIDEST / width))), Image.Resampling.LANCZOS)  # fmt: skip
    tall = TALLEST if cut else shown.height
    if shown.height > tall * MOST_PIECES:
        raise UnreadableReport(f"图片太长（{width} × {height} 像素），请分成几张再上传")
    starts = range(0, shown.height, tall)
    return Pictured(width, height, tuple(_piece(shown, top, tall) for top in starts))


def _on_white(image: Image.Image) -> Image.Image:
    """The colours without transparency: what lets through shows white, as paper would."""
    if image.mode in {"RGBA", "LA", "PA"} or "transparency" in image.info:
        clear = image.convert("RGBA")
        paper = Image.new("RGBA", clear.size, "white")
        return Image.alpha_composite(paper, clear).convert("RGB")
    return image.convert("RGB")


def _piece(image: Image.Image, top: int, tall: int) -> Drawn:
    piece = image.crop((0, top, image.width, min(top + tall, image.height)))
    out = io.BytesIO()
    piece.save(out, "JPEG", **_QUALITY)
    return Drawn(out.getvalue(), piece.width, piece.height)

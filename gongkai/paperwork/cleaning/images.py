"""Pictures: drawn anew from their pixels, upright, so that no place, device or hidden data goes along."""

import io
import warnings
from typing import Any

from PIL import Image, ImageOps, ImageSequence

from gongkai.paperwork.cleaning.treated import Treated
from gongkai.paperwork.errors import HostileFile, UnreadableReport

MOST_PIXELS = 80_000_000  # A3 scanned at 600 dpi has 70 million
MOST_FRAMES = 500
MOST_ANIMATED = 200_000_000  # pixels of all frames
_KINDS = ("PNG", "JPEG", "GIF", "WEBP")
_DAMAGED = "图片不完整或已损坏，请用看图软件打开并重新保存后再提交"


def treat(data: bytes) -> Treated:
    """The picture drawn anew in its own format; raises HostileFile for one that would unpack too large."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # Pillow's own limit; ours is lower and refuses
        try:
            with Image.open(io.BytesIO(data), formats=_KINDS) as image:
                _check(image)
                return Treated(_again(image))
        except Image.DecompressionBombError as error:
            raise HostileFile("图片过大，展开后占满内存，请缩小后再提交") from error
        except (OSError, ValueError, SyntaxError) as error:
            if isinstance(error, UnreadableReport):
                raise
            raise UnreadableReport(_DAMAGED) from error


def _check(image: Image.Image) -> None:
    frames = getattr(image, "n_frames", 1)
    pixels = image.width * image.height
    if (
        pixels > MOST_PIXELS
        or frames > MOST_FRAMES
        or (frames > 1 and pixels * frames > MOST_ANIMATED)
    ):
        raise HostileFile(
            f"图片过大（{image.width} × {image.height} 像素，{frames} 帧），请缩小后再提交"
        )


def _again(image: Image.Image) -> bytes:
    kind = str(image.format)
    profile = image.info.get("icc_profile")
    options: dict[str, Any] = {"icc_profile": profile} if profile and kind != "GIF" else {}
    if getattr(image, "n_frames", 1) > 1 and kind in {"GIF", "WEBP", "PNG"}:
        return _moving(image, kind, options)
    still = _bare(ImageOps.exif_transpose(image))
    if kind == "JPEG":
        options |= {"quality": 92, "subsampling": 0}
    if kind == "WEBP":
        options |= {"quality": 92}
    if "transparency" in image.info and kind in {"PNG", "GIF"}:
        options["transparency"] = image.info["transparency"]
    return _saved(still, kind, options)


def _moving(image: Image.Image, kind: str, options: dict[str, Any]) -> bytes:
    frames = [frame.convert("RGBA") for frame in ImageSequence.Iterator(image)]
    durations = [frame.info.get("duration", 100) for frame in ImageSequence.Iterator(image)]
    moving = {"save_all": True, "append_images": frames[1:], "duration": durations}
    return _saved(frames[0], kind, options | moving | {"loop": image.info.get("loop", 0)})


def _bare(image: Image.Image) -> Image.Image:
    """The pixels and the palette, and nothing of what else the file said."""
    copy = image.copy()
    copy.info = {}
    return copy


def _saved(image: Image.Image, kind: str, options: dict[str, Any]) -> bytes:
    out = io.BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()

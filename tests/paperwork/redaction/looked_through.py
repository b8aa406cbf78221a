"""Looking for a secret in a PDF as somebody would who wants it: by text, by every object unpacked, by pixels."""

import contextlib
import io
import re
import zlib
from collections.abc import Iterator
from functools import cache

import pikepdf
import pypdf
import pypdfium2
from PIL import Image

from gongkai.paperwork.redaction import Box


def texts(data: bytes) -> str:
    """The text that two readers find."""
    found = [page.extract_text() for page in pypdf.PdfReader(io.BytesIO(data)).pages]
    with pypdfium2.PdfDocument(data) as document:
        found += [page.get_textpage().get_text_range() for page in document]
    return "\n".join(found)


def everything(data: bytes) -> bytes:
    """The file's bytes, every object of it written out with its streams unpacked, and whatever else unpacks, old or new."""
    parts = [data, *carved(data)]
    with pikepdf.open(io.BytesIO(data)) as pdf:
        for item in pdf.objects:
            is_stream = isinstance(item, pikepdf.Stream)
            parts.append(repr(dict(item)).encode() if is_stream else item.unparse(resolved=False))
            parts += [unpacked(item)] if is_stream else []
    return b"\n".join(parts)


def carved(data: bytes) -> Iterator[bytes]:
    """What lies between the marks of streams, unpacked without asking which revision it belongs to."""
    for found in re.finditer(rb"stream\r?\n(.*?)endstream", data, re.DOTALL):
        with contextlib.suppress(zlib.error):
            yield zlib.decompressobj().decompress(found[1])


def unpacked(stream: pikepdf.Object) -> bytes:
    try:
        return bytes(stream.read_bytes())
    except pikepdf.PdfError:
        return bytes(stream.read_raw_bytes())


def spellings(secret: str) -> list[bytes]:
    """The ways in which a PDF may write some words."""
    wide = secret.encode("utf-16-be")
    plain = secret.encode()
    return [
        plain,
        wide,
        secret.encode("utf-16-le"),
        plain.hex().encode(),
        wide.hex().encode(),
        wide.hex().upper().encode(),
    ]


def holds(data: bytes, secret: str) -> bool:
    """Whether the secret can be got out of the file by text or by reading its objects."""
    whole = everything(data)
    return secret in texts(data) or any(spelling in whole for spelling in spellings(secret))


@cache
def pixels(data: bytes, number: int = 1, scale: float = 2.0) -> Image.Image:
    """A page as a reader shows it, in grey."""
    with pypdfium2.PdfDocument(data) as document:
        document.init_forms()
        return document[number - 1].render(scale=scale).to_pil().convert("L")


def inside(image: Image.Image, box: Box, rim: int = 2) -> Image.Image:
    """The part of a page under a box, but for its rim."""
    left, top, right, bottom = box.edges
    return image.crop((int(left * image.width) + rim, int(top * image.height) + rim,
                       int(right * image.width) - rim, int(bottom * image.height) - rim))  # fmt: skip


def outside(image: Image.Image, boxes: tuple[Box, ...], rim: int = 4) -> Image.Image:
    """The page with every box and its rim painted over."""
    copy = image.copy()
    for box in boxes:
        left, top, right, bottom = box.edges
        copy.paste(0, (int(left * image.width) - rim, int(top * image.height) - rim,
                       int(right * image.width) + rim, int(bottom * image.height) + rim))  # fmt: skip
    return copy

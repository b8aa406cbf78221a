"""What the child process does for redaction: look, find, burn, and prove. Called by name under limits."""

import io
from collections.abc import Mapping

import pypdfium2
from PIL import Image, ImageOps, UnidentifiedImageError

from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.redaction.boxes import Edges, middle_in
from gongkai.paperwork.redaction.burnt import Burnt
from gongkai.paperwork.redaction.characters import characters_of
from gongkai.paperwork.redaction.document import opened, page_of
from gongkai.paperwork.redaction.holdings import dropped
from gongkai.paperwork.redaction.invisible_ink import MARK
from gongkai.paperwork.redaction.kept_words import covered, kept_words
from gongkai.paperwork.redaction.looking import Look
from gongkai.paperwork.redaction.sheets import MOST_PIXELS, drawn, picture_of

PREVIEW_WIDTH = 1_100
_PROOF_DPI = 60
_A4 = (8.27, 11.69)
"""Inches of the paper on which a picture is laid."""
_COARSEST = 36
_BLACK = 70


def looked(data: bytes) -> Look:
    """The pages of a file and what it holds besides."""
    with opened(data) as document:
        sizes = tuple(page_of(document, at).get_size() for at in range(1, len(document) + 1))
    return Look(sizes, tuple(dropped(data)))


def burnt(
    data: bytes, first: int, last: int, boxes: Mapping[int, tuple[Edges, ...]]
) -> list[Burnt]:
    """Pages ``first`` to ``last``, from 1, blacked out."""
    with opened(data) as document:
        return [_page(document, number, boxes.get(number, ())) for number in range(first, last + 1)]


def _page(document: pypdfium2.PdfDocument, number: int, boxes: tuple[Edges, ...]) -> Burnt:
    page = page_of(document, number)
    picture, seen = picture_of(page, boxes)
    page.close()
    characters = characters_of(document, number)
    return Burnt(picture, kept_words(characters, boxes, seen), covered(characters, boxes))


def preview(data: bytes, number: int, boxes: tuple[Edges, ...]) -> bytes:
    """Page ``number`` as it will be released, as PNG to be looked at."""
    with opened(data) as document:
        page = page_of(document, number)
        image = drawn(page, 72 * PREVIEW_WIDTH / page.get_width(), boxes)
        file = io.BytesIO()
        image.quantize(64).save(file, "PNG")
        return file.getvalue()


def left_open(released: bytes, boxes: Mapping[int, tuple[Edges, ...]], pages: int) -> str:
    """What the released file still shows of what it should not, in words; "" where it is as it must be."""
    with opened(released) as document:
        if len(document) != pages:
            return f"应有 {pages} 页，得到 {len(document)} 页"
        for number, edges in boxes.items():
            page = page_of(document, number)
            grey = drawn(page, _PROOF_DPI, ()).convert("L")
            page.close()
            light = any(_lightest(grey, box) > _BLACK for box in edges)
            if light:
                return f"第 {number} 页的涂黑范围不是全黑"
            if _readable_under(document, number, edges):
                return f"第 {number} 页的涂黑范围里仍有文字"
    return ""


def _lightest(grey: Image.Image, box: Edges) -> int:
    """The lightest pixel well inside a box."""
    left, top = int(box[0] * grey.width) + 1, int(box[1] * grey.height) + 1
    right, bottom = int(box[2] * grey.width), int(box[3] * grey.height)
    if right <= left or bottom <= top:
        return 0
    return int(grey.crop((left, top, right, bottom)).getextrema()[1])  # type: ignore[arg-type]


def _readable_under(document: pypdfium2.PdfDocument, number: int, boxes: tuple[Edges, ...]) -> bool:
    """Whether anything but the mark can be read under a box."""
    signs = set(MARK)
    places = (
        each.edges
        for each in characters_of(document, number)
        if each.text.strip() and each.text not in signs
    )
    return any(middle_in(edges, box) for edges in places if edges is not None for box in boxes)


def pictured(data: bytes) -> bytes:
    """A picture as a PDF of one page no larger than A4, turned as its camera meant it."""
    try:
        with Image.open(io.BytesIO(data)) as opened_picture:
            if opened_picture.width * opened_picture.height > MOST_PIXELS:
                raise HostileFile("图片过大，请缩小以后再涂黑")
            upright = ImageOps.exif_transpose(opened_picture)
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        raise UnreadableReport("图片打不开，可能已损坏") from error
    flat = Image.new("RGB", upright.size, "white")
    seen = upright.convert("RGBA")
    flat.paste(seen, mask=seen.getchannel("A"))
    dpi = max(flat.width / _A4[0], flat.height / _A4[1], _COARSEST)
    file = io.BytesIO()
    flat.save(file, "PDF", resolution=dpi, quality=95)
    return file.getvalue()

"""A page as the picture that is released: drawn as seen, blacked out, and only then compressed. Runs in the bounded child.

How it is compressed is judged by the blacked-out picture too: what lay under a box leaves no trace in the file.
"""

import io
import math
from collections.abc import Sequence

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from gongkai.paperwork.errors import HostileFile
from gongkai.paperwork.redaction.boxes import Edges
from gongkai.paperwork.redaction.burnt import Picture

FAX_DPI = 300
COLOUR_DPI = 200
PROBE_DPI = 150
MOST_PIXELS = 40_000_000
COARSEST = 72
"""Dots per inch: a page so large that even this makes too many pixels is refused."""
FEW_COLOURS = 64
COLOURS = 64
QUALITY = 85
_SPECKS = 8
"""Pixels of a probe that may be grey or coloured on a page that counts as black and white."""


def picture_of(page: pypdfium2.PdfPage, boxes: Sequence[Edges]) -> tuple[Picture, Image.Image]:
    """The page with its boxes black, coded and as it is: two tones at 300 dpi where it has no others, else colours at 200 dpi."""
    width, height = page.get_size()
    probe = drawn(page, PROBE_DPI, boxes, smooth=False)
    if _is_black_and_white(probe):
        image = drawn(page, FAX_DPI, boxes, grey=True)
        ink = image.point(_ink).convert("1")
        return Picture(width, height, image.width, image.height, "fax", _fax(ink)), image
    image = drawn(page, COLOUR_DPI, boxes)
    if probe.getcolors(FEW_COLOURS):
        flat = image.quantize(COLOURS, Image.Quantize.FASTOCTREE)
        palette = bytes(map(_clean, flat.getpalette() or ()))
        coded = Picture(
            width, height, image.width, image.height, "indexed", flat.tobytes(), palette
        )
        return coded, image
    return Picture(width, height, image.width, image.height, "jpeg", _jpeg(image)), image


def drawn(
    page: pypdfium2.PdfPage,
    dpi: float,
    boxes: Sequence[Edges],
    *,
    smooth: bool = True,
    grey: bool = False,
) -> Image.Image:
    """The page in colours or greys at about ``dpi``, with the boxes black; raises HostileFile for a page beyond any paper."""
    width, height = page.get_size()
    finest = 72 * math.sqrt(MOST_PIXELS / (width * height))
    if finest < COARSEST:
        raise HostileFile("页面过大，请用原软件按 A3 或者更小的纸张重新导出后再涂黑")
    rough = not smooth
    bitmap = page.render(
        scale=min(dpi, finest) / 72,
        no_smoothtext=rough,
        no_smoothpath=rough,
        no_smoothimage=rough,
        rev_byteorder=True,
        grayscale=grey,
    )
    image: Image.Image = bitmap.to_pil().convert("L" if grey else "RGB")
    bitmap.close()
    blacken(image, boxes)
    return image


def blacken(image: Image.Image, boxes: Sequence[Edges]) -> None:
    """Paint the boxes black, every pixel that they touch and one more around."""
    brush = ImageDraw.Draw(image)
    for left, top, right, bottom in boxes:
        first = (math.floor(left * image.width) - 1, math.floor(top * image.height) - 1)
        last = (math.ceil(right * image.width), math.ceil(bottom * image.height))
        brush.rectangle((first, last), fill=0)


def _is_black_and_white(probe: Image.Image) -> bool:
    """Whether, drawn without smoothing, nothing on the page is grey or coloured."""
    red, green, blue = probe.split()
    colour = ImageChops.lighter(
        ImageChops.difference(red, green), ImageChops.difference(green, blue)
    )
    grey = probe.convert("L").histogram()
    return sum(colour.histogram()[24:]) <= _SPECKS and sum(grey[24:250]) <= _SPECKS


def _clean(value: int) -> int:
    """Paper is white and a box black, though choosing few colours may shift both by a step."""
    return 255 if value >= 252 else value if value > 3 else 0


def _ink(value: int) -> int:
    """Ink is 1 and paper 0, as fax has it."""
    return 0 if value >= 160 else 255


def _fax(image: Image.Image) -> bytes:
    """The picture as one strip of CCITT group 4."""
    file = io.BytesIO()
    rows_per_strip = 278
    image.save(file, "TIFF", compression="group4", tiffinfo={rows_per_strip: image.height})
    with Image.open(file) as saved:
        (start,), (length,) = saved.tag_v2[273], saved.tag_v2[279]  # type: ignore[attr-defined]
    return file.getvalue()[start : start + length]


def _jpeg(image: Image.Image) -> bytes:
    file = io.BytesIO()
    image.save(file, "JPEG", quality=QUALITY)
    return file.getvalue()

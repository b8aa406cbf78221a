"""A picture as a page of A4. Runs in the bounded child."""

import io

from PIL import Image, ImageOps, UnidentifiedImageError

from gongkai.paperwork.errors import UnreadableReport

PAGE = (1654, 2339)
"""A4 at 200 dots per inch."""
DPI = 200
QUALITY = 85


def picture_as_pdf(data: bytes) -> bytes:
    """The first frame of a picture, upright, on a white page; large ones are made smaller. Raises UnreadableReport."""
    try:
        with Image.open(io.BytesIO(data)) as image:
            upright = ImageOps.exif_transpose(image).convert("RGB")
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise UnreadableReport("图片打不开") from error
    size = PAGE if upright.height >= upright.width else PAGE[::-1]
    page = Image.new("RGB", size, "white")
    fitted = ImageOps.contain(upright, size) if _beyond(upright, size) else upright
    page.paste(fitted, ((size[0] - fitted.width) // 2, (size[1] - fitted.height) // 2))
    out = io.BytesIO()
    page.save(out, "PDF", resolution=DPI, quality=QUALITY)
    return out.getvalue()


def _beyond(image: Image.Image, size: tuple[int, int]) -> bool:
    return image.width > size[0] or image.height > size[1]

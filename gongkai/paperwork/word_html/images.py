"""The pictures of a Word file as files of their own: formats that browsers show, told by their first bytes."""

from typing import Any

from mammoth import html

from gongkai.paperwork.word_html.page import Image

# (first bytes, content type, extension). An SVG may hold scripts and is left out with the formats of printers.
_FORMATS = (
    (b"\x89PNG\r\n\x1a\n", "image/png", "png"),
    (b"\xff\xd8\xff", "image/jpeg", "jpg"),
    (b"GIF87a", "image/gif", "gif"),
    (b"GIF89a", "image/gif", "gif"),
    (b"BM", "image/bmp", "bmp"),
)


class Gallery:
    """Takes each picture in once; ``lost`` counts those that no browser would show or that are not in the file."""

    def __init__(self) -> None:
        self._by_data: dict[bytes, Image] = {}
        self.lost = 0

    @property
    def images(self) -> tuple[Image, ...]:
        """The pictures in the order in which they first appear."""
        return tuple(self._by_data.values())

    def element(self, image: Any) -> list[Any]:
        """The ``img`` for one of mammoth's images; nothing for a picture that is left out."""
        try:
            with image.open() as file:
                data: bytes = file.read()
        except (KeyError, ValueError):  # not in the archive, or a link to a file elsewhere
            data = b""
        kept = self.keep(data, image.alt_text or "")
        if kept is None:
            return []
        return [html.element("img", {"src": kept.name, "alt": image.alt_text or ""})]

    def keep(self, data: bytes, alt: str) -> Image | None:
        """The picture as a file with the words for it; None, and counted as lost, if no browser would show it."""
        for magic, content_type, extension in _FORMATS:
            if data.startswith(magic):
                name = f"image-{len(self._by_data) + 1}.{extension}"
                return self._by_data.setdefault(data, Image(name, content_type, data, alt))
        self.lost += 1
        return None

"""What a Word file becomes."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Image:
    """A picture as a file. The page's ``src`` is ``name``; ``alt`` is what the file says of it where it first stands."""

    name: str
    content_type: str
    data: bytes
    alt: str = ""


@dataclass(frozen=True, slots=True)
class WordPage:
    """Sanitised HTML without a page around it, its pictures, and sentences on what was left out."""

    html: str
    images: tuple[Image, ...] = ()
    warnings: tuple[str, ...] = ()

"""What a page of an old website becomes."""

from dataclasses import dataclass

from gongkai.paperwork.word_html.page import Image


@dataclass(frozen=True, slots=True)
class Reference:
    """A picture or a link of the text. ``written``: as the page has it; ``address``: the whole address that it means.

    A picture stands in the text under ``name``; ``words`` are those for it, or those of the link.
    """

    name: str
    written: str
    address: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Told:
    """What the page says about itself under one heading, and the words in which it does."""

    key: str
    value: str
    evidence: str


@dataclass(frozen=True, slots=True)
class OldPage:
    """``html`` is clean; its pictures bear names, its links whole addresses. ``place``: where the text was found.

    ``carried``: pictures inside the page itself. ``told``: keys as in ``telling.KEYS``, each once. ``doubts``: sentences for
    the officer, where it is not sure that this is the text, and all of it.
    """

    html: str
    carried: tuple[Image, ...]
    pictures: tuple[Reference, ...]
    links: tuple[Reference, ...]
    told: tuple[Told, ...]
    place: str
    doubts: tuple[str, ...]

    def said(self, key: str) -> Told | None:
        """What the page says of itself under a key."""
        return next((row for row in self.told if row.key == key), None)

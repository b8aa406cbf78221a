"""What a text names: pictures get names, links whole addresses; what the page carries inside itself becomes files."""

import base64
import binascii
import re
from collections.abc import Iterator

from gongkai.paperwork.document_html.pictures import useful
from gongkai.paperwork.html_blocks import Element
from gongkai.paperwork.old_pages.addresses import whole
from gongkai.paperwork.old_pages.frames import drop, names_a_file, words_of
from gongkai.paperwork.old_pages.page import Reference
from gongkai.paperwork.word_html.images import Gallery

_CARRIED = re.compile(r"data:image/[a-z+.-]+;base64,(?P<data>[A-Za-z0-9+/=\s%]+)")
_ICON = re.compile(r"fileTypeImages/|/icon_\w+\.(?:gif|png)$|/spacer\.gif$", re.IGNORECASE)
EMBEDDED = ("iframe", "embed", "object", "video", "audio")
_HIDDEN = re.compile(r"display\s*:\s*none", re.IGNORECASE)
MOST = 500
"""Pictures, and links, that are followed on one page."""


class References:
    """Gathers what a text names; each picture and each address once."""

    def __init__(self, address: str, root: Element) -> None:
        base = next((said for one in root.iter("base") if (said := one.get("href"))), "")
        self._base = whole(base, address) or address
        self.gallery = Gallery()
        self.pictures: dict[str, Reference] = {}
        self.links: dict[str, Reference] = {}
        self._lost: list[str] = []

    def take(self, place: Element) -> None:
        """Look through the text and write the names and addresses into it."""
        for image in list(place.iter("img")):
            self._picture(image)
        for link in list(place.iter("a")):
            self._link(link)
        for embedded in list(place.iter(*EMBEDDED)):
            if not _HIDDEN.search(embedded.get("style") or ""):
                self._embedded(embedded)

    def doubts(self) -> Iterator[str]:
        """What could not be followed."""
        if self.gallery.lost:
            yield f"有 {self.gallery.lost} 张图片的格式不能在网页上显示，没有转入"
        if self._lost:
            yield f"页面里嵌有别的网页或者视频，没有转入：{'、'.join(self._lost[:3])}"

    def _picture(self, image: Element) -> None:
        written = (image.get("src") or image.get("data-src") or "").strip()
        carried = _CARRIED.fullmatch(written)
        if carried:
            self._carried(image, carried["data"])
            return
        address = whole(written, self._base)
        if not address or _ICON.search(address) or len(self.pictures) >= MOST:
            drop(image)
            return
        name = f"picture-{len(self.pictures) + 1}"
        alt = useful(image.get("alt", ""))
        row = self.pictures.setdefault(address, Reference(name, written, address, alt))
        image.set("src", row.name)
        image.set("alt", alt)

    def _carried(self, image: Element, coded: str) -> None:
        try:
            data = base64.b64decode(coded.replace("%2B", "+").replace("%2F", "/"))
        except binascii.Error:
            data = b""
        kept = self.gallery.keep(data, image.get("alt", ""))
        if kept is None:
            drop(image)
        else:
            image.set("src", kept.name)

    def _link(self, link: Element) -> None:
        """A whole address; what leads nowhere (scripts, places of the same page) stays as words."""
        written = (link.get("href") or "").strip()
        if written.lower().startswith("mailto:"):
            return
        address = "" if written.startswith("#") else whole(written, self._base)
        if not address or len(self.links) >= MOST:
            link.drop_tag()  # type: ignore[attr-defined]  # an element of lxml.html
            return
        link.set("href", address)
        self._note(address, written, words_of(link) or link.get("title", ""))

    def _note(self, address: str, written: str, words: str) -> None:
        self.links.setdefault(
            address, Reference("", written, address, " ".join(words.split())[:120])
        )

    def _embedded(self, element: Element) -> None:
        """A document shown inside the page comes along as a file; of anything else it is said that it stays behind."""
        sources = (element.get(name) for name in ("src", "data", "value"))
        written = next((said.strip() for said in sources if said and said.strip()), "")
        address = whole(written, self._base)
        file = re.search(
            r"[?&](?:file|src|url)=(?P<file>[^&]+\.(?:pdf|ofd|docx?))", address, re.IGNORECASE
        )
        if file:
            address = whole(file["file"], self._base)
        if address and names_a_file(address):
            self._note(address, file["file"] if file else written, "")
        elif address:
            self._lost.append(address[:80])

"""Where on a page its text stands: where the officer says, where sites of organs keep it, else by the layout of the page.

By the layout: from the whole page inwards, as long as beside one single part there is nothing but frames.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from gongkai.paperwork.html_blocks import Element
from gongkai.paperwork.old_pages.frames import Sizes, holds_sentences, is_frame, sizes_of
from gongkai.paperwork.reading.from_html import only_lays_out

_SELECTOR = re.compile(
    r"(?:(?P<tag>[a-z][a-z0-9]*)?(?P<mark>[#.]))?(?P<name>[^\s#.,>:\[\]]+)", re.IGNORECASE
)
KNOWN_IDS = {"ucap-content", "zoom", "fontzoom", "vsb_content", "vsb_content_2"}
KNOWN_CLASSES = {"trs_editor", "trs_ueditor", "v_news_content", "wp_articlecontent"}
"""What the makers of sites of organs call the place of the text."""
_DEEPENED = {"body", "div", "section", "article", "main", "center", "form", "td", "th", "font", "span", "tr", "tbody"}  # fmt: skip
SHORTEST = 30
"""Characters below which a text is doubted: pages with a picture or a file alone have so few."""
MANY_LINKS = 0.25
"""The share of links from which on a text may be a list of other pages."""


@dataclass(frozen=True, slots=True)
class Place:
    """The element that holds the text, how it is called on the page, and what is doubtful about it; ``guessed`` by the layout."""

    element: Element
    name: str
    doubts: tuple[str, ...] = ()
    guessed: bool = False


def place_of(root: Element, wanted: str) -> Place:
    """The place of the text; ``wanted`` as the officer wrote it: #zoom, .TRS_Editor, div.text, several with commas."""
    sizes = sizes_of(root)
    asked = _asked(root, wanted, sizes) if wanted.strip() else None
    if asked:
        return asked
    said = (f"页面上没有“{wanted.strip()}”，正文另外找",) if wanted.strip() else ()
    known = _largest([one for one in root.iter() if _is_known(one)], sizes)
    if known is not None:
        return Place(known, name_of(known), said)
    found = _by_layout(root, sizes)
    return Place(found.element, found.name, (*said, *found.doubts), guessed=True)


def is_place(words: str) -> bool:
    """Whether each part of what was written names a place."""
    parts = [part.strip() for part in words.split(",")]
    return all(_SELECTOR.fullmatch(part) for part in parts)


def _asked(root: Element, wanted: str, sizes: Sizes) -> Place | None:
    """The first of the wanted places that the page has, the largest where it has several of one name."""
    for part in wanted.split(","):
        fits = _fitting(part.strip())
        found = [one for one in root.iter() if isinstance(one.tag, str) and fits(one)]
        place = _largest(found, sizes)
        if place is not None:
            outer = [one for one in found if place not in {one, *one.iterancestors(), *one.iter()}]
            doubt = (f"页面上有几处“{part.strip()}”，取了字数最多的一处",) if outer else ()
            return Place(place, part.strip(), doubt)
    return None


def _fitting(part: str) -> Callable[[Element], bool]:
    """Whether an element is one that a part of the officer's words names: a bare word is a class or an id."""
    found = _SELECTOR.fullmatch(part)
    if found is None:
        return lambda _: False
    tag, mark, name = found["tag"] or "", found["mark"], found["name"]
    if not mark:
        return lambda one: name in {one.get("id", ""), *one.get("class", "").split()}
    return lambda one: (
        (not tag or one.tag == tag.lower())
        and (one.get("id", "") == name if mark == "#" else name in one.get("class", "").split())
    )


def _is_known(one: Element) -> bool:
    if not isinstance(one.tag, str):
        return False
    classes = {name.lower() for name in one.get("class", "").split()}
    return one.get("id", "").lower() in KNOWN_IDS or bool(classes & KNOWN_CLASSES)


def _largest(found: list[Element], sizes: Sizes) -> Element | None:
    """The one with the most words, or with a picture where none has words."""
    held = [one for one in found if sizes[one][0] or one.find(".//img") is not None]
    return max(held, key=lambda one: sizes[one][0], default=None)


def _by_layout(root: Element, sizes: Sizes) -> Place:
    body = root.find("body")
    top = root if body is None else body
    here, (whole, _) = top, sizes[top]
    while (inner := _only_part(here, sizes, whole)) is not None:
        here = inner
    return Place(here, name_of(here), tuple(_doubts(here, top, sizes)))


def _only_part(here: Element, sizes: Sizes, whole: int) -> Element | None:
    """The single part inside that is no frame; None where there are several, words of its own, or nothing to go into."""
    if here.tag == "table":
        return _only_cell(here, sizes, whole)
    if here.tag not in _DEEPENED or _has_words(here):
        return None
    parts = [one for one in here if isinstance(one.tag, str) and not is_frame(one, sizes, whole)]
    if len(parts) != 1 or (parts[0].tag not in _DEEPENED and parts[0].tag != "table"):
        return None
    return parts[0]


def _only_cell(table: Element, sizes: Sizes, whole: int) -> Element | None:
    """The one cell of a table of the layout that is no frame; None for a table of data."""
    cells = [one for one in table.iter("td", "th") if next(one.iterancestors("table")) is table]
    kept = [one for one in cells if not is_frame(one, sizes, whole)]
    is_layout = only_lays_out(table) or (kept and sizes[kept[0]][0] >= 100)
    return kept[0] if len(kept) == 1 and is_layout else None


def _has_words(element: Element) -> bool:
    own = [element.text, *(child.tail for child in element)]
    return any(text and text.strip() for text in own)


def _doubts(here: Element, top: Element, sizes: Sizes) -> Iterator[str]:
    """Why the officer should look at what the layout gave."""
    words, linked = sizes[here]
    if words < SHORTEST:
        yield "正文很短，或者只有图片、附件"
    elif linked > MANY_LINKS * words:
        yield "取到的正文里链接很多，可能是目录页，或者混进了栏目名称"
    if any(holds_sentences(one) for one in _left_out(here, top)):
        yield "页面里还有成段的文字没有取，请核对正文是否完整"


def _left_out(here: Element, top: Element) -> Iterator[Element]:
    """What stands beside the way to the text."""
    way = {here, *here.iterancestors()}
    for step in way:
        if step is not here and (step is top or top in step.iterancestors()):
            yield from (one for one in step if isinstance(one.tag, str) and one not in way)


def name_of(element: Element) -> str:
    """How the element is called: #zoom, div.text, or its tag."""
    if element.get("id"):
        return f"#{element.get('id')}"
    classes = element.get("class", "").split()
    return f"{element.tag}.{classes[0]}" if classes else str(element.tag)

"""Personal data in a clean HTML text: block by block, across bold and links, in cells by the heads of their columns; and masked there."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from gongkai.paperwork.html_blocks import Element, blocks, source
from gongkai.paperwork.personal_data.finding import Found
from gongkai.paperwork.personal_data.labelled import found_in
from gongkai.paperwork.personal_data.spread import spread

_UNITS = {"p", "li", "td", "th", "caption", "blockquote", "h1", "h2", "h3", "h4", "h5", "h6"}
_ROUNDS = 12
"""What was masked is looked at again; masks are no finds, so a second round finds little and a third nothing."""


@dataclass(frozen=True, slots=True)
class Stand:
    """A find and where it stands: ``block`` counts from one, ``place`` is in words."""

    block: int
    place: str
    found: Found


@dataclass(slots=True)
class _Unit:
    """Words that are read as one. A slot is an element with what of it holds the words; None for a line end."""

    place: str
    labels: tuple[str, ...] = ()
    slots: list[tuple[Element, str] | None] = field(default_factory=list)

    def segments(self) -> list[str]:
        """The words as they lie."""
        return ["\n" if slot is None else _read(*slot) for slot in self.slots]


def finds_in_html(html: str) -> list[Stand]:
    """All personal data in a text, words of pictures and addresses of links too."""
    return [
        Stand(number, unit.place, found)
        for number, block in enumerate(blocks(html), 1)
        for unit in _units(block, f"正文第 {number} 段")
        for found in found_in("".join(unit.segments()), unit.labels)
    ]


def masked_html(html: str, wanted: Callable[[Found], bool]) -> str:
    """The text with every wanted find masked."""
    parts = blocks(html)
    for _ in range(_ROUNDS):
        if not sum(_mask(unit, wanted) for block in parts for unit in _units(block, "")):
            break
    return "\n".join(source(block) for block in parts)


def _mask(unit: _Unit, wanted: Callable[[Found], bool]) -> int:
    """Mask the wanted finds of a unit; returns how many."""
    segments = unit.segments()
    finds = [each for each in found_in("".join(segments), unit.labels) if wanted(each)]
    changed = spread(segments, finds)
    for slot, before, after in zip(unit.slots, segments, changed, strict=True):
        if slot is not None and before != after:
            _write(*slot, after)
    return len(finds)


def _units(block: Element, place: str) -> Iterator[_Unit]:
    """The block and everything in it that is read by itself."""
    cells = _cells(block)  # kept, so that each element stays the same object
    tables = {id(cell): where for where, cell in cells}
    for element in block.iter():
        if not isinstance(element.tag, str):
            continue
        if element is block or element.tag in _UNITS:
            where, labels = tables.get(id(element), ("", ()))
            unit = _Unit(place + where, labels)
            _fill(unit, element)
            yield unit
        for name, said in (("alt", "的图片说明"), ("href", "的链接地址")):
            if element.get(name):
                yield _Unit(place + said, (), [(element, "@" + name)])


def _fill(unit: _Unit, element: Element) -> None:
    """Put the element's own words into the unit; what is read by itself leaves a line end."""
    unit.slots.append((element, "text"))
    for child in element:
        if isinstance(child.tag, str) and child.tag not in _UNITS and child.tag != "br":
            _fill(unit, child)
        else:
            unit.slots.append(None)
        unit.slots.append((child, "tail"))


def _cells(block: Element) -> list[tuple[tuple[str, tuple[str, ...]], Element]]:
    """Each cell with its place in words and the words at its head and to its left."""
    rows = [[cell for cell in row if cell.tag in {"td", "th"}] for row in block.iter("tr")]
    heads = [_words(cell) for cell in rows[0]] if rows else []
    found = []
    for at, row in enumerate(rows, 1):
        left = ""
        for place, cell in enumerate(row):
            head = heads[place] if at > 1 and place < len(heads) else ""
            labels = tuple(word for word in (head, left) if word)
            found.append(((f"表格第 {at} 行第 {place + 1} 列", labels), cell))
            left = _words(cell)
    return found


def _words(cell: Element) -> str:
    return "".join(str(piece) for piece in cell.itertext()).strip()[:30]


def _read(element: Element, what: str) -> str:
    if what.startswith("@"):
        return str(element.get(what[1:]) or "")
    return str((element.text if what == "text" else element.tail) or "")


def _write(element: Element, what: str, words: str) -> None:
    if what.startswith("@"):
        element.set(what[1:], words)
    elif what == "text":
        element.text = words
    else:
        element.tail = words

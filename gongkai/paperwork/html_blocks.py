"""The blocks of a clean HTML text, one after the other: what stands at its top, words outside any block as paragraphs."""

from collections.abc import Iterator

from lxml import etree, html

Element = etree._Element  # noqa: SLF001 - lxml offers the type under no other name


def blocks(text: str) -> list[Element]:
    """The blocks of a text, in order; comments are none."""
    found: list[Element] = []
    for part in html.fragments_fromstring(text) if text.strip() else []:
        if isinstance(part, str):
            found += _paragraphs(part)
            continue
        tail, part.tail = part.tail, None
        found += [part, *_paragraphs(tail or "")]
    return [block for block in found if isinstance(block.tag, str)]


def source(block: Element) -> str:
    """A block as HTML."""
    return str(etree.tostring(block, encoding="unicode", method="html", with_tail=False))


def _paragraphs(words: str) -> Iterator[Element]:
    if words.strip():
        paragraph = html.Element("p")
        paragraph.text = words.strip()
        yield paragraph

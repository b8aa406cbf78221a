"""The few names of Word's XML that the other modules share."""

from lxml import etree

Element = etree._Element  # noqa: SLF001 - lxml offers the type under no other name

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
# Files saved as “Strict Open XML” name the same things differently.
STRICT = (
    (b"http://purl.oclc.org/ooxml/wordprocessingml/main", W[1:-1].encode()),
    (b"http://purl.oclc.org/ooxml/officeDocument/math", MATH[1:-1].encode()),
)


def parse(part: bytes) -> Element:
    """The root of an XML part; raises etree.XMLSyntaxError."""
    for strict, usual in STRICT:
        part = part.replace(strict, usual)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    return etree.fromstring(part, parser)


def value(parent: Element | None, path: str) -> str | None:
    """The ``w:val`` of the element at ``path``, names without prefix; None if there is no such element or value."""
    found = find(parent, path)
    return None if found is None else found.get(f"{W}val")


def find(parent: Element | None, path: str) -> Element | None:
    """The first element at ``path`` below ``parent``, e.g. ``pPr/numPr/numId``."""
    return None if parent is None else parent.find("/".join(W + name for name in path.split("/")))


def number(parent: Element | None, path: str) -> int | None:
    """The ``w:val`` at ``path`` as a small number, None if it is none."""
    text = value(parent, path) or ""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 6 else None


def switch(parent: Element | None, path: str) -> bool | None:
    """An on/off property: True, False, or None if nothing is said."""
    found = find(parent, path)
    return None if found is None else found.get(f"{W}val", "1") not in {"0", "false", "off"}


def drop(element: Element) -> None:
    """Take an element out of its parent."""
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def unwrap(element: Element) -> None:
    """Put an element's children in its place."""
    parent = element.getparent()
    if parent is not None:
        at = parent.index(element)
        parent[at : at + 1] = list(element)

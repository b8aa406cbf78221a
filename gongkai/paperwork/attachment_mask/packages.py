"""What masking Word and Excel has in common: words in several elements as one, words of attributes, properties, links, loose words."""

from collections.abc import Mapping, Sequence

from lxml import etree

from gongkai.paperwork.attachment_text.packages import Element, attribute, local
from gongkai.paperwork.personal_data.labelled import found_in, masked_text
from gongkai.paperwork.personal_data.spread import spread

XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"
_ROUNDS = 12


def written(root: Element) -> bytes:
    """A part as Office programs expect it."""
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True))


def put_out(text: str, values: Mapping[str, str]) -> str:
    """The text without values that were found elsewhere in the file by the words beside them."""
    for value, mask in values.items():
        text = text.replace(value, mask)
    return text


def put_out_leaves(root: Element, values: Mapping[str, str]) -> None:
    """The same for the words of each element."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.text and not len(element):
            element.text = put_out(element.text, values)


def mask_together(held: Sequence[tuple[Element, str]], labels: tuple[str, ...] = ()) -> None:
    """Mask the words of some elements as if they were one.

    An element that only stands for a blank (a tab) keeps standing where it does.
    """
    segments = [words for _, words in held]
    for _ in range(_ROUNDS):
        found = found_in("".join(segments), labels)
        if not found:
            break
        segments = spread(segments, found)
    for (element, before), words in zip(held, segments, strict=True):
        if before != words and element.text:
            element.text = words
            element.set(XML_SPACE, "preserve")


def mask_leaves(root: Element) -> None:
    """Mask the words of each element by themselves."""
    for element in root.iter():
        if isinstance(element.tag, str) and element.text and not len(element):
            element.text = masked_text(element.text)


def mask_attributes(root: Element, names: frozenset[str]) -> None:
    """Mask the words in attributes of these names."""
    for element in root.iter():
        if not isinstance(element.tag, str):
            continue
        for key, said in element.items():
            if str(key).rpartition("}")[2] in names and found_in(str(said)):
                element.set(key, masked_text(str(said)))


def mask_links(root: Element) -> None:
    """Mask what links outside say."""
    for each in root:
        if local(each) == "Relationship" and attribute(each, "TargetMode") == "External":
            each.set("Target", masked_text(attribute(each, "Target")))

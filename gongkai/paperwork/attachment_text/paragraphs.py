"""Paragraphs of Word's and PowerPoint's XML: the words shown, and those that are struck out, hidden or typed into fields."""

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.paperwork.attachment_text.packages import Element, attribute, child, local, switched

_DELETED = {"del", "moveFrom"}
_INSERTED = {"ins", "moveTo"}
_WHITE = {"FFFFFF", "FEFEFE", "FFFFFE"}
_SEPARATORS = {"tab": " ", "br": " ", "cr": " ", "noBreakHyphen": "-", "ptab": " "}
_SMALLEST = 4  # half points; nobody reads smaller letters


@dataclass(frozen=True, slots=True)
class Words:
    """One run's words. ``state``: shown, inserted, deleted, hidden, white or field."""

    text: str
    state: str
    element: Element
    """The element that holds them."""


def paragraphs_of(root: Element) -> Iterator[Element]:
    """Every paragraph below, those in boxes after the paragraph they hang on."""
    return (element for element in root.iter() if local(element) == "p")


def words_of(paragraph: Element, vanished: frozenset[str] = frozenset()) -> list[Words]:
    """The words of one paragraph, not of those inside it. ``vanished`` are styles whose text is hidden."""
    style = child(paragraph, "pPr", "pStyle")
    hidden = style is not None and attribute(style, "val") in vanished
    return list(_walk(paragraph, "hidden" if hidden else "shown", vanished))


def _walk(element: Element, state: str, vanished: frozenset[str]) -> Iterator[Words]:
    for each in element:
        name = local(each)
        if name in {"t", "delText"}:
            yield Words(each.text or "", state, each)
        elif name in {"instrText", "delInstrText"}:
            yield Words(each.text or "", "field", each)
        elif name in _SEPARATORS:
            yield Words(_SEPARATORS[name], state, each)
        elif name not in {"p", "rPr", "pPr"}:
            yield from _walk(each, _state(each, name, state, vanished), vanished)


def _state(element: Element, name: str, state: str, vanished: frozenset[str]) -> str:
    """What the words inside an element are, given what they would be without it."""
    if name in _DELETED:
        return "deleted"
    if name in _INSERTED and state == "shown":
        return "inserted"
    if name == "r" and state in {"shown", "inserted"}:
        return _state_of_run(element, vanished) or state
    return state


def _state_of_run(run: Element, vanished: frozenset[str]) -> str:
    look = child(run, "rPr")
    style = child(look, "rStyle")
    if switched(child(look, "vanish")) or switched(child(look, "webHidden")):
        return "hidden"
    if style is not None and attribute(style, "val") in vanished:
        return "hidden"
    colour, size = child(look, "color"), child(look, "sz")
    if colour is not None and attribute(colour, "val").upper() in _WHITE:
        return "white"
    if size is not None and attribute(size, "val").isdigit():
        return "white" if int(attribute(size, "val")) < _SMALLEST else ""
    return ""

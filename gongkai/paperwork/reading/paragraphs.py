"""Printed lines joined to the paragraphs they were broken from; whole paragraphs pass as they are."""

import re
from collections.abc import Sequence

from gongkai.paperwork.reading.document import Block, Line, Paragraph
from gongkai.paperwork.reading.normalise import tidy

_ENDS = tuple("。！？：；!?;:”")
_STARTS = re.compile(
    r"[（(][一二三四五六七八九十0-9]+[)）]|[一二三四五六七八九十]{1,2}、|[0-9]{1,2}[.．、](?![0-9])|[①-⑨]|附件"
)
_SHORT_HEAD = re.compile(r"[（(][一二三四五六七八九十]+[)）][^，。；]{2,24}")
FULL = 0.8  # a line this share of the widest one may be broken for lack of room
INDENT = 0.04


def paragraphs(blocks: Sequence[Block]) -> str:
    """The text of some blocks, one paragraph a line."""
    done: list[str] = []
    lines: list[Line] = []
    for block in blocks:
        if isinstance(block, Line):
            lines.append(block)
            continue
        done.extend(_joined(lines))
        lines = []
        if isinstance(block, Paragraph):
            done.append(tidy(block.text))
    done.extend(_joined(lines))
    return "\n".join(text for text in done if text)


def _joined(lines: Sequence[Line]) -> list[str]:
    if not lines:
        return []
    texts = [tidy(line.text) for line in lines]
    if all(text.endswith(_ENDS) or _SHORT_HEAD.fullmatch(text) for text in texts):
        return texts  # not a single line is broken: each is a paragraph
    left = min(line.words[0].x0 for line in lines)
    right = max(line.words[-1].x1 for line in lines)
    groups: list[list[str]] = []
    for at, text in enumerate(texts):
        if at and not _starts(lines[at - 1], lines[at], left, right):
            groups[-1].append(text)
        else:
            groups.append([text])
    return [tidy(" ".join(group)) for group in groups]


def _starts(before: Line, line: Line, left: float, right: float) -> bool:
    """Whether ``line`` begins a paragraph of its own after ``before``."""
    text, above = tidy(line.text), tidy(before.text)
    if _SHORT_HEAD.fullmatch(above) or _STARTS.match(text):
        return True
    room = max(right - left, 1.0)
    indented = line.words[0].x0 - left > INDENT * room
    if above.endswith(_ENDS):
        return indented or before.words[-1].x1 < left + FULL * room or line.after_gap
    return indented and before.words[-1].x1 < left + FULL * room

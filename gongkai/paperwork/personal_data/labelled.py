"""Personal data in a cell: numbers that only the head of their column gives away (银行账号, 身份证号) are found and masked too."""

import re
from collections.abc import Callable

from gongkai.paperwork.personal_data.finding import Found, find
from gongkai.paperwork.personal_data.spread import spread

_LABELS = (
    (re.compile("身份证|公民身份|证件号"), "身份证号："),
    (re.compile("账号|帐号|账户|帐户|卡号|一卡通|一折通|存折"), "账号："),
    (re.compile("电话|座机|传真|联系方式"), "电话："),
    (re.compile("护照|通行证"), "护照："),
    (re.compile("住址|家庭地址|户籍地|户口所在地|现居住"), "住址："),
    (re.compile("出生|生日"), "出生日期："),
)
_WORTH = re.compile(r"[0-9０-９@＠]|住址|地址|户籍|组|号")
"""Text without any of these holds nothing that can be found."""


def labels_of(words: tuple[str, ...]) -> list[str]:
    """The labels that the finder knows, out of words at the head of a column or to the left of a cell."""
    return [label for pattern, label in _LABELS if any(pattern.search(word) for word in words)]


def found_in(text: str, labels: tuple[str, ...] = ()) -> tuple[Found, ...]:
    """The personal data in a cell or paragraph; by its labels too where nothing else overlaps."""
    if not _WORTH.search(text):
        return ()
    found = list(find(text))
    for label in labels_of(labels):
        found += _by_label(text, label, found)
    return tuple(sorted(found, key=lambda each: each.start))


def _by_label(text: str, label: str, before: list[Found]) -> list[Found]:
    """What the label gives away and was not found already."""
    length = len(label)
    shifted = [
        Found(each.kind, each.start - length, each.end - length, each.text, each.masked)
        for each in find(label + text)
        if each.start >= length
    ]
    return [
        each
        for each in shifted
        if not any(each.start < other.end and other.start < each.end for other in before)
    ]


def _everything(_found: Found) -> bool:
    return True


def masked_text(
    text: str, labels: tuple[str, ...] = (), wanted: Callable[[Found], bool] = _everything
) -> str:
    """The text with every find masked, or those that are wanted; none of them is found in the result."""
    masked = text
    while found := [each for each in found_in(masked, labels) if wanted(each)]:
        (masked,) = spread([masked], found)
    return masked

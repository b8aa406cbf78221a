"""How alike two requests are: the share of pairs of signs that both have, and a few marks by which similar ones find each other.

Pure: texts in, numbers out. Requests are short, so pairs are compared and not longer runs.
"""

import hashlib
import unicodedata
from itertools import pairwise

MARKS = 10
LIKELY = 0.6
"""From this likeness on a request is shown as a likely repeat; a person decides."""
_STOP = set("的了和与及或、，。；：“”（）《》〈〉？！·…—-_,.;:!?()[]<>\"'/\\ \t\n\r")
_FRAMES = (
    "申请公开",
    "申请获取",
    "请求公开",
    "要求公开",
    "请公开",
    "政府信息",
    "信息公开",
    "相关信息",
    "有关信息",
)


def signs_of(text: str) -> list[str]:
    """Its signs without punctuation, small words, and the phrases that every request has."""
    plain = unicodedata.normalize("NFKC", text).casefold()
    for frame in _FRAMES:
        plain = plain.replace(frame, " ")
    return [sign for sign in plain if sign not in _STOP]


def pairs_of(text: str) -> frozenset[str]:
    """Every pair of neighbouring signs, without punctuation and the phrases that every request has; a lone sign is itself."""
    signs = signs_of(text)
    if len(signs) < 2:
        return frozenset(signs)
    return frozenset(first + second for first, second in pairwise(signs))


def marks_of(text: str) -> list[int]:
    """The smallest hashes of its pairs: texts that share many pairs share some of these."""
    return sorted(_number(pair) for pair in pairs_of(text))[:MARKS]


def _number(pair: str) -> int:
    """A number of 63 bits, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(pair.encode(), digest_size=8).digest()) >> 1


def likeness(first: str, second: str) -> float:
    """0 to 1: twice the common pairs over all pairs of both."""
    return shared(pairs_of(first), pairs_of(second))


def shared(one: frozenset[str], other: frozenset[str]) -> float:
    """The same of pairs that are known already."""
    whole = len(one) + len(other)
    return 2 * len(one & other) / whole if whole else 0.0


def covered(asked: str, offered: str) -> float:
    """0 to 1: the share of the pairs of ``asked`` that ``offered`` has too, however long that is."""
    one = pairs_of(asked)
    return len(one & pairs_of(offered)) / len(one) if one else 0.0

"""How alike two texts are, and a few marks by which texts that are nearly the same find each other. Pure: texts in, numbers out."""

import hashlib

RUN = 5
"""Characters of the runs that are compared."""
MARKS = 6
NEARLY = 0.8
"""From this share of common runs on, two texts are taken for the same one."""
SHORTEST = 60
"""Characters; shorter texts are alike by chance."""


def runs_of(text: str) -> frozenset[str]:
    """Every run of a text without its blanks; none for a text too short to tell."""
    words = "".join(text.split())
    if len(words) < SHORTEST:
        return frozenset()
    return frozenset(words[place : place + RUN] for place in range(len(words) - RUN + 1))


def marks_of(text: str) -> list[int]:
    """The smallest hashes of its runs: texts that share most runs share some of these."""
    numbers = sorted(_number(run) for run in runs_of(text))
    return numbers[:MARKS]


def _number(run: str) -> int:
    """A number of 63 bits, the same on every machine."""
    return int.from_bytes(hashlib.blake2b(run.encode(), digest_size=8).digest()) >> 1


def share(first: str, second: str) -> float:
    """The share of runs that both have, 0 to 1."""
    one, other = runs_of(first), runs_of(second)
    whole = len(one | other)
    return len(one & other) / whole if whole else 0.0

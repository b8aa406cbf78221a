"""Words as they are looked for: full-width and half-width, large and small are the same; brackets and spaces do not count.

Folding goes sign by sign, so that a piece of a text is always a piece of the folded text too: nothing that contains the typed
words can be missed for it.
"""

import unicodedata

MOST_WORDS = 8
LONGEST_WORD = 60
_BRACKETS = frozenset("[]()〔〕【】（）［］「」『』《》〈〉“”\"'·")
_SILENT = frozenset({"Mn", "Cc", "Cf", "Cs", "Zs", "Zl", "Zp"})
"""Categories of signs that nobody types: accents of their own, controls, what joins or parts letters, blanks."""


class _Folding(dict[int, str]):
    """The folded form of each sign, worked out when it is first met."""

    def __missing__(self, code: int) -> str:
        even = unicodedata.normalize("NFKD", chr(code)).casefold()
        kept = (sign for sign in unicodedata.normalize("NFKD", even) if not _is_silent(sign))
        self[code] = "".join(kept)
        return self[code]


def _is_silent(sign: str) -> bool:
    return sign in _BRACKETS or unicodedata.category(sign) in _SILENT


_FOLDING = _Folding({ord("\n"): "\n"})


def folded(text: str) -> str:
    """The text in the form in which it is compared; line ends stay, so that nothing is found across them."""
    lines = text.translate(_FOLDING).split("\n")
    return "\n".join(line for line in lines if line)


def wanted(words: str) -> list[str]:
    """The words of a query, folded, each once, at most ``MOST_WORDS``."""
    found = (folded(word)[:LONGEST_WORD] for word in words.split())
    return list(dict.fromkeys(word for word in found if word))[:MOST_WORDS]

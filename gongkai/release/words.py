"""Words as they are looked for: full-width and half-width, large and small are the same; brackets and spaces do not count."""

import re
import unicodedata

MOST_WORDS = 8
LONGEST_WORD = 60
_BRACKETS = re.compile(r"[\[\]()〔〕【】（）［］「」『』《》〈〉“”\"'·]")


def folded(text: str) -> str:
    """The text in the form in which it is compared; line ends stay, so that nothing is found across them."""
    even = unicodedata.normalize("NFKC", text).casefold()
    lines = (re.sub(r"[^\S\n]+", "", line) for line in _BRACKETS.sub("", even).split("\n"))
    return "\n".join(line for line in lines if line)


def wanted(words: str) -> list[str]:
    """The words of a query, folded, each once, at most ``MOST_WORDS``."""
    found = (folded(word)[:LONGEST_WORD] for word in words.split())
    return list(dict.fromkeys(word for word in found if word))[:MOST_WORDS]

"""Pictures inside a text: which stored files it shows, and the words that stand for them. Works on cleaned HTML."""

import re
from collections.abc import Mapping
from html import escape, unescape

_IMAGE = re.compile(r"<img\b[^>]*>")
_SOURCE = re.compile(r'\bsrc="([^"]*)"')
_WORDS = re.compile(r'\balt="([^"]*)"')
_ADDRESS = re.compile(r"/files/public/([A-Za-z0-9_-]+)")
LONGEST_WORDS = 200


def address(token: str) -> str:
    """Where a picture is shown."""
    return f"/files/public/{token}"


def words_of(body: str) -> dict[str, str]:
    """By token, in order, each picture of a text with its words where it first stands."""
    found: dict[str, str] = {}
    for image in _IMAGE.findall(body):
        source = _SOURCE.search(image)
        place = _ADDRESS.fullmatch(source[1]) if source else None
        if place:
            said = _WORDS.search(image)
            found.setdefault(place[1], unescape(said[1]) if said else "")
    return found


def placed(body: str, tokens: Mapping[str, str]) -> str:
    """The text whose pictures, named as in a file, show stored files; one that has none goes."""

    def put(image: re.Match[str]) -> str:
        source = _SOURCE.search(image.group())
        token = tokens.get(source[1]) if source else None
        if token is None:
            return ""
        said = _WORDS.search(image.group())
        return f'<img src="{address(token)}" alt="{said[1] if said else ""}">'

    return re.sub(r"<p>\s*</p>", "", _IMAGE.sub(put, body))


def described(body: str, words: Mapping[str, str]) -> str:
    """The text with other words for its pictures, by token."""

    def put(image: re.Match[str]) -> str:
        source = _SOURCE.search(image.group())
        place = _ADDRESS.fullmatch(source[1]) if source else None
        if place is None or place[1] not in words:
            return image.group()
        said = " ".join(words[place[1]].split())[:LONGEST_WORDS]
        return f'<img src="{address(place[1])}" alt="{escape(said)}">'

    return _IMAGE.sub(put, body)

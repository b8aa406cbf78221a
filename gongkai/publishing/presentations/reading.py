"""Walks through the data of a form: the words in it, with their places; the same with other words; the files it shows."""

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from gongkai.publishing.presentations.row import Data, Presentation

FILE = "file"


def texts_in(row: Presentation, data: Data) -> Iterator[tuple[str, str]]:
    """Place and words of everything that people wrote, in order; what is empty is left out."""
    counts: dict[str, int] = {}
    for name, words in _walked(row, data):
        counts[name] = counts.get(name, 0) + 1
        if words.strip():
            yield f"{row.texts[name]}（第 {counts[name]} 处）", words


def _walked(row: Presentation, value: Any, name: str = "") -> Iterator[tuple[str, str]]:
    """Every string that stands below one of the row's names, with that name."""
    if isinstance(value, str):
        if name:
            yield name, value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _walked(row, inner, key if key in row.texts else name)
    elif isinstance(value, list):
        for inner in value:
            yield from _walked(row, inner, name)


def words_in(row: Presentation, data: Data) -> str:
    """All words of a form, one piece a line."""
    return "\n".join(words for _, words in texts_in(row, data))


def rewritten(row: Presentation, value: Any, change: Callable[[str], str], name: str = "") -> Any:
    """The data with every piece of people's words put through ``change``."""
    if isinstance(value, str):
        return change(value) if name else value
    if isinstance(value, dict):
        return {
            key: rewritten(row, inner, change, key if key in row.texts else name)
            for key, inner in value.items()
        }
    if isinstance(value, list):
        return [rewritten(row, inner, change, name) for inner in value]
    return value


def readdressed(value: Any, others: Mapping[str, str]) -> Any:
    """What a template gets, with other addresses for the files in it."""
    if isinstance(value, str):
        return others.get(value, value)
    if isinstance(value, dict):
        return {key: readdressed(inner, others) for key, inner in value.items()}
    if isinstance(value, list):
        return [readdressed(inner, others) for inner in value]
    return value


def tokens_in(value: Any) -> list[str]:
    """The tokens of the stored files that a form shows, each once, in order."""
    found: dict[str, None] = {}
    if isinstance(value, dict):
        for key, inner in value.items():
            own = [inner] if key == FILE and isinstance(inner, str) and inner else tokens_in(inner)
            found.update(dict.fromkeys(own))
    elif isinstance(value, list):
        for inner in value:
            found.update(dict.fromkeys(tokens_in(inner)))
    return list(found)

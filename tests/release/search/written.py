"""Entries of an index, written as a test needs them."""

from typing import Any

from gongkai.release.search.question import Entry, Word
from gongkai.release.search.sounds import initials, sounds
from gongkai.release.words import folded

FACTS = {"agency": "1", "column": "content", "genre": "notice", "year": "2024", "validity": "valid"}


def entry(
    item: int, text: str = "", title: str = "公开信息", number: str = "", **facts: Any
) -> Entry:
    """An entry; its text begins with title and number, as that of a public copy does."""
    published = facts.pop("published", 1_700_000_000 + item)
    name = folded(title)
    return Entry(
        item=item,
        stamp=item + 100,
        published=published,
        facts={**FACTS, **facts},
        title=name,
        number=folded(number),
        text=folded(f"{title}\n{number}\n{text}"),
        initials=initials(name),
        sounds=" ".join(sounds(name)),
    )


def words(*typed: str) -> tuple[Word, ...]:
    return tuple(Word(folded(each)) for each in typed)


def filled(engine, *entries: Entry):
    """The engine with these entries and no others."""
    engine.rebuild(iter(entries), lambda _built: ((), ()))
    return engine

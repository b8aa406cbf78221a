"""One line of an old website's inventory together with what its page says: as it is kept in a batch and put into a text."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from datetime import date
from typing import Any

from gongkai.publishing.actions.texts import Text
from gongkai.publishing.bulk.inventory import Entry

_FACTS = ("old_site", "old_site_validity", "origin", "obtained_from")
_DAYS = ("old_site_day", "effective_on", "ends_on")


@dataclass(frozen=True, slots=True)
class PageEntry(Entry):
    """``addresses``: all of them, the first is the page's. ``place``: where its text stands. Days as 2019-03-06.

    ``day_by``: whether the inventory, the page, or both say the day on the old site (inventory, page, both, "");
    "against": the inventory, and the page says another.
    ``taken``: what the inventory left to the page, by field: label, value and the words on which it rests. ``doubts``:
    sentences for the officer. ``opening`` and ``ending``: how the text begins and ends.
    """

    addresses: tuple[str, ...] = ()
    place: str = ""
    old_column: str = ""
    old_site: str = ""
    old_site_day: str = ""
    day_by: str = ""
    old_site_validity: str = ""
    effective_on: str = ""
    ends_on: str = ""
    origin: str = ""
    obtained_from: str = ""
    index_number: str = ""
    taken: Mapping[str, tuple[str, str, str]] | None = None
    doubts: tuple[str, ...] = ()
    found_at: str = ""
    opening: str = ""
    ending: str = ""

    def said(self) -> dict[str, Any]:
        """As JSON keeps it."""
        kept = {field.name: getattr(self, field.name) for field in fields(self)}
        lists = {name: list(value) for name, value in kept.items() if isinstance(value, tuple)}
        return kept | lists | {"taken": {name: list(row) for name, row in self.read.items()}}

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> "PageEntry":
        """What was kept."""
        tuples = {name: tuple(said[name]) for name in ("attachments", "addresses", "doubts")}
        taken = {name: tuple(row) for name, row in said["taken"].items()}
        return cls(**{**said, **tuples, "taken": taken})

    @property
    def read(self) -> Mapping[str, tuple[str, str, str]]:
        """What was read of the page, by field."""
        return self.taken or {}

    def put_into(self, text: Text) -> Text:
        """The text with what the line says, and with what its page says where nobody has said otherwise here."""
        said = self.without_read(text)
        base = Entry.put_into(said, text)
        facts: dict[str, Any] = {name: value for name in _FACTS if (value := getattr(said, name))}
        facts |= {name: date.fromisoformat(day) for name in _DAYS if (day := getattr(said, name))}
        return replace(base, facts=replace(base.facts, **facts))

    def without_read(self, text: Text) -> "PageEntry":
        """The line without what was only read of the page and stands in the text already: people may have put it right."""
        there = {
            name
            for name in self.read
            if getattr(text, name, None)
            or getattr(text.facts, name, None) not in {None, "", "made"}
        }
        empty = {name: None if name == "department_id" else "" for name in there}
        return replace(self, **empty)

"""The desk's menu: each app adds its entries with the act that opens them; who may not do the act does not see the entry."""

from collections.abc import Callable
from dataclasses import dataclass
from itertools import groupby

from django.urls import reverse

from gongkai.common.permissions import Actor, agencies_for

Counter = Callable[[Actor], int]
"""Says how many things wait for the person behind an entry."""


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry: its place (lower comes first), its words, the name of its URL, the act that it needs ("" for everybody).

    ``under`` is the words of the heading it stands below, such as 设置; ``count`` says how many things wait there.
    """

    place: int
    label: str
    url_name: str
    act: str = ""
    under: str = ""
    count: Counter | None = None


@dataclass(frozen=True, slots=True)
class MenuLink:
    """An entry as the page shows it: ``current`` where the page is this one or lies below it."""

    label: str
    url: str
    count: int
    current: bool


@dataclass(frozen=True, slots=True)
class MenuGroup:
    """Entries below one heading, or below none."""

    label: str
    links: tuple[MenuLink, ...]


_ENTRIES: dict[str, MenuEntry] = {}


def offer_menu(*entries: MenuEntry) -> None:
    """Add entries; called when an app starts."""
    _ENTRIES.update({entry.url_name: entry for entry in entries})


def menu_for(actor: Actor) -> list[MenuEntry]:
    """The entries that the person may open, in their order."""
    entries = sorted(_ENTRIES.values(), key=lambda entry: entry.place)
    return [entry for entry in entries if not entry.act or agencies_for(actor, entry.act)]


def menu_groups(actor: Actor, path: str) -> list[MenuGroup]:
    """The menu of the page at ``path``. The entry with the longest address that the path begins with is the current one."""
    entries = [(entry, reverse(entry.url_name)) for entry in menu_for(actor)]
    here = max((url for _, url in entries if path.startswith(url)), key=len, default="")
    headings = list(dict.fromkeys(["", *(entry.under for entry, _ in entries)]))
    entries.sort(key=lambda pair: headings.index(pair[0].under))
    groups = groupby(entries, key=lambda pair: pair[0].under)
    return [
        MenuGroup(label, tuple(_link(entry, url, actor, here) for entry, url in pairs))
        for label, pairs in groups
    ]


def _link(entry: MenuEntry, url: str, actor: Actor, here: str) -> MenuLink:
    return MenuLink(entry.label, url, entry.count(actor) if entry.count else 0, url == here)

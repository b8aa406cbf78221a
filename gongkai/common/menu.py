"""The desk's menu: each app adds its entries with the act that opens them; who may not do the act does not see the entry."""

from dataclasses import dataclass

from gongkai.common.permissions import Actor, agencies_for


@dataclass(frozen=True, slots=True)
class MenuEntry:
    """An entry: its place (lower comes first), its words, the name of its URL, the act that it needs ("" for everybody)."""

    place: int
    label: str
    url_name: str
    act: str = ""
    under: str = ""


_ENTRIES: dict[str, MenuEntry] = {}


def offer_menu(*entries: MenuEntry) -> None:
    """Add entries; called when an app starts."""
    _ENTRIES.update({entry.url_name: entry for entry in entries})


def menu_for(actor: Actor) -> list[MenuEntry]:
    """The entries that the person may open, in their order."""
    entries = sorted(_ENTRIES.values(), key=lambda entry: entry.place)
    return [entry for entry in entries if not entry.act or agencies_for(actor, entry.act)]

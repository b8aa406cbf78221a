"""The coverage map: what the law wants from an organ of its kind, what is public of it, and what is missing or old. Reads only."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

from django.db.models import F

from gongkai.agencies.models import Agency
from gongkai.law.catalogue import Item as LawItem
from gongkai.law.catalogue import items_of
from gongkai.law.citation import Cite
from gongkai.publishing.models import ItemVersion
from gongkai.publishing.shown_since import shown_since

Standing = Literal["there", "old", "missing"]
OLD = timedelta(days=365)
"""Without a new text for so long an item is shown as old: a hint of the program's, the law sets no time."""
LABELS: dict[Standing, str] = {"there": "有", "old": "一年没有新的", "missing": "没有"}
BADGES: dict[Standing, str] = {"there": "done", "old": "soon", "missing": "late"}
NEEDED = ("catalogue_keys", "published_at", "old_site", "old_site_day", "item__first_published_at")
ART_19 = Cite("条例", 19)


@dataclass(frozen=True, slots=True)
class Covered:
    """One item of the law: how many texts are public under it, and since when the newest."""

    item: LawItem
    count: int
    newest: date | None
    newest_id: int | None
    standing: Standing

    @property
    def label(self) -> str:
        """The standing in words."""
        return LABELS[self.standing]

    @property
    def badge(self) -> str:
        """The class of its badge."""
        return BADGES[self.standing]


@dataclass(frozen=True, slots=True)
class Part:
    """The items of one article or list. ``name`` is what officials call it."""

    name: str
    rows: tuple[Covered, ...]

    def number(self, standing: Standing) -> int:
        """How many items stand so."""
        return sum(row.standing == standing for row in self.rows)


@dataclass(frozen=True, slots=True)
class Coverage:
    """The whole map; ``outside`` counts public texts that fulfil no listed item: they rest on article 19 alone."""

    parts: tuple[Part, ...]
    outside: int


def coverage(agency: Agency, today: date) -> Coverage:
    """The map of an organ on a day."""
    wanted = items_of(agency.kind, today)  # type: ignore[arg-type]  # the kinds are the model's choices
    found, outside = _public(agency)
    rows = [_covered(item, found.get(item.key, []), today) for item in wanted]
    names = dict.fromkeys(_part_of(row.item) for row in rows)
    parts = (Part(name, tuple(row for row in rows if _part_of(row.item) == name)) for name in names)
    return Coverage(tuple(parts), outside)


def _public(agency: Agency) -> tuple[dict[str, list[tuple[date, int]]], int]:
    """The days of public texts by the items they fulfil, and how many fulfil none."""
    texts = ItemVersion.objects.filter(item__agency=agency, item__source_type="")
    texts = texts.filter(item__published=F("pk"))
    days: dict[str, list[tuple[date, int]]] = {}
    outside = 0
    for text in texts.select_related("item").only(*NEEDED).iterator():
        outside += not text.catalogue_keys
        for key in text.catalogue_keys:
            days.setdefault(key, []).append((shown_since(text.item, text), text.item_id))
    return days, outside


def _covered(item: LawItem, days: Iterable[tuple[date, int]], today: date) -> Covered:
    every = list(days)
    newest, number = max(every, default=(None, None))
    standing: Standing = "missing" if newest is None else "old" if today - newest > OLD else "there"
    return Covered(item, len(every), newest, number, standing)


def _part_of(item: LawItem) -> str:
    if item.cite.article is None:
        return "基层政务公开标准化领域"
    return str(Cite(item.cite.instrument, item.cite.article))

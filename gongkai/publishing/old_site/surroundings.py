"""What the lines of an organ's old website may rest on: the site itself, the organ's columns and departments, what was settled before."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.agencies.queries import in_force
from gongkai.paperwork.old_pages import address_of
from gongkai.publishing.bulk.archive import Folder
from gongkai.publishing.models import Column, OldColumn
from gongkai.publishing.queries import writable_columns

Told = Callable[[int, int], None]
"""Told how many lines of how many are read."""


def nobody(_done: int, _all: int) -> None:
    """Nobody wants to know."""


@dataclass(frozen=True, slots=True)
class OldSite:
    """The old website: its address, and where on its pages the text stands; "" where that is not known."""

    address: str
    place: str = ""

    @property
    def name(self) -> str:
        """Its host, by which texts say where they come from; "" for no address."""
        found = address_of(self.address)
        return found.host if found else ""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """``mapped``: by the name of an old column, the organ's column, or None for one that is left behind."""

    site: OldSite
    folder: Folder
    agency: Agency
    today: date
    columns: Mapping[int, Column]
    departments: Mapping[str, int]
    mapped: Mapping[str, Column | None]

    def column_of(self, old: str) -> Column | None:
        """The column for an old one: as it was settled, else the only open one of that very name."""
        if old in self.mapped:
            return self.mapped[old]
        same = [column for column in self.columns.values() if column.title == old]
        return same[0] if len(same) == 1 else None

    def is_settled(self, old: str) -> bool:
        """Whether it is known where texts of an old column go, or that they stay behind."""
        return old in self.mapped or self.column_of(old) is not None


Columns = Mapping[str, Column | None]
"""By the name of an old column, the organ's column, or None for one that stays behind."""


def surroundings_of(
    site: OldSite,
    folder: Folder,
    *,
    agency: Agency,
    person: User,
    today: date,
    settled: Columns | None = None,
) -> Surroundings:
    """What stands for the organ on a day, as far as the person may draft there; ``settled`` goes before what was settled earlier."""
    columns = {column.pk: column for column in writable_columns(person).filter(agency=agency)}
    rows = OldColumn.objects.filter(agency=agency).select_related("column")
    return Surroundings(
        site,
        folder,
        agency,
        today,
        columns,
        {row.name: row.pk for row in agency.departments.filter(in_force(today))},
        {row.name: row.column for row in rows if row.column is None or row.column_id in columns}
        | dict(settled or {}),
    )


def in_use(names: Iterable[str]) -> dict[str, int]:
    """How many lines name each old column, the most frequent first."""
    counted: dict[str, int] = {}
    for name in names:
        counted[name] = counted.get(name, 0) + 1
    return most_used_first(counted)


def most_used_first(counted: Mapping[str, int]) -> dict[str, int]:
    """The old columns in the order in which officers see them; what comes back from the database has none of its own."""
    return dict(sorted(counted.items(), key=lambda row: (-row[1], row[0])))

"""The registry of counts: what can be told of an organ's year outside the form, each with its definition; apps fill it at start-up.

A count that somebody expects and nobody offers is known by name and shows 未启用. Reads only; the numbers that a report keeps
are written by ``actions.count_again``.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date

from django.db.models import QuerySet
from django.urls import reverse

from gongkai.agencies.models import Agency
from gongkai.law.annual_report import Figure
from gongkai.law.annual_report.fields import BY_NAME
from gongkai.law.citation import Cite

Read = Callable[[Agency, int, date], Mapping[str, Figure]]
"""All numbers of one source in a few queries, by ``count.key``; a part of a count by ``key·label``. The day is the last counted."""
Records = Callable[[Agency, int, date], QuerySet]
NOT_OFFERED = "未启用"


@dataclass(frozen=True, slots=True)
class Count:
    """One count. ``name`` stands for it in sentences: {主动公开信息}. ``definition`` says what counts and which date decides.

    ``read`` is None where nobody counts it yet. ``by``: it is counted by label, {体裁·通知}, and has no number of its own.
    ``page`` is the name of the address where its records are listed.
    """

    key: str
    name: str
    group: str
    definition: str
    cite: Cite
    unit: str = "件"
    read: Read | None = field(default=None, repr=False)
    rows: Records | None = field(default=None, repr=False)
    page: str = ""
    by: bool = False

    def value(self, agency: Agency, year: int, as_of: date) -> Figure:
        """The number of a year up to a day; None where nobody counts it."""
        return self.read(agency, year, last_day(year, as_of)).get(self.key) if self.read else None

    def records(self, agency: Agency, year: int, as_of: date) -> QuerySet | None:
        """The records behind the number; None where it has none of its own, as an average."""
        return self.rows(agency, year, last_day(year, as_of)) if self.rows else None

    def link(self, agency: Agency, year: int) -> str:  # noqa: ARG002  # pages may look at organ and year some day
        """Where the records are listed; "" for nowhere."""
        return reverse(self.page) if self.page else ""


@dataclass(frozen=True, slots=True)
class Counted:
    """A count with its number, under the name that it has in sentences."""

    name: str
    count: Count
    value: Figure

    @property
    def is_offered(self) -> bool:
        """Whether somebody counts it."""
        return self.count.read is not None


_COUNTS: dict[str, Count] = {}


def offer_counts(*counts: Count) -> None:
    """Add counts, or provide those that were only expected; called when an app starts. Raises ValueError for a name that is taken."""
    for count in counts:
        taken = {each.name for each in _COUNTS.values() if each.key != count.key} | set(BY_NAME)
        if count.name in taken or any(sign in count.name for sign in "{}·"):
            raise ValueError(f"count {count.key}: the name {count.name} is taken or cannot be used")
        _COUNTS[count.key] = count


def all_counts() -> tuple[Count, ...]:
    """Every count, in the order in which they were offered."""
    return tuple(_COUNTS.values())


def is_count(name: str) -> bool:
    """Whether a name is that of a count, or of a part of one."""
    head, parted, _ = name.partition("·")
    return any(each.name == head and each.by == bool(parted) for each in _COUNTS.values())


def last_day(year: int, as_of: date) -> date:
    """The last day that counts: never after the year's end."""
    return min(as_of, date(year, 12, 31))


def counts_of(agency: Agency, year: int, as_of: date) -> Mapping[str, Counted]:
    """Every count of the year by its name in sentences; each source is asked once, whatever number of counts it has."""
    last = last_day(year, as_of)
    sources = {count.read for count in _COUNTS.values() if count.read}
    numbers = {read: read(agency, year, last) for read in sources}
    found: dict[str, Counted] = {}
    for count in _COUNTS.values():
        for name, value in _of(count, numbers.get(count.read, {}) if count.read else {}):
            found[name] = Counted(name, count, value)
    return found


def _of(count: Count, numbers: Mapping[str, Figure]) -> Iterator[tuple[str, Figure]]:
    if not count.by:
        yield count.name, numbers.get(count.key)
        return
    for key, value in numbers.items():
        head, parted, label = key.partition("·")
        if parted and head == count.key:
            yield f"{count.name}·{label}", value

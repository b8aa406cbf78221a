"""The days that a count takes in: a year, as it stood at the end of some day."""

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Span:
    """A year up to the end of ``last``. ``as_of`` None: to the end of the year."""

    year: int
    as_of: date | None = None

    @property
    def first(self) -> date:
        """1 January."""
        return date(self.year, 1, 1)

    @property
    def last(self) -> date:
        """The last day that is counted."""
        end = date(self.year, 12, 31)
        return min(self.as_of or end, end)

    @property
    def is_whole(self) -> bool:
        """Whether the whole year is counted."""
        return self.last == date(self.year, 12, 31)

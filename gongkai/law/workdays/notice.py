"""What a State Council holiday notice says, as a row. The notices themselves stand in ``notices``, one file each."""

from dataclasses import dataclass
from datetime import date

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce


@dataclass(frozen=True, slots=True)
class Arrangement:
    """One holiday as arranged: off from ``first_day_off`` to ``last_day_off``, both included.

    ``make_up_days`` are the Saturdays and Sundays worked for it.
    """

    occasion: str
    first_day_off: date
    last_day_off: date
    make_up_days: tuple[date, ...] = ()


@dataclass(frozen=True, slots=True)
class HolidayNotice:
    """One notice of the General Office of the State Council on the holidays of ``year``.

    ``amends`` is the number of an earlier notice: the arrangements here then take the place of those for the same
    occasion there. A notice may arrange the last days of the year before.
    """

    year: int
    title: str
    number: str
    issued: date
    arrangements: tuple[Arrangement, ...]
    amends: str = ""
    doubt: str = ""

    @property
    def cite(self) -> Cite:
        """The notice as a whole."""
        return Cite(self.title)

    @property
    def in_force(self) -> InForce:
        """A notice applies from the day it is issued."""
        return InForce(self.issued)


def settled_arrangements(notices: tuple[HolidayNotice, ...]) -> tuple[Arrangement, ...]:
    """What the notices arrange after every amendment, in order of the days off."""
    settled: dict[tuple[str, str], Arrangement] = {}
    for notice in sorted(notices, key=lambda each: each.issued):
        for arrangement in notice.arrangements:
            settled[notice.amends or notice.number, arrangement.occasion] = arrangement
    return tuple(sorted(settled.values(), key=lambda each: each.first_day_off))

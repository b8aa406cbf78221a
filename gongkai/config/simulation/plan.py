"""What is planned: acts with their days, and the facts that follow from them. Pure until ``playing`` lets the acts happen."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime, time

from gongkai.common.clock import LAW_ZONE
from gongkai.config.simulation.house import House
from gongkai.config.simulation.told import Fact

Act = Callable[[House, datetime], None]


@dataclass(frozen=True, slots=True)
class Deed:
    """One act at an hour of a day. ``what`` names its kind for people."""

    day: date
    hour: int
    what: str
    act: Act

    @property
    def moment(self) -> datetime:
        """When it happens."""
        return datetime.combine(self.day, time(self.hour), LAW_ZONE)


@dataclass(slots=True)
class Plan:
    """Acts and facts, in the order in which they were thought of."""

    deeds: list[Deed] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)

    def at(self, day: date, hour: int, what: str, act: Act) -> None:
        """Let an act happen at an hour of a day."""
        self.deeds.append(Deed(day, hour, what, act))

    def take(self, others: "Iterable[Plan]") -> None:
        """Add what others plan."""
        for other in others:
            self.deeds += other.deeds
            self.facts += other.facts

    def in_order(self) -> list[Deed]:
        """The acts by day and hour; those of one hour as they were thought of."""
        return sorted(self.deeds, key=lambda deed: (deed.day, deed.hour))

"""Where a year's collection stands: one row for each organ that owes a report, with what it handed in and how near its day is."""

from dataclasses import dataclass
from datetime import date

from gongkai.agencies.models import Agency
from gongkai.annual_reports.collecting.organs import Member, members
from gongkai.annual_reports.models import HandedIn, Reminder
from gongkai.annual_reports.queries import Due, dues_of

Key = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Row:
    """One organ. ``latest`` is its newest handing-in, ``accepted`` the one that counts; either may be None."""

    member: Member
    due: Due
    latest: HandedIn | None
    accepted: HandedIn | None
    reminded_on: date | None

    @property
    def agency(self) -> Agency:
        """The organ."""
        return self.member.agency

    @property
    def key(self) -> str:
        """Where it stands, as the page filters it: missing, sent_back, handed_in, accepted."""
        if self.latest is None:
            return "missing"
        return self.latest.state if self.latest.state != "replaced" else "accepted"

    @property
    def is_sound(self) -> bool:
        """Whether it waits and nothing but notes was found."""
        row = self.latest
        return bool(row and row.state == "handed_in" and not row.errors and not row.warnings)


LABELS = {
    "missing": "还没有报送",
    "handed_in": "等您接收",
    "sent_back": "退回后等重新报送",
    "accepted": "已接收",
}


def rows(collector: Agency, year: int, today: date) -> list[Row]:
    """Every organ that owes the report of a year, by code; a constant number of queries."""
    organs = members(collector, year)
    latest, accepted = _handed_in(collector, year)
    reminders = Reminder.objects.filter(collector=collector, year=year).order_by("day")
    reminded = dict(reminders.values_list("organ_id", "day"))
    done = {
        (organ, year) for organ, row in latest.items() if row.state in {"handed_in", "accepted"}
    }
    done |= {(organ, year) for organ in accepted}
    dues = dues_of([(member.agency, year) for member in organs], today, done=done)
    return [
        Row(
            member,
            dues[member.agency.pk, year],
            latest.get(member.agency.pk),
            accepted.get(member.agency.pk),
            reminded.get(member.agency.pk),
        )
        for member in organs
    ]


def _handed_in(collector: Agency, year: int) -> tuple[dict[int, HandedIn], dict[int, HandedIn]]:
    """By organ the newest handing-in and the accepted one."""
    found = (
        HandedIn.objects.filter(collector=collector, year=year).defer("frozen").order_by("number")
    )
    latest: dict[int, HandedIn] = {}
    accepted: dict[int, HandedIn] = {}
    for row in found:
        latest[row.organ_id] = row
        if row.state == "accepted":
            accepted[row.organ_id] = row
    return latest, accepted


def missing(collector: Agency, year: int) -> list[Member]:
    """The organs that have handed in nothing, or nothing that was not sent back; by code."""
    there = HandedIn.objects.filter(
        collector=collector, year=year, state__in=("handed_in", "accepted")
    )
    handed = set(there.values_list("organ_id", flat=True))
    return [member for member in members(collector, year) if member.agency.pk not in handed]

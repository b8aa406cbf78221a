"""Consultations as pages show them on a day: open or over, how many days are left, what may be done. Reads the public copies alone."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from gongkai.agencies.models import Agency
from gongkai.common.charts import Bar, bars
from gongkai.law.public_consultation_states import state, state_on
from gongkai.participation.panel import DECISION, NOTICE, OUTCOME, answered_points
from gongkai.release import queries
from gongkai.release.models import PublicConsultation, PublicDocument
from gongkai.website.figures import Picture, Row

MOST_CLOSED = 100


@dataclass(frozen=True, slots=True)
class Listed:
    """A consultation in a list, as it stands on the day."""

    row: PublicConsultation
    state: str
    words: str
    left: int | None


@dataclass(frozen=True, slots=True)
class Panel:
    """What the page of an item shows of its consultation. ``data`` is the public copy's; the rest holds on the day of reading."""

    data: dict[str, Any]
    state: str
    label: str
    left: int | None
    hearings: tuple[dict[str, Any], ...]
    points: tuple[dict[str, Any], ...]
    picture: Picture | None

    @property
    def is_notice(self) -> bool:
        """Whether the page is the draft's own."""
        return bool(self.data["role"] == NOTICE)

    @property
    def is_outcome(self) -> bool:
        """Whether the page is the published outcome."""
        return bool(self.data["role"] == OUTCOME)

    @property
    def is_decision(self) -> bool:
        """Whether the page is the decision."""
        return bool(self.data["role"] == DECISION)

    @property
    def takes_web(self) -> bool:
        """Whether comments are taken on the site today."""
        return self.is_notice and self.state == "open" and bool(self.data["takes_web"])


def listed(row: PublicConsultation, today: date) -> Listed:
    """The consultation with its state and the days left, the last one included."""
    found = state_on(row.state, row.closes_on, today)
    left = (row.closes_on - today).days + 1 if found == "open" and row.closes_on else None
    return Listed(row, found, state(found).label, left)


def all_of(agency: Agency, today: date) -> list[Listed]:
    """The newest of an organ, the last to close first."""
    return [listed(row, today) for row in queries.consultations(agency)[:MOST_CLOSED]]


def open_now(agency: Agency, today: date) -> list[Listed]:
    """Those that take comments today, the first to close first."""
    rows = queries.consultations(agency).filter(state="open", closes_on__gte=today)
    return [listed(row, today) for row in rows.order_by("closes_on", "pk")]


def panel_of(document: PublicDocument, today: date) -> Panel | None:
    """The panel of a document; None where it belongs to no consultation."""
    data = document.payload.get("consultation")
    if data is None:
        return None
    closes = data.get("closes_on")
    last = date.fromisoformat(closes) if closes else None
    found = state_on(data["state"], last, today)
    outcome = document.payload.get("outcome") if data["role"] == OUTCOME else None
    return Panel(
        data=data,
        state=found,
        label=state(found).label,
        left=(last - today).days + 1 if last and found == "open" else None,
        hearings=tuple(_hearing(row) for row in data.get("hearings", ())),
        points=tuple(answered_points(outcome)) if outcome else (),
        picture=_picture(outcome) if outcome else None,
    )


def _hearing(row: dict[str, Any]) -> dict[str, Any]:
    return {**row, "held_at": datetime.fromisoformat(row["held_at"])}


def _picture(outcome: dict[str, Any]) -> Picture | None:
    """How the points were answered, as bars with their table."""
    rows = [Bar(label, number, after=" 点") for _, label, number in outcome["answers"]]
    if not rows:
        return None
    title = f"收到意见 {outcome['received']} 条，归纳为 {len(outcome['points'])} 点"
    said = tuple(Row(row.label, row.text) for row in rows)
    return Picture(title, bars("outcome-chart", title, rows), said)

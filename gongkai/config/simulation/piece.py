"""An item of information as it is played: written, reviewed and signed, published, tied to another, repealed."""

from dataclasses import dataclass, field
from datetime import datetime, timedelta

from gongkai.common.clock import law_day
from gongkai.common.outbox import deliver_due
from gongkai.config.simulation.house import House
from gongkai.publishing.actions import (
    add_column,
    create_draft,
    link,
    publish,
    review,
    set_up_columns,
    set_validity,
    submit,
)
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.actions.validity import EFFECT
from gongkai.publishing.facts import Facts
from gongkai.publishing.models import Column, Item
from gongkai.publishing.reviewing import Secrecy

CLEAR = Secrecy("may_publish")
OWN_COLUMNS = ("政策文件", "财政信息", "通知公告", "办事指南")
"""Below 法定主动公开内容; made on the first day where the organ has none of that name."""
SYSTEMS = "政府信息公开制度"


def set_up(house: House, now: datetime) -> None:
    """The columns that are written into."""
    acting = house.acting("administrator", now)
    set_up_columns(agency=house.agency, **acting)
    content = national_column(house.agency, "content")
    there = {row.title: row for row in Column.objects.filter(parent=content, closed_on=None)}
    for title in OWN_COLUMNS:
        house.columns[title] = there.get(title) or add_column(parent=content, title=title, **acting)
    house.columns[SYSTEMS] = national_column(house.agency, "systems")


@dataclass(slots=True)
class Piece:
    """One item of a column, by the column's title."""

    column: str
    title: str
    facts: Facts
    paragraphs: tuple[str, ...]
    number: str = ""
    pk: int = field(default=0)

    @property
    def item(self) -> Item:
        """The item as it stands."""
        return Item.objects.get(pk=self.pk)

    def write(self, house: House, now: datetime) -> None:
        """The clerk writes it."""
        body = "".join(f"<p>{each}</p>" for each in self.paragraphs)
        text = Text(self.title, body, self.number, self.paragraphs[0][:100], facts=self.facts)
        column = house.columns[self.column]
        self.pk = create_draft(column=column, text=text, **house.clerk(now)).pk

    def hand_in(self, house: House, now: datetime) -> None:
        """The clerk hands it to the reviewer."""
        submit(item=self.item, **house.clerk(now))

    def bring_out(self, house: House, now: datetime, *, late_reason: str = "") -> None:
        """Reviewed, signed and public on one day."""
        review(item=self.item, secrecy=CLEAR, **house.acting("reviewer", now))
        evening = house.signer(now + timedelta(hours=4))
        publish(item=self.item, late_reason=late_reason, **evening)

    def tie(self, house: House, now: datetime, *, kind: str, target: "Piece") -> None:
        """The clerk says which document it repeals or amends."""
        link(source=self.item, target=target.item, kind=kind, **house.clerk(now))

    def clear_away(self, house: House, now: datetime) -> None:
        """The signer repeals it in a clearing of old documents."""
        reason = "经清理，决定废止"
        set_validity(
            item=self.item, to="repealed", since=law_day(now), reason=reason, **house.signer(now)
        )


def let_take_effect(_house: House, now: datetime) -> None:
    """What is in force from today on repeals and amends what it is tied to."""
    deliver_due(now, kind=EFFECT)

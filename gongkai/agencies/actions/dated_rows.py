"""Rows in force from a day until a day: a new row closes the open one the day before, and no two overlap."""

from datetime import date, timedelta
from typing import Any, Protocol

from gongkai.agencies.models import Agency
from gongkai.common.refusals import Refusal

ONE_DAY = timedelta(days=1)


class Rows(Protocol):
    """The dated rows of one organ: its names, or its parents."""

    def order_by(self, *fields: str) -> Any:
        """Sorted."""
        ...

    def create(self, **fields: Any) -> Any:
        """A new row."""
        ...


def begin_row(rows: Rows, agency: Agency, since: date, **fields: Any) -> Any:
    """The row in force from ``since`` on. On the day on which the newest row begins it is put right in place.

    Raises Refusal for a day before the newest row or outside the organ's own days.
    """
    refuse_outside(agency, since)
    newest = rows.order_by("-since").first()
    if newest and since < newest.since:
        raise Refusal(
            f"{newest.since} 起已有登记（{newest}），新的起始日期不能早于它",
            next_step="改为更晚的日期，或者改正那一次登记",
        )
    if newest and since == newest.since:
        for name, value in fields.items():
            setattr(newest, name, value)
        newest.save()
        return newest
    if newest:
        newest.until = since - ONE_DAY
        newest.save(update_fields=["until"])
    return rows.create(agency=agency, since=since, **fields)


def refuse_outside(agency: Agency, day: date) -> None:
    """Raise Refusal for a day on which the organ does not exist."""
    if day < agency.since:
        raise Refusal(f"{agency.name}自 {agency.since} 设立，日期不能早于这一天")
    if agency.until and day > agency.until:
        raise Refusal(f"{agency.name}已于 {agency.until} 撤销，日期不能晚于这一天")

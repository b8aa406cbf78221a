"""The rows of the public catalogue: items of the law by kind of organ, each with what the organ settled or with 未定."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongkai.agencies.models import Agency
from gongkai.law.catalogue import Item, items_of, limits_of
from gongkai.law.in_force import NoRuleInForce
from gongkai.release import queries

UNSETTLED = "未定"


@dataclass(frozen=True, slots=True)
class CatalogueRow:
    """One row in the standard columns."""

    first: str
    second: str
    contents: str
    basis: str
    time_limit: str
    organ: str
    channels: str
    audience: str
    way: str
    level: str


def catalogue_rows(agency: Agency, today: date) -> list[CatalogueRow]:
    """The rows in the order of the articles; an item without a row of the organ's has one with 未定."""
    settled: dict[str, list[dict[str, str]]] = {}
    for row in queries.catalogue_rows(agency):
        settled.setdefault(row["item"], []).append(row)
    wanted = items_of(agency.kind, today)  # type: ignore[arg-type]  # the kinds are the model's choices
    return [row for item in wanted for row in _rows(item, settled.get(item.key, []), agency, today)]


def _rows(
    item: Item, settled: list[dict[str, str]], agency: Agency, today: date
) -> Iterator[CatalogueRow]:
    limits = _limits(item, today)
    for said in settled or [{}]:
        own_basis = said.get("basis", "")
        yield CatalogueRow(
            item.label,
            said.get("title") or UNSETTLED,
            said.get("contents") or UNSETTLED,
            "；".join(filter(None, (str(item.cite), own_basis))),
            said.get("time_limit") or limits,
            agency.name,
            said.get("channels") or UNSETTLED,
            said.get("audience") or UNSETTLED,
            said.get("way") or UNSETTLED,
            said.get("level") or UNSETTLED,
        )


def _limits(item: Item, today: date) -> str:
    try:
        rows = [row for row in limits_of(item, today) if row.act == "publish"]
    except NoRuleInForce:
        return UNSETTLED
    return "；".join(row.rule for row in rows)

"""编制公开事项标准目录：增加、修改、删去一行（《条例》第十二条、第二十二条）"""

from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.outbox import put
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.law.catalogue import items_of
from gongkai.law.catalogue.standard import CHOICES
from gongkai.law.citation import Cite
from gongkai.publishing.models import CatalogueEntry

LONGEST = {"title": 100, "contents": 500, "basis": 300, "time_limit": 200}
NAMES = {"title": "二级事项", "contents": "公开内容", "basis": "公开依据", "time_limit": "公开时限"}
BASIS = Cite("条例", 22)
_KEYS = {(row.column, row.key) for row in CHOICES}


@dataclass(frozen=True, slots=True)
class Row:
    """What the organ says in one row; what is empty stays 未定."""

    title: str
    contents: str = ""
    basis: str = ""
    time_limit: str = ""
    channels: tuple[str, ...] = ()
    audience: str = ""
    way: str = ""
    level: str = ""


@transaction.atomic
def add_entry(
    *, agency: Agency, item_key: str, row: Row, by: User, now: datetime
) -> CatalogueEntry:
    """A new row below an item that the organ owes by the law of the day."""
    permit = require(by, "publishing.edit", agency)
    if item_key not in {item.key for item in items_of(agency.kind, law_day(now))}:  # type: ignore[arg-type]  # the kinds are the model's choices
        raise Refusal("这类机关的目录里没有这个事项", cite=BASIS)
    tidy = _checked(row)
    _require_new(agency, item_key, tidy.title, None)
    entry = CatalogueEntry(agency=agency, item_key=item_key, **_columns(tidy))
    entry.save()
    _done("publishing.add_entry", entry, permit, now, after=_columns(tidy))
    return entry


@transaction.atomic
def change_entry(*, entry: CatalogueEntry, row: Row, by: User, now: datetime) -> CatalogueEntry:
    """What the row says from now on."""
    here = CatalogueEntry.objects.select_for_update().get(pk=entry.pk)
    permit = require(by, "publishing.edit", here.agency)
    tidy = _checked(row)
    _require_new(here.agency, here.item_key, tidy.title, here.pk)
    before = {name: getattr(here, name) for name in asdict(tidy)}
    for name, value in _columns(tidy).items():
        setattr(here, name, value)
    here.version += 1
    here.save()
    _done("publishing.change_entry", here, permit, now, before=before, after=_columns(tidy))
    return here


@transaction.atomic
def remove_entry(*, entry: CatalogueEntry, by: User, now: datetime) -> None:
    """Take a row out; the journal keeps what it said."""
    here = CatalogueEntry.objects.select_for_update().get(pk=entry.pk)
    permit = require(by, "publishing.edit", here.agency)
    _done("publishing.remove_entry", here, permit, now, before={"title": here.title})
    here.delete()


def _require_new(agency: Agency, item_key: str, title: str, own: int | None) -> None:
    rows = CatalogueEntry.objects.filter(agency=agency, item_key=item_key, title=title)
    if rows.exclude(pk=own).exists():
        raise Refusal(f"这个事项下面已经有“{title}”了")


def _checked(row: Row) -> Row:
    words = {name: " ".join(getattr(row, name).replace("\0", "").split()) for name in LONGEST}
    if not words["title"]:
        raise Refusal("请填写二级事项")
    for name, most in LONGEST.items():
        if len(words[name]) > most:
            raise Refusal(f"{NAMES[name]}超过 {most} 个字，请删减")
    chosen = [("channel", key) for key in row.channels]
    chosen += [
        (name, getattr(row, name)) for name in ("audience", "way", "level") if getattr(row, name)
    ]
    if not set(chosen) <= _KEYS:
        raise Refusal("有不认识的选项，请重新选择")
    return Row(**words, channels=row.channels, audience=row.audience, way=row.way, level=row.level)


def _columns(row: Row) -> dict[str, Any]:
    return asdict(row) | {"channels": list(row.channels)}


def _done(
    act: str,
    entry: CatalogueEntry,
    permit: Permit,
    now: datetime,
    before: dict[str, Any] | None = None,
    after: dict[str, Any] | None = None,
) -> None:
    """Write the journal, and let the public side look at the organ's catalogue again."""
    agency = entry.agency
    record(act, entry, by=permit, at=now, organ=agency.code, before=before or {}, after=after or {})
    key = f"release.catalogue:{agency.pk}:{now.isoformat()}:{entry.pk}"
    put("release.catalogue", key, {"agency": agency.pk}, now=now)

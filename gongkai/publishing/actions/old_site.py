"""旧网站迁入：核对清单和网页，对应栏目，存下来等确认；确认之后和批量送审一样一行一行办"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from django.core.files.base import File
from django.core.files.storage import default_storage
from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.agencies.tables.reading import Rows
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.publishing.actions.batches import enter_batch, kept_batch, open_batch
from gongkai.publishing.bulk.archive import (
    AT_DESK,
    LARGE,
    MIB,
    MOST_BYTES,
    Folder,
    Limits,
    UnreadableFolder,
)
from gongkai.publishing.bulk.plan import Plan
from gongkai.publishing.models import Batch, Column, OldColumn
from gongkai.publishing.old_site.plan import plan_of_old_site
from gongkai.publishing.old_site.surroundings import Columns, OldSite, Told, nobody

MOST_LINES_AT_DESK = 600
"""Lines with their pages that are read while an officer waits; more go by the command line or in several batches."""


OTHERWISE = "请分成几批，或者请运维人员用命令 gongkai import-site 一次迁入"


@dataclass(frozen=True, slots=True)
class Source:
    """What comes in: the folder, the inventory with its name, what is known of the site, and columns that are settled with it."""

    folder: File
    rows: Rows
    inventory_name: str
    site: OldSite
    columns: Columns = field(default_factory=dict)


def prepare_old_site(
    *,
    agency: Agency,
    source: Source,
    by: User,
    now: datetime,
    limits: Limits = AT_DESK,
    waits: bool = True,
    told: Told = nobody,
) -> tuple[Plan, Batch | None]:
    """Check an old website with its inventory and keep both; nothing is kept while a line is wrong. Reads for long: no transaction.

    Where old columns are not settled yet, the batch waits for that, or is not kept either. Raises Refusal for a folder that
    cannot be read at all.
    """
    permit = require(by, "publishing.edit", agency)
    _require_few(source, limits)
    plan = planned(source, agency=agency, by=by, now=now, limits=limits, told=told)
    if plan.errors or (plan.unsettled and not waits):
        return plan, None
    batch = kept_batch(
        source.folder, agency=agency, inventory_name=source.inventory_name, by=by, now=now
    )
    batch.source, batch.site, batch.place = "old_site", source.site.address, source.site.place
    batch.table, batch.old_columns = source.rows, dict(plan.old_columns)
    if plan.unsettled:
        return plan, _keep_unsettled(batch, permit, now)
    return plan, _entered(batch, plan, permit, now)


def planned(
    source: Source,
    *,
    agency: Agency,
    by: User,
    now: datetime,
    limits: Limits = AT_DESK,
    told: Told = nobody,
) -> Plan:
    """What the inventory would do; nothing is kept. Raises Refusal for a folder that cannot be read at all."""
    try:
        with Folder(source.folder, limits) as folder:
            return plan_of_old_site(
                source.rows,
                folder,
                site=source.site,
                agency=agency,
                person=by,
                today=law_day(now),
                settled=source.columns,
                told=told,
            )
    except UnreadableFolder as error:
        raise Refusal(str(error)) from error


def _require_few(source: Source, limits: Limits) -> None:
    """Refusal for more than an officer can wait for at the desk."""
    if limits != AT_DESK:
        return
    if (source.folder.size or 0) > MOST_BYTES:
        raise Refusal(f"压缩包超过 {MOST_BYTES // MIB} MB", next_step=OTHERWISE)
    if len(source.rows) - 1 > MOST_LINES_AT_DESK:
        raise Refusal(
            f"清单超过 {MOST_LINES_AT_DESK} 行，网页上来不及一次核对",
            next_step=OTHERWISE,
        )


@transaction.atomic
def _keep_unsettled(batch: Batch, permit: Permit, now: datetime) -> Batch:
    """Keep a batch whose old columns are still to be settled."""
    batch.state = "mapping"
    batch.save()
    said = {"name": batch.name, "sha256": batch.sha256, "rows": len(batch.table) - 1}
    organ = batch.agency.code
    record("publishing.prepare_batch", batch, by=permit, at=now, organ=organ, after=said)
    return batch


def _entered(batch: Batch, plan: Plan, permit: Permit, now: datetime) -> Batch:
    """Keep a batch whose columns are settled, with its lines."""
    batch.old_columns = dict(plan.old_columns)
    return enter_batch(batch, plan, permit, now)


def settle_old_columns(
    *, batch: Batch, columns: Mapping[str, Column | None], by: User, now: datetime
) -> tuple[Plan, Batch]:
    """Say for every old column which one takes its place, or that it stays behind; then check again. Reads for seconds.

    What was settled holds for the organ's next batches too. The batch waits to be confirmed, unless the plan has mistakes.
    """
    permit = require(by, "publishing.edit", batch.agency)
    if batch.state not in {"mapping", "prepared"}:
        raise Refusal(f"这一批“{batch.get_state_display()}”，不能再改栏目")
    keep_old_columns(agency=batch.agency, columns=columns, by=by, now=now)
    site = OldSite(batch.site, batch.place)
    with default_storage.open(batch.storage_key, "rb") as kept:
        again = Source(kept, batch.table, batch.inventory_name, site)
        plan = planned(again, agency=batch.agency, by=by, now=now, limits=LARGE)
    if plan.errors or plan.unsettled:
        return plan, batch
    return plan, _settled(batch, plan, permit, by, now)


@transaction.atomic
def _settled(batch: Batch, plan: Plan, permit: Permit, by: User, now: datetime) -> Batch:
    here, _ = open_batch(batch, by, ("mapping", "prepared"))
    return _entered(here, plan, permit, now)


@transaction.atomic
def keep_old_columns(
    *, agency: Agency, columns: Mapping[str, Column | None], by: User, now: datetime
) -> None:
    """Keep which columns take the place of old ones."""
    permit = require(by, "publishing.edit", agency)
    if any(column and column.agency_id != agency.pk for column in columns.values()):
        raise Refusal("栏目属于另一个机关，请重新选择")
    was = {row.name: row.column_id for row in OldColumn.objects.filter(agency=agency)}
    changed = {
        name: column
        for name, column in columns.items()
        if name not in was or was[name] != (column.pk if column else None)
    }
    for name, column in changed.items():
        OldColumn.objects.update_or_create(
            agency=agency, name=name[:200], defaults={"column": column}
        )
    if changed:
        said = {name: column.title if column else "不迁入" for name, column in changed.items()}
        after = {"old_columns": said}
        record("publishing.settle_old_columns", agency, by=permit, at=now, organ=agency.code, after=after)  # fmt: skip

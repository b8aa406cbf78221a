"""批量送审：存下压缩包和核对过的清单；确认之后交给后台一行一行办"""

from datetime import datetime, timedelta
from hashlib import file_digest

from django.core.files.base import File
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.agencies.tables.reading import Rows
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.outbox import put
from gongkai.common.permissions import SYSTEM, Permit, require
from gongkai.common.refusals import Refusal
from gongkai.files.storage import keep_stream
from gongkai.publishing.bulk.archive import MIB, MOST_BYTES, Folder, UnreadableFolder
from gongkai.publishing.bulk.plan import Line, Plan, plan_of_inventory
from gongkai.publishing.models import Batch, BatchRow

RUN_ROW = "publishing.run_row"
"""The outbox's kind of message that works on one line."""
PORTION = 500
STALLED = timedelta(minutes=15)
"""After so long without a line done, a running batch is woken again; no rule of law."""
FORGOTTEN = timedelta(days=7)
"""A batch that nobody confirmed for so long is dropped; no rule of law."""


def prepare_batch(
    *,
    agency: Agency,
    rows: Rows,
    inventory_name: str,
    upload: UploadedFile,
    by: User,
    now: datetime,
) -> tuple[Plan, Batch | None]:
    """Check a folder with its inventory and keep both; nothing is kept while a line is wrong. Reads for seconds: no transaction.

    Raises Refusal for a folder that cannot be read at all.
    """
    permit = require(by, "publishing.edit", agency)
    if (upload.size or 0) > MOST_BYTES:
        raise Refusal(f"压缩包超过 {MOST_BYTES // MIB} MB，请分成几批")
    try:
        with Folder(upload) as folder:
            today = law_day(now)
            plan = plan_of_inventory(rows, folder, agency=agency, person=by, today=today)
    except UnreadableFolder as error:
        raise Refusal(str(error)) from error
    if plan.errors:
        return plan, None
    batch = kept_batch(upload, agency=agency, inventory_name=inventory_name, by=by, now=now)
    batch.unused = list(plan.unused)[:200]
    return plan, enter_batch(batch, plan, permit, now)


def kept_batch(
    upload: File, *, agency: Agency, inventory_name: str, by: User, now: datetime
) -> Batch:
    """A batch that is not in the database yet, with its folder kept."""
    upload.seek(0)
    digest = file_digest(upload, "sha256").hexdigest()
    upload.seek(0)
    return Batch(
        agency=agency,
        name=(upload.name or "")[-120:],
        inventory_name=inventory_name[-120:],
        storage_key=keep_stream(upload),
        sha256=digest,
        prepared_by_id=by.pk,
        prepared_by=by.name,
        prepared_at=now,
        changed_at=now,
    )


@transaction.atomic
def enter_batch(batch: Batch, plan: Plan, permit: Permit, now: datetime) -> Batch:
    """Keep a batch with its lines, to be confirmed."""
    batch.state = "prepared"
    batch.save()
    batch.rows.all().delete()
    BatchRow.objects.bulk_create((_row(batch, line) for line in plan.lines), batch_size=PORTION)
    said = {"name": batch.name, "sha256": batch.sha256, "rows": len(plan.lines)}
    organ = batch.agency.code
    record("publishing.prepare_batch", batch, by=permit, at=now, organ=organ, after=said)
    return batch


def _row(batch: Batch, line: Line) -> BatchRow:
    return BatchRow(
        batch=batch,
        number=line.entry.line,
        kind=line.kind,
        column_id=line.entry.column_id,
        title=line.entry.title,
        entry=line.entry.said(),
        doubts=list(line.doubts),
        differences=[[row.label, row.before[:300], row.after[:300]] for row in line.differences],
        item=line.item,
        seen_version=line.item.version if line.item else None,
        state="skipped" if line.kind == "same" else "waiting",
    )


@transaction.atomic
def confirm_batch(*, batch: Batch, by: User, now: datetime) -> Batch:
    """Let the lines be worked on, each of them handed in for review by this person, who also prepared them."""
    here, permit = open_batch(batch, by)
    if here.prepared_by_id != by.pk:
        raise Refusal("清单由谁提交，就由谁确认", next_step=f"请{here.prepared_by}确认")
    if not here.rows.filter(state="waiting").exists():
        raise Refusal("清单里没有要新建或者修改的信息", next_step="改好清单重新上传")
    here.state, here.confirmed_at, here.changed_at = "running", now, now
    here.save()
    number = here.rows.filter(state="waiting").count()
    record(
        "publishing.confirm_batch",
        here,
        by=permit,
        at=now,
        organ=here.agency.code,
        before={"state": "prepared"},
        after={"state": "running", "rows": number},
    )
    wake(here, now)
    return here


@transaction.atomic
def drop_batch(*, batch: Batch, by: User, now: datetime) -> Batch:
    """Leave a batch that nobody confirmed yet; its folder is swept."""
    here, permit = open_batch(batch, by, ("mapping", "prepared"))
    return _drop(here, permit, now)


def _drop(here: Batch, permit: Permit, now: datetime) -> Batch:
    here.state, here.storage_key, here.changed_at = "dropped", "", now
    here.table = []
    here.save()
    after = {"state": "dropped"}
    record("publishing.drop_batch", here, by=permit, at=now, organ=here.agency.code, after=after)
    return here


def open_batch(
    batch: Batch, person: User, states: tuple[str, ...] = ("prepared",)
) -> tuple[Batch, Permit]:
    """The batch, locked, while it can still be confirmed, dropped or settled."""
    here = Batch.objects.select_for_update().get(pk=batch.pk)
    permit = require(person, "publishing.edit", here.agency)
    if here.state not in states:
        raise Refusal(f"这一批“{here.get_state_display()}”，不能再这样办理")
    return here, permit


def next_row(batch: Batch) -> BatchRow | None:
    """The line that is to be worked on next: every line is begun before one that was made is handed in; None where all are settled."""
    rows = batch.rows
    return rows.filter(state="waiting").first() or rows.filter(state="made").first()


def wake(batch: Batch, now: datetime, again: str = "") -> None:
    """Ask the outbox for the next line; the same line is asked for once in a state, unless ``again`` says otherwise."""
    row = next_row(batch)
    if row is not None:
        made = ":made" if row.state == "made" else ""
        put(RUN_ROW, f"{RUN_ROW}:{row.pk}{made}{again}", {"row": row.pk}, now=now)


@transaction.atomic
def wake_stalled(now: datetime) -> None:
    """Wake running batches in which nothing has moved for long: a message was given up, or its queue was lost."""
    for batch in Batch.objects.filter(state="running", changed_at__lt=now - STALLED):
        wake(batch, now, again=f":{now:%Y%m%d%H%M}")


@transaction.atomic
def drop_forgotten(now: datetime) -> None:
    """Drop what nobody confirmed for a week, so that its folder does not lie about."""
    forgotten = Batch.objects.filter(
        state__in=("mapping", "prepared"), prepared_at__lt=now - FORGOTTEN
    )
    for here in forgotten.select_for_update():
        _drop(here, SYSTEM, now)

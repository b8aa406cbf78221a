"""Batches for the tests: a folder of the town's clerk, prepared, confirmed, and worked on as the background does it."""

from collections.abc import Mapping
from datetime import datetime, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.common.outbox import deliver_due
from gongkai.publishing.actions import confirm_batch, prepare_batch
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.models import Batch
from tests.people import Cast
from tests.publishing.folders import folder_of, line_of, rows_of, texts
from tests.publishing.items import NOW

MINUTE = timedelta(minutes=1)
"""Between two turns: what a turn asks for is due a moment after it."""


def prepared(cast: Cast, *lines: Mapping[str, str], files: Mapping[str, bytes] | None = None) -> Batch:  # fmt: skip
    """A batch that waits to be confirmed, of three new notices unless lines are given."""
    lines = lines or tuple(line_of(number) for number in (1, 2, 3))
    national_column(cast.town, "content")
    data = folder_of(texts(len(lines)) if files is None else files).getvalue()
    plan, batch = prepare_batch(
        agency=cast.town,
        rows=rows_of(*lines),
        inventory_name="清单.csv",
        upload=SimpleUploadedFile("通知.zip", data),
        by=cast.clerk,
        now=NOW,
    )
    assert batch is not None, plan.errors
    return batch


def confirmed(cast: Cast, *lines: Mapping[str, str], **more: Mapping[str, bytes]) -> Batch:
    """A batch that the background is to work on."""
    return confirm_batch(batch=prepared(cast, *lines, **more), by=cast.clerk, now=NOW)


def worked_on(batch: Batch, now: datetime = NOW, turns: int = 1000) -> Batch:
    """The batch after the background has had its turns: until nothing is due."""
    for turn in range(turns):
        if not deliver_due(now + turn * MINUTE):
            break
    batch.refresh_from_db()
    return batch

"""What must hold of the work done through pages: what an answer confirmed is there once, what none confirmed is whole or absent."""

import json
from collections import Counter
from collections.abc import Iterable, Iterator
from itertools import chain
from pathlib import Path
from typing import Any

from bench.proof.bulk_clicks import LINES
from bench.proof.clicks import TABLE
from bench.proof.visitor import visits_of

Said = list[dict[str, Any]]


def said_in(path: Path) -> Said:
    """What was written down; a line cut off by a kill is none."""
    lines = path.read_bytes().split(b"\n")[:-1] if path.exists() else []
    return [json.loads(line) for line in lines]


def problems(confirmed: Path) -> Iterator[str]:
    """What does not hold."""
    said = said_in(confirmed)
    for each in chain(said, said_in(visits_of(confirmed))):
        if "wrong" in each:
            yield f"answer: {each['wrong']}"
    yield from files_lost(said)
    yield from figures_lost(said)
    yield from tables_torn(said)
    yield from half_done()


def figures(confirmed: Path) -> dict[str, int]:
    """How much was done through pages, and seen."""
    said = said_in(confirmed)
    seen = Counter(next(iter(each)) for each in said_in(visits_of(confirmed)))
    return {
        "tables": sum("entered" in each for each in said),
        "uploads": sum("file" in each for each in said),
        "corrected figures": sum("saved" in each for each in said),
        "public by pages": sum("public" in each for each in said),
        "folders": sum(each.get("act") == "publishing.confirm_batch" for each in said),
        "many at once": sum("begun" in each for each in said),
        "withdrawn": sum("withdrawn" in each for each in said),
        "pages read": seen["seen"],
        "reads unanswered": seen["unanswered"],
    }


def files_lost(said: Said) -> Iterator[str]:
    """Files whose upload was confirmed and that are not there."""
    from gongkai.files.models import StoredFile

    tokens = {each["file"] for each in said if "file" in each}
    kept = set(StoredFile.objects.filter(token__in=tokens).values_list("token", flat=True))
    yield from (f"uploaded and lost: {token}" for token in tokens - kept)


def figures_lost(said: Said) -> Iterator[str]:
    """Figures that were saved by hand and do not stand in the report."""
    from gongkai.annual_reports.models import Report
    from gongkai.annual_reports.queries import as_value

    saved = {int(each["saved"]): each["permits"] for each in said if "saved" in each}
    for pk, report in Report.objects.in_bulk(list(saved)).items():
        stands = as_value(report).figures["proactive.permits"]
        if stands != saved.pop(pk):
            yield f"saved and lost: report {pk} says {stands}"
    yield from (f"saved and lost: report {pk}" for pk in saved)


def tables_torn(said: Said) -> Iterator[str]:
    """Tables of organs that were entered in part, or confirmed and are not there."""
    from gongkai.agencies.models import Agency

    codes = Agency.objects.filter(code__regex=r"^t[0-9a-f]{10}-[0-9]+$").values_list("code")
    there = Counter(code.partition("-")[0] for (code,) in codes)
    yield from (f"table {batch}: {n} of {TABLE}" for batch, n in there.items() if n != TABLE)
    entered = {each["entered"][0].partition("-")[0] for each in said if "entered" in each}
    yield from (f"entered and lost: {batch}" for batch in entered - set(there))


def half_done() -> Iterator[str]:
    """Records without their line in the journal, and lines without what they tell of; all as of one moment, since work goes on."""
    from django.db import connection, transaction

    from gongkai.audit.models import Entry

    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        for acts, there in records():
            told = set(Entry.objects.filter(act__in=acts).values_list("object_id", flat=True))
            kept, act = {str(key) for key in there}, "/".join(acts)
            yield from (f"{act} in the journal and not there: {key}" for key in told - kept)
            yield from (f"{act} there and not in the journal: {key}" for key in kept - told)
        yield from batches_torn()
        yield from shown_too_soon()


def records() -> Iterator[tuple[tuple[str, ...], Iterable[Any]]]:
    """For each act, or acts of which one suffices, what exists because of it."""
    from gongkai.annual_reports.models import Report, ReportVersion
    from gongkai.files.models import StoredFile
    from gongkai.publishing.models import Batch, Item

    own, versions = Item.objects.filter(source_id=""), ReportVersion.objects.all()
    yield ("files.upload",), StoredFile.objects.values_list("pk", flat=True)
    yield ("annual_reports.start",), Report.objects.values_list("pk", flat=True)
    yield ("annual_reports.sign",), versions.values_list("report_id", flat=True)
    public = versions.exclude(published_at=None)
    yield ("annual_reports.publish",), public.values_list("report_id", flat=True)
    yield ("publishing.create_draft",), own.values_list("pk", flat=True)
    out = own.exclude(first_published_at=None)
    yield ("publishing.publish", "publishing.release"), out.values_list("pk", flat=True)
    gone = own.exclude(withdrawn_at=None)
    yield ("publishing.withdraw",), gone.values_list("pk", flat=True)
    yield ("publishing.prepare_batch",), Batch.objects.values_list("pk", flat=True)
    begun = Batch.objects.exclude(confirmed_at=None)
    yield ("publishing.confirm_batch",), begun.values_list("pk", flat=True)
    yield ("publishing.end_batch",), begun.exclude(done_at=None).values_list("pk", flat=True)


def batches_torn() -> Iterator[str]:
    """Batches that lost a line, lines that became no item or two, items that two lines became."""
    from django.db.models import Count, Q

    from gongkai.publishing.models import Batch, BatchRow, Item

    sized = Batch.objects.annotate(
        lines=Count("rows"), left=Count("rows", filter=Q(rows__state="waiting"))
    )
    for batch in sized.exclude(lines=LINES):
        yield f"batch {batch.pk}: {batch.lines} lines of {LINES}"
    for batch in sized.filter(state="done", left__gt=0):
        yield f"batch {batch.pk} is done, and {batch.left} lines wait"
    rows = BatchRow.objects.filter(batch__confirmed_at__isnull=False)
    titles = Counter(Item.objects.values_list("title", flat=True))
    for row in rows.exclude(state="refused"):
        wanted = 1 if row.state == "done" else 0
        if titles[row.title] != wanted:
            yield f"line {row.pk} is {row.state}: {titles[row.title]} items"
    yield from (f"line {row.pk} was refused: {row.note}" for row in rows.filter(state="refused"))


def shown_too_soon() -> Iterator[str]:
    """What readers see though it never was published."""
    from gongkai.publishing.models import Item
    from gongkai.release.models import PublicDocument

    out = Item.objects.exclude(first_published_at=None).values("pk")
    for number in PublicDocument.objects.exclude(item_id__in=out).values_list("item_id", flat=True):
        yield f"shown and never published: {number}"

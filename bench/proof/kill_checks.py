"""What must hold after a kill: nothing confirmed is lost, nothing is there twice, the journal is whole, effects follow once.

``python -m bench.proof.kill_checks CONFIRMED [drained]`` prints what does not hold as JSON, with figures.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from gongkai.config.framework import ready

WATCH = """
CREATE TABLE proof_effect (what varchar(40), number bigint);
CREATE TRIGGER proof_done AFTER UPDATE OF state ON common_outboxmessage WHEN NEW.state = 'done'
BEGIN INSERT INTO proof_effect VALUES ('done', NEW.id); END;
CREATE TRIGGER proof_copied AFTER INSERT ON release_publicdocument
BEGIN INSERT INTO proof_effect VALUES ('copied', NEW.item_id); END;
CREATE TRIGGER proof_copied_again AFTER UPDATE ON release_publicdocument
BEGIN INSERT INTO proof_effect VALUES ('copied', NEW.item_id); END;
"""
"""Triggers by which SQLite itself counts effects and marks that were committed, without a line in the program."""


def watch() -> None:
    """Put the triggers up."""
    from django.db import connection

    connection.ensure_connection()
    connection.connection.executescript(WATCH)


def problems(confirmed: Counter[tuple[str, str, str]]) -> Iterator[str]:
    """What does not hold at any moment."""
    from gongkai.audit.models import Entry
    from gongkai.audit.verify import verify

    verdict = verify()
    if verdict.fault:
        yield f"journal: {verdict.fault}"
    written = Counter(Entry.objects.values_list("act", "object_type", "object_id"))
    yield from (f"confirmed and lost: {key}" for key in confirmed if key not in written)
    yield from (
        f"{number} times in the journal: {key}" for key, number in written.items() if number > 1
    )
    yield from doubled()
    yield from files_gone()


def doubled() -> Iterator[str]:
    """Records and effects that are there more often than they may be."""
    from django.db import connection
    from django.db.models import Count

    from gongkai.annual_reports.models import ReportVersion
    from gongkai.publishing.models import Item

    for row in ReportVersion.objects.values("report").annotate(n=Count("pk")).filter(n__gt=1):
        yield f"signed more than once: {row}"
    for row in (
        Item.objects.exclude(source_id="")
        .values("source_id")
        .annotate(n=Count("pk"))
        .filter(n__gt=1)
    ):
        yield f"brought out more than once: {row}"
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute(
                "SELECT what, number, count(*) FROM proof_effect GROUP BY 1, 2 HAVING count(*) > 1"
            )
            yield from (f"effect more than once: {row}" for row in cursor.fetchall())
            cursor.execute("PRAGMA quick_check")
            (said,) = cursor.fetchone()
        if said != "ok":
            yield f"database: {said}"


def files_gone() -> Iterator[str]:
    """Stored files whose bytes are not what was received."""
    import hashlib

    from gongkai.files.models import StoredFile

    for stored in StoredFile.objects.all():
        with stored.open() as content:
            if hashlib.sha256(content.read()).hexdigest() != stored.sha256:
                yield f"file changed: {stored.pk}"


def left_over() -> Iterator[str]:
    """What must not be left when the outbox has had time to empty."""
    from gongkai.common.clock import current
    from gongkai.common.outbox import deliver_due
    from gongkai.common.outbox.patience import lease
    from gongkai.common.outbox.queries import counts
    from gongkai.publishing.models import Item
    from gongkai.release.models import PublicDocument

    # What a killed worker had claimed is taken over when its lease has ended: the proof need not sit it out.
    deliver_due(current() + lease())
    states = counts()
    if set(states) - {"done"}:
        yield f"outbox not empty: {states}"
    published = set(Item.objects.exclude(published=None).values_list("pk", flat=True))
    public = set(PublicDocument.objects.values_list("item_id", flat=True))
    if published != public:
        yield f"published and not shown: {published - public}; shown and not published: {public - published}"


def figures(confirmed: Counter[tuple[str, str, str]]) -> dict[str, int]:
    """How much was done."""
    from gongkai.audit.models import Entry
    from gongkai.common.outbox.models import OutboxMessage
    from gongkai.release.models import PublicDocument

    return {
        "confirmed": confirmed.total(),
        "journal": Entry.objects.count(),
        "delivered": OutboxMessage.objects.filter(state="done").count(),
        "retried": OutboxMessage.objects.filter(attempts__gt=1).count(),
        "public": PublicDocument.objects.count(),
    }


def read(path: Path) -> Counter[tuple[str, str, str]]:
    """What was confirmed so far; a line cut off by the kill is none."""
    lines = path.read_bytes().split(b"\n")[:-1] if path.exists() else []
    said = [json.loads(line) for line in lines]
    return Counter((each["act"], each["type"], each["id"]) for each in said)


def main(arguments: list[str]) -> int:
    """Check; 1 if anything does not hold."""
    confirmed = read(Path(arguments[0]))
    ready()
    found = list(problems(confirmed))
    if "drained" in arguments:
        found += left_over()
    print(json.dumps({"problems": found, **figures(confirmed)}, ensure_ascii=False))
    return int(bool(found))


if __name__ == "__main__":
    if sys.argv[1:] == ["watch"]:
        ready()
        watch()
    else:
        raise SystemExit(main(sys.argv[1:]))

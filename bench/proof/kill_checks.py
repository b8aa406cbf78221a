"""What must hold after a kill: nothing confirmed is lost, nothing is there twice, the journal is whole, effects follow once.

Not here: what pages confirmed and showed (``page_checks``).

``python -m bench.proof.kill_checks CONFIRMED`` counts effects from then on, and for each line it is told, ``now`` or
``drained``, prints what does not hold as JSON, with figures; for ``await release`` waits for that moment.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

from bench.proof import case_checks, moments, page_checks
from gongkai.config.framework import ready

SQLITE = """
CREATE TABLE proof_effect (what varchar(40), number bigint);
CREATE TRIGGER proof_done AFTER UPDATE OF state ON common_outboxmessage WHEN NEW.state = 'done'
BEGIN INSERT INTO proof_effect VALUES ('done', NEW.id); END;
CREATE TRIGGER proof_copied AFTER INSERT ON release_publicdocument
BEGIN INSERT INTO proof_effect VALUES ('copied', NEW.item_id); END;
CREATE TRIGGER proof_copied_again AFTER UPDATE ON release_publicdocument
BEGIN INSERT INTO proof_effect VALUES ('copied', NEW.item_id); END;
"""
"""Triggers by which the database itself counts effects and marks that were committed, without a line in the program."""
POSTGRESQL = """
CREATE TABLE proof_effect (what varchar(40), number bigint);
CREATE FUNCTION proof_note() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
INSERT INTO proof_effect VALUES (TG_ARGV[0], (to_jsonb(NEW)->>TG_ARGV[1])::bigint); RETURN NULL; END $$;
CREATE TRIGGER proof_done AFTER UPDATE OF state ON common_outboxmessage FOR EACH ROW WHEN (NEW.state = 'done')
EXECUTE FUNCTION proof_note('done', 'id');
CREATE TRIGGER proof_copied AFTER INSERT OR UPDATE ON release_publicdocument FOR EACH ROW
EXECUTE FUNCTION proof_note('copied', 'item_id');
"""
LONGEST_PUT_OFF = timedelta(minutes=6)
"""What was cut off is told or tried again after five minutes: the proof need not sit that out."""
OFTEN = ("accounts.sign_in", "audit.read_personal", *case_checks.OF_LETTERS)
"""Acts that a person repeats where no answer came, and those of a request that are done for each of its letters."""


def watch() -> None:
    """Put the triggers up."""
    from django.db import connection

    if connection.vendor == "sqlite":
        connection.ensure_connection()
        connection.connection.executescript(SQLITE)
    else:
        with connection.cursor() as cursor:
            cursor.execute(POSTGRESQL)


def problems(confirmed: Counter[tuple[str, str, str]]) -> Iterator[str]:
    """What does not hold at any moment."""
    from gongkai.audit.models import Entry
    from gongkai.audit.verify import verify

    verdict = verify()
    if verdict.fault:
        yield f"journal: {verdict.fault}"
    once = Entry.objects.exclude(act__in=OFTEN)
    written = Counter(once.values_list("act", "object_type", "object_id"))
    yield from (f"confirmed and lost: {key}" for key in confirmed if key not in written)
    yield from (
        f"{number} times in the journal: {key}" for key, number in written.items() if number > 1
    )
    yield from doubled()
    yield from files_gone()
    yield from case_checks.problems()


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
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT what, number, count(*) FROM proof_effect GROUP BY 1, 2 HAVING count(*) > 1"
        )
        yield from (f"effect more than once: {row}" for row in cursor.fetchall())
        if connection.vendor == "sqlite":
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
    from gongkai.common.outbox.queries import counts
    from gongkai.publishing.models import Item
    from gongkai.release.models import PublicDocument, Withdrawal

    while deliver_due(current() + LONGEST_PUT_OFF):
        let_leases_end()
    states = counts()
    if set(states) - {"done"}:
        yield f"outbox not empty: {states}"
    published = set(Item.objects.exclude(published=None).values_list("pk", flat=True))
    public = set(PublicDocument.objects.values_list("item_id", flat=True))
    if published != public:
        yield f"published and not shown: {published - public}; shown and not published: {public - published}"
    gone = set(Item.objects.exclude(withdrawn_at=None).values_list("pk", flat=True))
    if gone != set(Withdrawal.objects.values_list("item_id", flat=True)):
        yield f"withdrawn: {gone}, and other notes stand on the site"
    yield from unfinished()
    yield from case_checks.left_over()


def unfinished() -> Iterator[str]:
    """Batches that nobody works on any more, texts whose time has passed, an index that is not what is public."""
    from gongkai.common.clock import current
    from gongkai.publishing.models import Batch, Item
    from gongkai.release.search import keeping

    for batch in Batch.objects.filter(state="running"):
        yield f"batch {batch.pk} still runs"
    for item in Item.objects.filter(state="scheduled", release_at__lt=current()):
        yield f"item {item.pk} is due and not out"
    if not (index := keeping.state()).ready:
        yield f"index: {index.sentence}"


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
    said = [each for each in page_checks.said_in(path) if "act" in each]
    return Counter((each["act"], each["type"], each["id"]) for each in said)


def looked(path: Path, *, drained: bool) -> dict[str, Any]:
    """What does not hold now, with figures."""
    confirmed = read(path)
    found = [*problems(confirmed), *page_checks.problems(path)]
    if drained:
        found += left_over()
    counted = {**figures(confirmed), **page_checks.figures(path), **case_checks.figures()}
    return {"problems": found, **counted}


def let_leases_end() -> None:
    """What a killed worker had claimed is due again at once: the proof need not sit its lease out."""
    from gongkai.common.clock import current
    from gongkai.common.outbox.models import OutboxMessage

    OutboxMessage.objects.filter(state="claimed").update(claimed_until=current())


def answered(said: str, confirmed: Path) -> dict[str, Any]:
    """The answer to one line: whether a moment came, or what does not hold."""
    if said.startswith("await "):
        return {"came": moments.came(said.removeprefix("await "))}
    let_leases_end()
    return looked(confirmed, drained=said == "drained")


def main(arguments: list[str]) -> int:
    """Look as often as asked."""
    ready()
    watch()
    for line in sys.stdin:
        said = answered(line.strip(), Path(arguments[0]))
        print(json.dumps(said, ensure_ascii=False), flush=True)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

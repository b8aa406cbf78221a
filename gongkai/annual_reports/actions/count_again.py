"""Count anew what the sentences of a report tell of the year outside its tables; the counts are kept with the report."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.annual_reports.actions.moving import locked
from gongkai.annual_reports.actions.save import require_open
from gongkai.annual_reports.counts import Counted, counts_of, last_day
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.values import to_json
from gongkai.audit import actions as audit
from gongkai.common.clock import law_day
from gongkai.common.permissions import require


@transaction.atomic
def count_again(*, report: Report, seen_version: int, by: User, now: datetime) -> Report:
    """Keep the counts of today. Raises Conflict where somebody else saved since ``seen_version``, Refusal unless it is open.

    What sentences say from now on is what was counted, until somebody counts again: signing freezes these numbers.
    """
    permit = require(by, "annual_reports.edit", report.agency)
    here = locked(report, seen_version)
    require_open(here)
    before = here.counts
    here.counts = kept(counts_of(here.agency, here.year, law_day(now)), here.year, now)
    here.writers = sorted({*here.writers, by.pk})
    here.version += 1
    here.updated_at = now
    here.save()
    was, became = _changes(before, here.counts)
    audit.record(
        "annual_reports.count",
        here,
        by=permit,
        at=now,
        organ=here.agency.code,
        before=was,
        after={"计数截至": here.counts["as_of"], **became},
    )
    return here


def kept(counted: Mapping[str, Counted], year: int, now: datetime) -> dict[str, Any]:
    """Counts as a report keeps them: when, up to which day, and each by its name in sentences."""
    last: date = last_day(year, law_day(now))
    values = {
        name: {"key": one.count.key, "value": to_json(one.value), "unit": one.count.unit}
        for name, one in counted.items()
    }
    return {"at": now.isoformat(), "as_of": last.isoformat(), "values": values}


def _changes(
    before: Mapping[str, Any], after: Mapping[str, Any]
) -> tuple[dict[str, Any], dict[str, Any]]:
    """Only the counts whose number changed, by name."""
    old = {name: one["value"] for name, one in before.get("values", {}).items()}
    new = {name: one["value"] for name, one in after["values"].items()}
    names = [name for name in new | old if old.get(name) != new.get(name)]
    return {n: old[n] for n in names if n in old}, {n: new[n] for n in names if n in new}

"""Take drafted text into chapters of a report: into an empty one, or behind what is there. Nothing that stands is replaced."""

from collections.abc import Collection
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.annual_reports.actions.moving import locked
from gongkai.annual_reports.actions.save import keepable, put, require_open
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.promises import drafts_of
from gongkai.annual_reports.values import written_value
from gongkai.common.permissions import require


@transaction.atomic
def adopt_draft(
    *, report: Report, seen_version: int, chapters: Collection[str], by: User, now: datetime
) -> Report:
    """Take the drafts of some chapters in. Raises Conflict where somebody else saved since ``seen_version``, Refusal unless it is open."""
    permit = require(by, "annual_reports.edit", report.agency)
    here = locked(report, seen_version)
    require_open(here)
    written, drafts = written_value(here), drafts_of(here)
    added = {
        key: "\n".join(filter(None, (written.chapters.get(key, "").strip("\n"), drafts[key])))
        for key in chapters
        if drafts.get(key)
    }
    columns = keepable(replace(written, chapters={**written.chapters, **added}))
    return put(here, columns, "annual_reports.adopt_draft", permit=permit, at=now)

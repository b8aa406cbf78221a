"""A person says whose report a file is, or that it is of this year after all."""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.annual_reports.actions.collect.read_file import Verdict, settle
from gongkai.annual_reports.collecting.organs import is_member
from gongkai.annual_reports.models import CollectedFile
from gongkai.audit import actions as audit
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite

OPEN = ("no_organ", "other_year")


@transaction.atomic
def choose_organ(*, file: CollectedFile, organ: Agency, by: User, now: datetime) -> CollectedFile:
    """Hand a file in for an organ. Refused for files that need no choice, and for organs that do not hand in here."""
    row = CollectedFile.objects.select_for_update().get(pk=file.pk)
    permit = require(by, "annual_reports.collect", row.batch.collector)
    if row.state not in OPEN:
        raise Refusal(
            f"这个文件现在是“{row.get_state_display()}”，不能选定机关",
            next_step="请刷新页面，看看别人是否已经办理",
        )
    if not is_member(organ.pk, row.batch.collector, row.batch.year):
        raise Refusal(
            f"{organ}{row.batch.year}年度不向{row.batch.collector}报送", cite=Cite("条例", 49)
        )
    audit.record(
        "annual_reports.choose_organ",
        row,
        by=permit,
        at=now,
        organ=row.batch.collector.code,
        after={"机关": organ.name, "年度": row.batch.year},
    )
    settle(row, Verdict("read", f"{by.name}选定", organ), permit=permit, now=now)
    return row

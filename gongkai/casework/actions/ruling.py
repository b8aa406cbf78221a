"""办件规则：编号的写法、提醒、表四的口径、草稿和个人信息保存多久"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.casework.actions.numbers import written
from gongkai.casework.models import CaseRules
from gongkai.casework.models.rules import (
    COUNTED_BY,
    MOST_DOWNLOAD_DAYS,
    MOST_DRAFT_DAYS,
    MOST_KEPT_MONTHS,
)
from gongkai.common.clock import law_day
from gongkai.common.permissions import require
from gongkai.common.refusals import Conflict, Refusal

MOST_REMINDERS = 6
LONGEST_REMINDER = 20


@transaction.atomic
def set_rules(
    *,
    agency: Agency,
    number_pattern: str,
    reminder_days: list[int],
    remedies_counted: str,
    seen_version: int | None,
    by: User,
    now: datetime,
    draft_days: int | None = None,
    kept_months: int | None = None,
    download_days: int | None = None,
) -> CaseRules:
    """How new numbers are written, when people are reminded, which year 表四 counts a remedy in, how long drafts and names are kept."""
    permit = require(by, "casework.set_up", agency)
    tidy = number_pattern.replace("\0", "").strip()
    written(tidy, agency, law_day(now).year, 1)
    days = sorted(set(reminder_days), reverse=True)
    _require_sensible(days, remedies_counted)
    _require_lengths(draft_days, kept_months, download_days)
    rules = CaseRules.objects.select_for_update().filter(agency=agency).first()
    if rules is not None and rules.version != seen_version:
        raise Conflict("您打开之后，别人已经改过", theirs=rules)
    rules = rules or CaseRules(agency=agency, version=0)
    before = _said(rules)
    rules.number_pattern, rules.reminder_days, rules.remedies_counted = tidy, days, remedies_counted
    rules.draft_days, rules.kept_months = draft_days or rules.draft_days, kept_months
    rules.download_days = download_days or rules.download_days
    rules.version += 1
    rules.save()
    record(
        "casework.set_rules",
        agency,
        by=permit,
        at=now,
        organ=agency.code,
        before=before,
        after=_said(rules),
    )
    return rules


def _require_sensible(days: list[int], remedies_counted: str) -> None:
    if len(days) > MOST_REMINDERS or any(not 0 <= day <= LONGEST_REMINDER for day in days):
        raise Refusal(
            f"提醒最多 {MOST_REMINDERS} 次，在最后一日前 0 至 {LONGEST_REMINDER} 个工作日"
        )
    if remedies_counted not in dict(COUNTED_BY):
        raise Refusal("请选择表四的口径")


def _require_lengths(
    draft_days: int | None, kept_months: int | None, download_days: int | None
) -> None:
    if draft_days is not None and not 1 <= draft_days <= MOST_DRAFT_DAYS:
        raise Refusal(f"网上草稿保存 1 至 {MOST_DRAFT_DAYS} 天")
    if kept_months is not None and not 1 <= kept_months <= MOST_KEPT_MONTHS:
        raise Refusal(f"申请人的信息保存 1 至 {MOST_KEPT_MONTHS} 个月，或者不填")
    if download_days is not None and not 1 <= download_days <= MOST_DOWNLOAD_DAYS:
        raise Refusal(f"答复的文件可以下载 1 至 {MOST_DOWNLOAD_DAYS} 天")


def _said(rules: CaseRules) -> dict[str, object]:
    return {
        "number_pattern": rules.number_pattern,
        "reminder_days": list(rules.reminder_days),
        "remedies_counted": rules.remedies_counted,
        "draft_days": rules.draft_days,
        "download_days": rules.download_days,
        "kept_months": rules.kept_months,
    }

"""设置送审期限和提醒的日子（《条例》第二十六条之内，由机关定）"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.permissions import require
from gongkai.common.refusals import Conflict, Refusal
from gongkai.law.catalogue import GENERAL_LIMIT
from gongkai.law.release_timer import default_reminders
from gongkai.publishing.models import PublishingRules

MOST_REMINDERS = 5


@transaction.atomic
def set_timer_rules(
    *,
    agency: Agency,
    hand_in_days: int | None,
    reminder_days: list[int],
    seen_version: int | None,
    by: User,
    now: datetime,
) -> PublishingRules:
    """When departments hand in and when to remind. Refusal for days that come later than those of the law's table."""
    permit = require(by, "publishing.set_up", agency)
    _checked_hand_in(hand_in_days)
    reminders = _checked_reminders(reminder_days, default_reminders(law_day(now)))
    rules = PublishingRules.objects.select_for_update().filter(agency=agency).first()
    if rules is not None and rules.version != seen_version:
        raise Conflict("您打开之后，别人已经改过", theirs=rules)
    rules = rules or PublishingRules(agency=agency, version=0)
    before = {"hand_in_days": rules.hand_in_days, "reminder_days": rules.reminder_days}
    rules.hand_in_days, rules.reminder_days = hand_in_days, reminders
    rules.version += 1
    rules.save()
    record(
        "publishing.set_timer_rules",
        agency,
        by=permit,
        at=now,
        organ=agency.code,
        before=before,
        after={"hand_in_days": hand_in_days, "reminder_days": reminders},
    )
    return rules


def _checked_hand_in(days: int | None) -> None:
    most = GENERAL_LIMIT.length.number
    if days is not None and not 1 <= days < most:
        raise Refusal(
            f"送审期限要在 1 至 {most - 1} 个工作日之间，给审核、签发留出时间",
            cite=GENERAL_LIMIT.cite,
        )


def _checked_reminders(days: list[int], usual: tuple[int, ...]) -> list[int]:
    """The days in order, each once; none where the table's hold."""
    tidy = sorted(set(days))
    if not tidy:
        return []
    if len(tidy) > MOST_REMINDERS or tidy[0] < 1:
        raise Refusal(f"提醒的日子从第 1 个工作日起，最多 {MOST_REMINDERS} 次")
    if tidy[0] > usual[0] or tidy[-1] > usual[-1]:
        raise Refusal(
            f"第一次提醒不晚于第 {usual[0]} 个工作日，最后一次不晚于第 {usual[-1]} 个工作日",
            cite=GENERAL_LIMIT.cite,
        )
    return tidy

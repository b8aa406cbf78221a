"""公开之后：确认现在还对、定下次核对的日子；说明不需要解读；机关的规则"""

from collections.abc import Mapping
from datetime import date, datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.permissions import require
from gongkai.common.refusals import Conflict, Refusal
from gongkai.law.genres import genre
from gongkai.law.periods import months_later
from gongkai.publishing.actions.moving import locked
from gongkai.publishing.models import Item, PublishingRules

USUAL_MONTHS = 12
"""The next look where the organ has no rule for the genre: a year, as is usual; the law sets none."""
LONGEST_REASON = 300
MOST_MONTHS = 60
MOST_DAYS = 20


@transaction.atomic
def confirm(*, item: Item, by: User, now: datetime, next_on: date | None = None) -> Item:
    """Say that a public text is still right; the next look is on ``next_on`` or by the organ's rule (《条例》第六条第一款)."""
    here = locked(item)
    permit = require(by, "publishing.edit", here.agency)
    if here.published is None:
        raise Refusal("这条信息现在没有公开，不用核对")
    today = law_day(now)
    if next_on is not None and next_on <= today:
        raise Refusal("下次核对的日期要在今天以后")
    before = here.recheck_on
    here.recheck_on = next_on or _next_look(here, today)
    _keep(here, now)
    record(
        "publishing.confirm",
        here,
        by=permit,
        at=now,
        organ=here.agency.code,
        before={"recheck_on": str(before or "")},
        after={"recheck_on": str(here.recheck_on), "number": here.published.number},
    )
    return here


def _next_look(item: Item, today: date) -> date:
    rules = PublishingRules.objects.filter(agency=item.agency_id).first()
    months = (rules.recheck_months if rules else {}).get(item.published.genre, USUAL_MONTHS)
    return months_later(today, months)


@transaction.atomic
def do_without_interpretation(*, item: Item, reason: str, by: User, now: datetime) -> Item:
    """Say why a policy needs no interpretation; it is asked about no more."""
    here = locked(item)
    permit = require(by, "publishing.edit", here.agency)
    why = " ".join(reason.replace("\0", "").split())
    if not why or len(why) > LONGEST_REASON:
        raise Refusal(f"请写明不需要解读的理由，不超过 {LONGEST_REASON} 个字")
    here.no_interpretation = why
    _keep(here, now)
    record(
        "publishing.no_interpretation", here, by=permit, at=now, organ=here.agency.code, reason=why
    )
    return here


def _keep(item: Item, now: datetime) -> None:
    item.version += 1
    item.changed_at = now
    item.save()


@transaction.atomic
def set_aftercare(
    *,
    agency: Agency,
    interpretation_days: int | None,
    recheck_months: Mapping[str, int],
    seen_version: int | None,
    by: User,
    now: datetime,
) -> PublishingRules:
    """How soon policies are interpreted, and after how many months texts of a genre are looked at again."""
    permit = require(by, "publishing.set_up", agency)
    _checked(interpretation_days, recheck_months)
    rules = PublishingRules.objects.select_for_update().filter(agency=agency).first()
    if rules is not None and rules.version != seen_version:
        raise Conflict("您打开之后，别人已经改过", theirs=rules)
    rules = rules or PublishingRules(agency=agency, version=0)
    before = _said(rules)
    rules.interpretation_days, rules.recheck_months = interpretation_days, dict(recheck_months)
    rules.version += 1
    rules.save()
    record(
        "publishing.set_aftercare",
        agency,
        by=permit,
        at=now,
        organ=agency.code,
        before=before,
        after=_said(rules),
    )
    return rules


def _said(rules: PublishingRules) -> dict[str, object]:
    return {
        "interpretation_days": rules.interpretation_days,
        "recheck_months": dict(rules.recheck_months),
    }


def _checked(days: int | None, months: Mapping[str, int]) -> None:
    if days is not None and not 0 <= days <= MOST_DAYS:
        raise Refusal(f"解读的期限要在 0 至 {MOST_DAYS} 个工作日之间，0 就是与文件同日公开")
    for key, number in months.items():
        try:
            genre(key)
        except KeyError as unknown:
            raise Refusal("没有这种体裁，请重新填写") from unknown
        if not 1 <= number <= MOST_MONTHS:
            raise Refusal(f"核对的间隔要在 1 至 {MOST_MONTHS} 个月之间")

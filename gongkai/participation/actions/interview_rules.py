"""机关自定的规则：访谈没有来得及回答的问题几个工作日内答复"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.common.permissions import require
from gongkai.common.refusals import Conflict, Refusal
from gongkai.participation.models import InterviewRules

MOST_DAYS = 60


@transaction.atomic
def set_interview_rules(
    *, agency: Agency, answer_days: int | None, seen_version: int | None, by: User, now: datetime
) -> InterviewRules:
    """Another number of working days than the table's; None for the table's."""
    permit = require(by, "participation.set_interview_rules", agency)
    if answer_days is not None and not 1 <= answer_days <= MOST_DAYS:
        raise Refusal(f"答复的期限要在 1 至 {MOST_DAYS} 个工作日之间")
    rules = InterviewRules.objects.select_for_update().filter(agency=agency).first()
    if rules is not None and rules.version != seen_version:
        raise Conflict("您打开之后，别人已经改过", theirs=rules)
    rules = rules or InterviewRules(agency=agency, version=0)
    before = {"answer_days": rules.answer_days}
    rules.answer_days = answer_days
    rules.version += 1
    rules.save()
    record(
        "participation.set_interview_rules",
        agency,
        by=permit,
        at=now,
        organ=agency.code,
        before=before,
        after={"answer_days": answer_days},
    )
    return rules

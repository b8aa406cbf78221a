"""意见征集规则：截止后几日内公布结果"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.common.permissions import require
from gongkai.common.refusals import Conflict, Refusal
from gongkai.law.public_consultations import OUTCOME_RULE
from gongkai.participation.models import ConsultationRules

MOST_OUTCOME_DAYS = 365


@transaction.atomic
def set_rules(
    *,
    agency: Agency,
    outcome_days: int | None,
    seen_version: int | None,
    by: User,
    now: datetime,
) -> ConsultationRules:
    """Within how many days after the end the organ publishes outcomes; none: the default of the table holds."""
    permit = require(by, "participation.set_up", agency)
    if outcome_days is not None and not 1 <= outcome_days <= MOST_OUTCOME_DAYS:
        raise Refusal(f"请填写 1 至 {MOST_OUTCOME_DAYS} 日，或者不填", cite=OUTCOME_RULE.cite)
    rules = ConsultationRules.objects.select_for_update().filter(agency=agency).first()
    if rules is not None and rules.version != seen_version:
        raise Conflict("您打开之后，别人已经改过", theirs=rules)
    rules = rules or ConsultationRules(agency=agency, version=0)
    before = {"outcome_days": rules.outcome_days}
    rules.outcome_days = outcome_days
    rules.version += 1
    rules.save()
    after = {"outcome_days": outcome_days}
    record("participation.set_rules", agency, by=permit, at=now, organ=agency.code, before=before, after=after)  # fmt: skip
    return rules

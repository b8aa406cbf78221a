"""设置审核的步骤（《条例》第十七条第一款：明确审查的程序和责任）"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.common.permissions import require
from gongkai.common.refusals import Conflict, Refusal
from gongkai.law.citation import Cite
from gongkai.law.publication_steps import in_order
from gongkai.publishing.models import Column, ReviewPlan


@transaction.atomic
def set_plan(
    *,
    agency: Agency,
    column: Column | None,
    steps: Iterable[str],
    seen_version: int | None,
    by: User,
    now: datetime,
) -> ReviewPlan:
    """The steps of an organ, or of one of its columns. Texts already handed in go on by the steps they were given."""
    permit = require(by, "publishing.set_up", agency)
    if column is not None and column.agency_id != agency.pk:
        raise Refusal("这个栏目不属于这个机关")
    try:
        wanted = list(in_order(steps))
    except KeyError as unknown:
        raise Refusal("没有这个步骤，请重新勾选") from unknown
    if not wanted:
        raise Refusal("至少要有一个审核步骤", cite=Cite("条例", 17, 1))
    plans = ReviewPlan.objects.select_for_update()
    plan = plans.filter(agency=agency, column=column).first()
    if plan is not None and plan.version != seen_version:
        raise Conflict("您打开之后，别人已经改过", theirs=plan)
    plan = plan or ReviewPlan(agency=agency, column=column, version=0)
    before, plan.steps = plan.steps, wanted
    plan.version += 1
    plan.save()
    where = {"column": column.title} if column else {}
    record(
        "publishing.set_plan",
        agency,
        by=permit,
        at=now,
        organ=agency.code,
        before={"steps": before},
        after={"steps": wanted, **where},
    )
    return plan

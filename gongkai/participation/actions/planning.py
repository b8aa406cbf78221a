"""筹备意见征集：把草案公告变成一次征集，公布以前修改、不再征集"""

from dataclasses import asdict
from datetime import date, datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.clock import law_day
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.participation.actions.moving import (
    begin,
    enter,
    finish,
    keep,
    locked,
    require_fresh,
    tell_site,
)
from gongkai.participation.incoming import Plan, checked_plan
from gongkai.participation.models import Consultation
from gongkai.participation.periods import ends_of
from gongkai.participation.queries import IN_REVIEW
from gongkai.publishing.actions import create_draft
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.models import Column, Item

PERIOD = Cite("决策程序条例", 15, 1)
FIXED = ("kind", "days", "opens_on", "short_reason")
"""What the public was told on opening: changed by an act of its own alone."""


@transaction.atomic
def plan_consultation(*, item: Item, plan: Plan, by: User, now: datetime) -> Consultation:
    """Let a draft notice that is not public yet ask the public for comments."""
    here = Item.objects.select_for_update().select_related("agency").get(pk=item.pk)
    permit = require(by, "participation.handle", here.agency)
    if here.published_id is not None or here.is_elsewhere or here.state == "withdrawn":
        raise Refusal(
            "这条信息已经公开，不能再作为征集的公告",
            cite=PERIOD,
            next_step="另起草一条公告，在公布以前设置征集",
        )
    _require_not_in_review(here)
    if Consultation.objects.filter(item=here).exists():
        raise Refusal("这条信息已经设置过征集")
    tidy = _possible(checked_plan(plan), law_day(now))
    row = Consultation.objects.create(
        agency=here.agency, item=here, created_at=now, created_by=by.name, changed_at=now, **asdict(tidy)
    )  # fmt: skip
    enter("participation.plan", row, permit, now, after=_said(tidy))
    return row


@transaction.atomic
def plan_with_notice(
    *, column: Column, title: str, plan: Plan, by: User, now: datetime
) -> Consultation:
    """Begin the notice as a draft in a column, and let it ask the public."""
    item = create_draft(column=column, text=Text(title), by=by, now=now)
    return plan_consultation(item=item, plan=plan, by=by, now=now)


@transaction.atomic
def change_consultation(
    *, consultation: Consultation, plan: Plan, seen_version: int | None, by: User, now: datetime
) -> Consultation:
    """Change the plan; once it is open, only the ways to comment, who is responsible, and whether comments are shown."""
    here = locked(consultation)
    permit = require(by, "participation.handle", here.agency)
    require_fresh(here, seen_version)
    if here.state not in {"planned", "open", "closed"}:
        raise Refusal(f"“{here.state_label}”的征集不能修改")
    tidy = checked_plan(plan)
    was = plan_of(here)
    if here.state == "planned" and not _is_settled(here):
        tidy = _possible(tidy, law_day(now))
    if _is_settled(here) and any(getattr(tidy, name) != getattr(was, name) for name in FIXED):
        raise _settled(here)
    for name, value in asdict(tidy).items():
        setattr(here, name, value)
    keep(here, now)
    before, after = _said(was), _said(tidy)
    changed = [name for name in after if after[name] != before[name]]
    enter(
        "participation.change",
        here,
        permit,
        now,
        before={name: before[name] for name in changed},
        after={name: after[name] for name in changed},
    )
    tell_site(here, now)
    return here


@transaction.atomic
def drop_consultation(*, consultation: Consultation, by: User, now: datetime) -> Consultation:
    """Ask nobody after all; the notice stays a text like any other."""
    step = begin(consultation, "drop", by=by, now=now)
    if step.consultation.item.published_id is not None:
        raise Refusal(
            "公告已经公布，不能悄悄不再征集",
            cite=PERIOD,
            next_step="请签发人撤回公告，或者开始以后写明理由提前终止",
        )
    _require_not_in_review(step.consultation.item)
    return finish(step, now=now)


def _require_not_in_review(item: Item) -> None:
    """Refusal while reviewer or signer look at the notice: what they pass is what the public is told."""
    if item.state in IN_REVIEW:
        raise Refusal(
            f"公告现在是“{item.state_label}”，不能改要不要征集",
            cite=PERIOD,
            next_step="先把公告收回修改，或者请审核人退回",
        )


def _is_settled(here: Consultation) -> bool:
    """Whether matter and period are before reviewer or signer, or were told to the public."""
    return here.state != "planned" or here.item.published_id is not None or here.item.state in IN_REVIEW  # fmt: skip


def _settled(here: Consultation) -> Refusal:
    if here.state == "planned" and here.item.published_id is None:
        said = f"公告现在是“{here.item.state_label}”，事项和期限不能改"
        return Refusal(said, cite=PERIOD, next_step="先把公告收回修改，或者请审核人退回")
    said = "事项和期限已经向社会公布，不能直接改"
    return Refusal(said, cite=PERIOD, next_step="征集开始以后，请签发人延长或者提前终止")


def plan_of(consultation: Consultation) -> Plan:
    """The plan as it stands on the record."""
    return Plan(**{name: getattr(consultation, name) for name in Plan.__dataclass_fields__})


def _possible(plan: Plan, today: date) -> Plan:
    """The plan; Refusal for a day in the past, and for a short period without a reason."""
    if plan.opens_on is not None and plan.opens_on < today:
        raise Refusal("开始的日期不能在今天以前", cite=PERIOD)
    found = ends_of(plan.kind, plan.opens_on or today, plan.days)
    if found is not None and found.is_short and not plan.short_reason:
        raise Refusal(
            f"{found.steps[-1].text}期限缩短的，请写明理由，公众看得到",
            cite=found.steps[-1].cite,
            next_step="改长期限，或者填写缩短期限的说明",
        )
    return plan


def _said(plan: Plan) -> dict[str, object]:
    values = asdict(plan)
    return {key: value.isoformat() if isinstance(value, date) else value for key, value in values.items()}  # fmt: skip

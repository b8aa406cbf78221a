"""起草征集结果：数字和逐点答复从记录里来，作为一条信息送审、签发"""

from dataclasses import replace
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.clock import law_day
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.law.public_consultation_states import state_on
from gongkai.participation.actions.moving import enter, keep, locked
from gongkai.participation.models import Consultation
from gongkai.participation.outcome_text import body_of, figures_of, title_of
from gongkai.participation.queries import unanswered
from gongkai.publishing.actions import create_draft, save_draft
from gongkai.publishing.actions.texts import Text, text_of
from gongkai.publishing.facts import Facts

STUDIED = Cite("决策程序条例", 18)
SHOWN = 10


@transaction.atomic
def draft_outcome(*, consultation: Consultation, by: User, now: datetime) -> Consultation:
    """Draft the outcome in the column of the notice, or draft it anew out of the records while it is a draft."""
    here = locked(consultation)
    permit = require(by, "participation.handle", here.agency)
    if state_on(here.state, here.closes_on, law_day(now)) != "closed":
        raise Refusal(f"“{here.state_label}”的征集还不能起草结果", cite=STUDIED)
    _require_all_answered(here)
    figures = figures_of(here)
    body = body_of(here, figures)
    if here.outcome is None:
        facts = Facts(made_on=law_day(now), catalogue_keys=_keys(here))
        text = Text(title_of(here), body, payload={"outcome": figures}, facts=facts)
        here.outcome = create_draft(column=here.item.column, text=text, by=by, now=now)
    else:
        _redraft(here, body, figures, by, now)
    keep(here, now)
    enter("participation.draft_outcome", here, permit, now, after={"item": here.outcome.title})
    return here


def _keys(here: Consultation) -> tuple[str, ...]:
    """The items of the law under which the notice stands: the outcome belongs to the same."""
    return tuple(here.item.published.catalogue_keys) if here.item.published else ()


def _redraft(
    here: Consultation, body: str, figures: dict[str, object], by: User, now: datetime
) -> None:
    item = here.outcome
    if item.state != "draft":
        raise Refusal(
            f"结果现在是“{item.state_label}”，不能重新生成",
            cite=STUDIED,
            next_step="收回修改，或者请审核人退回",
        )
    text = text_of(item.draft)
    payload = {**text.payload, "outcome": figures}
    fresh = replace(text, body=body, payload=payload)
    here.outcome = save_draft(item=item, seen_version=item.version, text=fresh, by=by, now=now)


def _require_all_answered(here: Consultation) -> None:
    """Refusal while a comment on the matter belongs to no point."""
    open_ = list(unanswered(here).values_list("number", flat=True)[: SHOWN + 1])
    if open_:
        numbers = "、".join(str(number) for number in open_[:SHOWN])
        more = "等" if len(open_) > SHOWN else ""
        raise Refusal(
            f"第 {numbers} 条{more}意见还没有归纳，公布结果要逐条有着落",
            cite=STUDIED,
            next_step="归到某一点；与主题无关的，归到答复为“与主题无关”的一点，或者以这个原因不显示",
        )

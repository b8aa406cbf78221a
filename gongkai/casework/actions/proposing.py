"""由依申请公开转为主动公开（《条例》第四十四条）：起草一条信息，与这一件关联；不带申请人的信息"""

from datetime import datetime
from html import escape

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.casework.actions.moving import keep, locked
from gongkai.casework.admission import require_admitted
from gongkai.casework.models import Case, CaseItem, Decision
from gongkai.casework.wording import said
from gongkai.common.clock import law_day
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.law.duties import duty
from gongkai.law.outcome_needs import DISCLOSING
from gongkai.paperwork.personal_data import mask
from gongkai.publishing.actions import create_draft
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.models import Column, Item

WHY = ("make_proactive_several", "make_proactive_suggested", "decide_attribute")
"""By which duty of the law: several asked for it, the applicant suggested it, or the organ decides by itself."""


@transaction.atomic
def propose_publication(
    *, case: Case, column: Column, title: str, why: str, by: User, now: datetime
) -> Item:
    """Draft an item of what a reply gave, for the usual review and signature, and tie it to the case. ``why``: one of ``WHY``."""
    here = locked(case)
    permit = require(by, "casework.handle", here.agency)
    require_admitted(by, here)
    if why not in WHY:
        raise Refusal("请选择转为主动公开的理由")
    reason = duty(why, law_day(now))
    if column.agency_id != here.agency_id:
        raise Refusal("只能放进本机关的栏目", cite=reason.cite)
    reply = require_released(here)
    text = Text(title=mask(said(title, "标题", most=200)), body=_in_words(reply))
    item = create_draft(column=column, text=text, by=by, now=now)
    CaseItem.objects.create(case=here, item=item, kind="published", by_name=by.name, at=now)
    keep(here, now)
    record(
        "casework.propose_publication",
        here,
        by=permit,
        at=now,
        organ=here.agency.code,
        after={"item": item.title},
        reason=f"{reason.title}（{reason.cite}）",
    )
    return item


def released(case: Case) -> Decision | None:
    """The last reply of a case by which information was given; None for none."""
    return case.decisions.filter(state="served", outcome__in=DISCLOSING).last()


def require_released(case: Case) -> Decision:
    """The last reply by which information was given. Refusal for none, and for a case that was proposed already."""
    if CaseItem.objects.filter(case=case, kind="published").exists():
        raise Refusal("这一件已经提出过", next_step="在这一件的“已公开的信息”里看那一条")
    reply = released(case)
    if reply is None:
        raise Refusal("这一件还没有作出公开信息的答复", next_step="答复、送达以后再提出")
    return reply


def _in_words(reply: Decision) -> str:
    """What a reply gave, as the body of a draft, personal data masked; never what was written to the applicant."""
    given = [part.title for part in reply.parts.all() if part.given]
    if not given and reply.outcome != "partly_granted":
        given = reply.says[:1]
    rows = "".join(f"<li>{escape(mask(each))}</li>" for each in given if each)
    return f"<ul>{rows}</ul>" if rows else ""

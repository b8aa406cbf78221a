"""限制查看、准予查看、回避、关注"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.casework.actions.moving import keep, locked
from gongkai.casework.admission import require_admitted
from gongkai.casework.models import Case, CasePerson
from gongkai.casework.wording import said
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal


@transaction.atomic
def restrict(*, case: Case, restricted: bool, reason: str, by: User, now: datetime) -> Case:
    """Let only those see the case who handle it or are admitted, or let everybody in again."""
    here = locked(case)
    permit = require(by, "casework.restrict", here.agency)
    require_admitted(by, here)
    why = said(reason)
    before, here.restricted = here.restricted, restricted
    keep(here, now)
    record(
        "casework.restrict",
        here,
        by=permit,
        at=now,
        organ=here.agency.code,
        before={"restricted": before},
        after={"restricted": restricted},
        reason=why,
    )
    return here


@transaction.atomic
def admit(*, case: Case, person: User, part: str, reason: str, by: User, now: datetime) -> Case:
    """Let a person into a restricted case, or keep a person away from one (回避)."""
    here = locked(case)
    permit = require(by, "casework.restrict", here.agency)
    require_admitted(by, here)
    why = said(reason)
    if part not in {"admitted", "barred"}:
        raise Refusal("请选择准予查看或者回避")
    other = "barred" if part == "admitted" else "admitted"
    CasePerson.objects.filter(case=here, person=person, part=other).delete()
    CasePerson.objects.get_or_create(
        case=here, person=person, part=part, defaults={"reason": why, "at": now}
    )
    if part == "barred" and here.handler_id == person.pk:
        here.handler = None
    keep(here, now)
    key = "casework.bar" if part == "barred" else "casework.admit"
    record(
        key,
        here,
        by=permit,
        at=now,
        organ=here.agency.code,
        after={"person": person.name},
        reason=why,
    )
    return here


@transaction.atomic
def watch(*, case: Case, on: bool, by: User, now: datetime) -> Case:
    """Be told what happens in a case, or no more."""
    here = locked(case)
    permit = require(by, "casework.view", here.agency)
    require_admitted(by, here)
    rows = CasePerson.objects.filter(case=here, person=by, part="watcher")
    if on and not rows.exists():
        CasePerson.objects.create(case=here, person=by, part="watcher", at=now)
    elif not on:
        rows.delete()
    record(
        "casework.watch",
        here,
        by=permit,
        at=now,
        organ=here.agency.code,
        after={"part": "关注" if on else "不再关注"},
    )
    return here

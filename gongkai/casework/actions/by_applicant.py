"""申请人自己在网上补正（《条例》第三十条）、说明理由（第三十五条）、撤回：以提交之日为收到之日"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction

from gongkai.casework.actions.answers import corrected, reasoned
from gongkai.casework.actions.closing import withdrawn
from gongkai.casework.actions.moving import begin_for_applicant, finish
from gongkai.casework.models import Case, CaseFile
from gongkai.casework.online import APPLICANT
from gongkai.casework.telling import tell
from gongkai.common.refusals import Refusal
from gongkai.files.models import StoredFile

WITHDRAWN = "申请人凭编号和查询码在网上撤回"
BEFORE_RECEIPT = "确认收到以前，申请人凭编号和查询码在网上撤回"


@transaction.atomic
def correct_online(
    *, case: Case, words: str, files: Iterable[StoredFile] = (), now: datetime
) -> Case:
    """The applicant corrects the request online: received today, the period begins anew."""
    step = begin_for_applicant(case, "receive_correction", permit=APPLICANT, now=now)
    _add(step.case, files, "correction", now)
    here = corrected(step, step.today, words, now=now)
    tell(here, "correct_online", mover=None, now=now)
    return here


@transaction.atomic
def reason_online(
    *, case: Case, words: str, files: Iterable[StoredFile] = (), now: datetime
) -> Case:
    """The applicant gives reasons for many or frequent requests (art. 35)."""
    step = begin_for_applicant(case, "receive_reasons", permit=APPLICANT, now=now)
    _add(step.case, files, "reasons", now)
    here = reasoned(step, step.today, words, now=now)
    tell(here, "reason_online", mover=None, now=now)
    return here


@transaction.atomic
def withdraw_online(*, case: Case, now: datetime) -> Case:
    """The applicant withdraws the request; it is counted as 其他处理, or not at all where it was not received yet (art. 31)."""
    if case.state == "arrived":
        here = _withdrawn_before_receipt(case, now)
    else:
        step = begin_for_applicant(case, "withdraw", permit=APPLICANT, now=now, reason=WITHDRAWN)
        here = withdrawn(step, step.today, now=now)
    tell(here, "withdraw_online", mover=None, now=now)
    return here


def _withdrawn_before_receipt(case: Case, now: datetime) -> Case:
    """Void the number: a request that nobody confirmed has no day of receipt, and is none of the numbers of the year."""
    step = begin_for_applicant(case, "void", permit=APPLICANT, now=now, reason=BEFORE_RECEIPT)
    if step.case.state != "arrived":
        raise Refusal("申请刚才已经确认收到，请刷新页面再办", cite=step.move.cite)
    step.case.number.void_reason = step.reason
    step.case.number.save(update_fields=("void_reason",))
    return finish(step, now=now, after={"number": step.case.number.number})


def _add(case: Case, files: Iterable[StoredFile], use: str, now: datetime) -> None:
    for stored in files:
        if stored.purpose != "applicant" or stored.agency_id != case.agency_id:
            raise Refusal("这个文件不能加到这份申请里")
        CaseFile.objects.create(
            case=case,
            file=stored,
            use=use,
            title=stored.name,
            added_by=APPLICANT.actor_name,
            added_at=now,
        )

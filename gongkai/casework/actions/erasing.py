"""销毁已经归档、作废、拆分的一件里的个人信息"""

from datetime import datetime

from django.db import transaction
from django.db.models import Q

from gongkai.accounts.models import User
from gongkai.audit import personal
from gongkai.casework.actions.dossiers import forget_dossiers
from gongkai.casework.actions.marking import mark
from gongkai.casework.actions.moving import keep, locked
from gongkai.casework.admission import require_admitted
from gongkai.casework.incoming import LONGEST, line
from gongkai.casework.models import Case, Delivery, RedactionSheet, RequestDraft
from gongkai.casework.models.applicant import PERSONAL_USES
from gongkai.casework.models.case import ERASABLE
from gongkai.casework.sealing import subject_of
from gongkai.casework.wording import said
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.files.actions import destroy
from gongkai.files.models import StoredFile

GONE = "（已销毁）"


@transaction.atomic
def erase_applicant(
    *, case: Case, reason: str, by: User, now: datetime, title: str = "", number: str = ""
) -> Case:
    """Destroy the key of a closed file's personal data and the papers of people in it. What was decided stays, and what is counted.

    ``title`` takes the place of what the request is called, where that names people. ``number``, where it was typed, is the case's.
    """
    here = locked(case)
    permit = require(by, "casework.erase", here.agency)
    require_admitted(by, here)
    _require_over(here, number)
    personal.erase(
        subject_of(here), on=here, by=permit, at=now, organ=here.agency.code, reason=said(reason)
    )
    here.applicant.sealed, here.applicant.agent = {}, {}
    here.applicant.tell_by_mail = here.applicant.tell_by_sms = False
    here.applicant.erased_at = now
    here.applicant.save()
    _forget_beside(here)
    _destroy_papers(here, permit, now)
    here.title, here.wanted = line(title)[:LONGEST] or here.title, GONE
    here.masked_name, here.identity_index = "", ""
    mark(here)
    keep(here, now)
    return here


def _require_over(case: Case, number: str) -> None:
    """Refusal while the file may still be needed, and where the number of another one was typed."""
    if case.state not in ERASABLE:
        raise Refusal("归档以后才能销毁个人信息", next_step="先办结、归档")
    if case.remedies.filter(result="").exists():
        raise Refusal("行政复议或者诉讼还没有审结，不能销毁", next_step="登记结果以后再办")
    if _parts_need(case):
        raise Refusal("拆出的各件还没有都办完，还要用这一件的材料", next_step="各件都归档以后再办")
    if number and line(number) != str(case):
        raise Refusal("输入的编号不是这一件的编号", next_step=f"这一件是 {case}")


def _forget_beside(case: Case) -> None:
    """What was written down of people beside the applicant's own row."""
    case.consultations.update(sealed={})
    case.letters.update(sealed={}, facts={}, body=[])
    case.notices.update(answer="")
    sendings = Delivery.objects.filter(service__case=case)
    sendings.exclude(fault="").update(fault=GONE)
    sendings.update(recipient="")
    RequestDraft.objects.filter(case=case).update(sealed="")
    forget_dossiers(case)


def _parts_need(case: Case) -> bool:
    """Whether a part that the case was split into is still worked on, or fought over: its papers lie with the whole."""
    return any(
        part.state not in ERASABLE or part.remedies.filter(result="").exists() or _parts_need(part)
        for part in case.parts.all()
    )


def _destroy_papers(case: Case, permit: Permit, now: datetime) -> None:
    """Papers that name people lose their bytes and their names; so does what was made to black them out, but for what became a
    paper of its own. Refusal while one lies in clear: its bytes could not be destroyed for good.
    """
    mine = case.papers.filter(use__in=PERSONAL_USES)
    sheets = RedactionSheet.objects.filter(source__in=mine)
    unfinished = sheets.filter(result=None).exclude(made=None).values("made")
    copies = Q(pk__in=sheets.values("working")) | Q(pk__in=unfinished)
    theirs = StoredFile.objects.filter(Q(pk__in=mine.values("file")) | copies, destroyed_at=None)
    if theirs.filter(sealed_key="").exists():
        raise Refusal(
            "有以前上传的材料还没有加密，不能销毁",
            next_step="请系统管理员先运行 gongkai keys rotate",
        )
    for stored in theirs:
        destroy(stored, permit=permit, now=now)
    sheets.update(title=GONE)
    mine.update(title=GONE)

"""电子邮件发出答复：由后台发送；发送之前再核对一遍收件人和文件，有一样不对就不发，并告诉承办人"""

import re
from datetime import datetime

from django.conf import settings
from django.core.mail import EmailMessage
from django.db import transaction

from gongkai.audit import personal
from gongkai.audit.actions import record
from gongkai.casework.actions.moving import locked
from gongkai.casework.models import Case, Delivery
from gongkai.casework.outgoing import SentFile, require_sendable, whole
from gongkai.casework.recipients import recipient_fields, recipient_mark
from gongkai.casework.sealing import subject_of
from gongkai.casework.telling import tell
from gongkai.common.mail import message_id
from gongkai.common.permissions import SYSTEM
from gongkai.common.refusals import Refusal

KIND = "casework.mail_reply"
_NAMES = re.compile(r"“[^”]*”")
SUBJECT = "政府信息公开申请的答复（{}）"
TEXT = (
    "您好：\n\n您提出的政府信息公开申请（{case}）已经答复，答复和文件见附件，共 {number} 个。\n"
    "收到以后请回复本邮件确认。对答复有疑问，请与{organ}联系。\n\n{organ}\n"
)


def mail_reply(pk: int, key: str, now: datetime) -> Delivery:
    """Send the e-mail of a sending that waits, or say on it why not. After a crash it may go out twice, with one Message-ID."""
    delivery = Delivery.objects.select_related(
        "service__case__agency", "service__case__number", "service__case__applicant"
    ).get(pk=pk)
    if delivery.state != "waiting":
        return delivery
    try:
        letter = _letter(delivery, now)
    except Refusal as refusal:
        return _refused(delivery, str(refusal), now)
    letter.extra_headers["Message-ID"] = message_id(key)
    letter.send()
    return _sent(delivery, now)


@transaction.atomic
def _letter(delivery: Delivery, now: datetime) -> EmailMessage:
    """The e-mail, with recipient and files looked at once more."""
    case = delivery.service.case
    address = _address(delivery, case, now)
    rows = list(delivery.files.select_related("paper__file"))
    papers = require_sendable(case, [SentFile(row.paper_id, row.sha256) for row in rows])
    text = TEXT.format(case=case, number=len(rows), organ=case.agency.name)
    letter = EmailMessage(SUBJECT.format(case), text, settings.DEFAULT_FROM_EMAIL, [address])
    for row, paper in zip(rows, papers, strict=True):
        content = whole(paper, row.sha256)
        letter.attach(paper.file.name, content, paper.file.content_type)
    return letter


def _address(delivery: Delivery, case: Case, now: datetime) -> str:
    if delivery.service.failed_on:
        raise Refusal("这一次送达已经登记为没有送达")
    names = recipient_fields(case, delivery.medium)
    found = personal.reveal(
        subject_of(case),
        {name: case.applicant.sealed[name] for name in names},
        on=case,
        by=SYSTEM,
        at=now,
        organ=case.agency.code,
        reason="发送电子邮件",
    )
    if recipient_mark(case, delivery.medium, found) != delivery.recipient:
        raise Refusal("收件人在核对以后变了")
    return found["mail"]


@transaction.atomic
def _sent(delivery: Delivery, now: datetime) -> Delivery:
    here = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
    here.state, here.sent_at = "sent", now
    here.save()
    case = delivery.service.case
    after = {"files": delivery.files.count()}
    record("casework.mail_reply", case, by=SYSTEM, at=now, organ=case.agency.code, after=after)
    return here


@transaction.atomic
def _refused(delivery: Delivery, why: str, now: datetime) -> Delivery:
    case = locked(delivery.service.case)
    here = Delivery.objects.select_for_update(of=("self",)).get(pk=delivery.pk)
    here.state, here.fault = "refused", why[:300]
    here.save()
    said = _NAMES.sub("一个文件", why)  # the journal keeps for ever what papers are called
    record("casework.mail_refused", case, by=SYSTEM, at=now, organ=case.agency.code, reason=said)
    tell(case, "mail_refused", mover=None, now=now)
    return here

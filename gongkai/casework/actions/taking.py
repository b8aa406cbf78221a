"""申请人凭编号和查询码下载答复的文件：每次都记入留痕，第一次作为收到的凭据告诉承办人；签收日期仍由承办人登记"""

from datetime import date, datetime

from django.db import transaction

from gongkai.audit.actions import record
from gongkai.casework.actions.moving import locked
from gongkai.casework.models import Delivery, DeliveryFile
from gongkai.casework.online import APPLICANT
from gongkai.casework.outgoing import SentFile, require_sendable, whole
from gongkai.casework.telling import tell
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal


def is_open(delivery: Delivery, today: date) -> bool:
    """Whether its files can be downloaded on a day: sent online, in time, not failed, and who asked not erased."""
    case = delivery.service.case
    return (
        delivery.medium == "online"
        and delivery.state == "sent"
        and delivery.open_until is not None
        and today <= delivery.open_until
        and delivery.service.failed_on is None
        and case.applicant.erased_at is None
    )


@transaction.atomic
def take_file(*, row: DeliveryFile, now: datetime) -> bytes:
    """The bytes for the applicant, once the journal has it. Refusal where they may not be had any more."""
    case = locked(row.delivery.service.case)
    here = Delivery.objects.select_for_update(of=("self",)).get(pk=row.delivery_id)
    if not is_open(here, law_day(now)):
        raise Refusal("下载的期限已经过了，或者文件不再提供")
    paper = require_sendable(case, [SentFile(row.paper_id, row.sha256)])[0]
    content = whole(paper, row.sha256)
    if row.taken_at is None:
        row.taken_at = now
        row.save(update_fields=("taken_at",))
    first = here.first_taken_at is None
    if first:
        here.first_taken_at = now
        here.save(update_fields=("first_taken_at",))
    after = {"file": row.order, "sha256": row.sha256}
    record("casework.take_reply", case, by=APPLICANT, at=now, organ=case.agency.code, after=after)
    if first:
        tell(case, "take_reply", mover=None, now=now)
    return content

"""网上、电子邮件送达答复（《条例》第四十条）：看过第二遍收件人和文件才发；收件人、文件、签发有一样变了，什么也不发"""

from dataclasses import dataclass
from datetime import datetime, timedelta

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit import personal
from gongkai.casework.actions.arrival import again
from gongkai.casework.actions.closing import serve
from gongkai.casework.actions.deciding import ReplyStep, begin_reply
from gongkai.casework.actions.letter_issuing import require_remedy_online
from gongkai.casework.actions.mailing import KIND
from gongkai.casework.actions.moving import Step, begin
from gongkai.casework.actions.serving import Sending
from gongkai.casework.models import Case, CaseFile, Decision, Delivery, DeliveryFile, Service
from gongkai.casework.models.delivery import MEDIA
from gongkai.casework.online import download_days
from gongkai.casework.outgoing import (
    OWN_CASE,
    SentFile,
    going_out,
    mark_of,
    pages_of,
    require_sendable,
    waits_for_print,
    whole,
)
from gongkai.casework.recipients import MOST_MAILED, recipient_fields, recipient_mark
from gongkai.casework.replies import reply_of
from gongkai.casework.sealing import subject_of
from gongkai.common.clock import law_day
from gongkai.common.outbox import put
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal

AGAIN = "回到这一件，把收件人和文件重新看过，再发送"


@dataclass(frozen=True, slots=True)
class SecondLook:
    """What whoever sends saw on the second look: the case's version, marks of the recipient and the files, and which were ticked."""

    version: int
    recipient: str
    files: str
    ticked: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """What the second look shows. ``recipient`` are the fields of who gets it, by name; ``pages`` by paper, None where there are none."""

    recipient: dict[str, str]
    recipient_mark: str
    papers: tuple[CaseFile, ...]
    pages: dict[int, int | None]
    files_mark: str


@transaction.atomic
def look_a_second_time(*, decision: Decision, medium: str, by: User, now: datetime) -> Shown:
    """Who gets what: the recipient is read, which the journal says; Refusal for a file that may not go out."""
    step = begin_reply(decision, "serve_reply", by=by, now=now)
    return _shown(step.case, step.decision, medium, by, now)


@transaction.atomic
def look_again(*, service: Service, medium: str, by: User, now: datetime) -> Shown:
    """The same where an earlier sending failed."""
    step = begin(service.case, "record_service", by=by, now=now)
    return _shown(step.case, _reply_of(service), medium, by, now)


def _reply_of(service: Service) -> Decision:
    if service.decision is None:
        raise Refusal("只有答复可以这样发送")
    return service.decision


def _shown(case: Case, decision: Decision, medium: str, by: User, now: datetime) -> Shown:
    recipient, mark = _recipient(case, medium, by, now)
    files = _files(decision)
    papers = require_sendable(case, files)
    return Shown(
        recipient,
        mark,
        tuple(papers),
        {paper.pk: pages_of(paper.file) for paper in papers},
        mark_of(files),
    )


def _recipient(case: Case, medium: str, by: User, now: datetime) -> tuple[dict[str, str], str]:
    """Who gets it, once the journal says who looked; Refusal where this way is not open to the case."""
    permit = require(by, "casework.read_personal", case.agency)
    wanted = recipient_fields(case, medium)
    kept = {name: case.applicant.sealed[name] for name in wanted}
    found = personal.reveal(
        subject_of(case),
        kept,
        on=case,
        by=permit,
        at=now,
        organ=case.agency.code,
        reason=f"{dict(MEDIA)[medium]}送达前核对收件人",
    )
    return found, recipient_mark(case, medium, found)


def _files(decision: Decision) -> tuple[SentFile, ...]:
    """What goes out; Refusal while a letter is being printed, where there is nothing, and without an address for reconsideration."""
    require_remedy_online(decision, "electronic")
    if waits_for_print(decision):
        raise Refusal("答复的文书正在生成 PDF，请过一会儿再发", cite=OWN_CASE)
    files = going_out(decision)
    if not files:
        raise Refusal(
            "这份答复没有可以发出的文件",
            cite=OWN_CASE,
            next_step="撤销签发，在答复里选上要提供的文件；或者邮寄、当面送达",
        )
    return files


@transaction.atomic
def deliver_reply(
    *, decision: Decision, medium: str, seen: SecondLook, by: User, now: datetime
) -> Delivery:
    """Send the signed reply with its files, exactly as they were seen. Whatever differs, nothing is sent."""
    step = begin_reply(decision, "serve_reply", by=by, now=now, seen_version=_version(seen))
    _require_signed(step)
    papers, files = _as_seen(step.case, step.decision, medium, seen, by, now)
    sending = Sending("electronic", sent_on=law_day(now), proof_words=dict(MEDIA)[medium])
    service = serve(step, sending, by=by, now=now)
    return _deliver(service, medium, seen, papers, files, by=by, now=now)


@transaction.atomic
def deliver_again(
    *, service: Service, medium: str, seen: SecondLook, by: User, now: datetime
) -> Delivery:
    """Send a reply once more whose last sending failed."""
    step: Step = begin(service.case, "record_service", by=by, now=now, seen_version=_version(seen))
    decision = _reply_of(service)
    papers, files = _as_seen(step.case, decision, medium, seen, by, now)
    sending = Sending("electronic", sent_on=law_day(now), proof_words=dict(MEDIA)[medium])
    repeated = again(step, service, sending, now=now)
    return _deliver(repeated, medium, seen, papers, files, by=by, now=now)


def _version(seen: SecondLook) -> int:
    """The version that was seen; never None, which would mean that nobody asks."""
    return int(seen.version)


def _require_signed(step: ReplyStep) -> None:
    """What is sent is what was signed."""
    if reply_of(step.decision).sha256() != step.decision.sha256:
        raise Refusal(
            "答复的内容与签发时不一致，没有发送",
            cite=step.move.cite,
            next_step="撤销签发，重新送审",
        )


def _as_seen(
    case: Case,
    decision: Decision,
    medium: str,
    seen: SecondLook,
    by: User,
    now: datetime,
) -> tuple[list[CaseFile], tuple[SentFile, ...]]:
    """The papers that go out; Refusal where recipient, files or their bytes are not those that were seen and ticked."""
    _, mark = _recipient(case, medium, by, now)
    if mark != seen.recipient:
        raise Refusal("收件人在您看过以后变了，没有发送", cite=OWN_CASE, next_step=AGAIN)
    files = _files(decision)
    if mark_of(files) != seen.files:
        raise Refusal("文件在您看过以后变了，没有发送", cite=OWN_CASE, next_step=AGAIN)
    if set(seen.ticked) != {file.paper for file in files}:
        raise Refusal("每一个文件都要核对、打勾，没有发送", cite=OWN_CASE, next_step=AGAIN)
    papers = require_sendable(case, files)
    size = sum(len(whole(paper, file.sha256)) for paper, file in zip(papers, files, strict=True))
    if medium == "mail" and size > MOST_MAILED:
        raise Refusal(
            f"文件合计超过 {MOST_MAILED // 2**20} MB，电子邮件发不出，没有发送",
            next_step="请申请人网上下载，或者刻盘邮寄",
        )
    return papers, files


def _deliver(
    service: Service,
    medium: str,
    seen: SecondLook,
    papers: list[CaseFile],
    files: tuple[SentFile, ...],
    *,
    by: User,
    now: datetime,
) -> Delivery:
    online = medium == "online"
    days = timedelta(days=download_days(service.case.agency))
    delivery = Delivery.objects.create(
        service=service,
        medium=medium,
        recipient=seen.recipient,
        state="sent" if online else "waiting",
        open_until=law_day(now) + days if online else None,
        sent_at=now if online else None,
        by_id=by.pk,
        at=now,
    )
    for order, (paper, file) in enumerate(zip(papers, files, strict=True), 1):
        DeliveryFile.objects.create(
            delivery=delivery,
            paper=paper,
            order=order,
            sha256=file.sha256,
            pages=pages_of(paper.file),
        )
    if not online:
        put(KIND, f"{KIND}:{delivery.pk}", {"delivery": delivery.pk}, now=now)
    return delivery

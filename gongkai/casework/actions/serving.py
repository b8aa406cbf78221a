"""How a letter goes out and arrives: one row a try, and what its arrival brings about on the clock of the case."""

from dataclasses import dataclass
from datetime import date, datetime

from gongkai.casework.actions.happening import happen
from gongkai.casework.actions.moving import Step
from gongkai.casework.incoming import line, require_past
from gongkai.casework.models import CaseFile, CaseNotice, Decision, Service
from gongkai.casework.wording import plain
from gongkai.common.refusals import Refusal
from gongkai.files.models import StoredFile
from gongkai.law.citation import Cite
from gongkai.law.clock import Clock
from gongkai.law.clock_events import Kind
from gongkai.law.service_ways import day_of_organ, service_way

PROOFS = frozenset({"pdf", "png", "jpeg", "gif", "webp"})
"""Kinds of files that show how a letter arrived."""
_EVENT_OF_STATE = {Kind.CLARIFY_SENT: "awaiting_correction", Kind.FEE_NOTICED: "awaiting_payment"}


@dataclass(frozen=True, slots=True)
class Sending:
    """How a letter is brought to its reader. ``sent_on`` is the day of posting or sending, today where None.

    ``received_on``: the day it was signed for, where known already. ``proof``: a stored file that shows it.
    """

    way: str
    sent_on: date | None = None
    received_on: date | None = None
    tracking_number: str = ""
    proof_words: str = ""
    proof: StoredFile | None = None


def dispatch(
    step: Step,
    sending: Sending,
    *,
    since: date,
    now: datetime,
    notice: CaseNotice | None = None,
    decision: Decision | None = None,
    repeats: Service | None = None,
) -> Service:
    """Write down one try. Refusal for a day before ``since``, on which the letter was signed or issued, or after today."""
    sent = sending.sent_on or max(since, min(step.today, sending.received_on or step.today))
    require_past(step.today, sent, sending.received_on)
    way = _way(sending.way)
    if sent < since:
        raise Refusal(
            f"发出日期（{sent}）早于签发、批准之日（{since}）",
            cite=way.cite,
            next_step="填写实际发出、交邮的日期",
        )
    if sending.received_on and sending.received_on < sent:
        raise Refusal(f"签收日期（{sending.received_on}）早于发出日期（{sent}）", cite=way.cite)
    kept(step, sending, now)
    return Service.objects.create(
        case=step.case,
        notice=notice,
        decision=decision,
        way=sending.way,
        sent_on=sent,
        received_on=sending.received_on,
        tracking_number=line(sending.tracking_number)[:60],
        proof_words=line(sending.proof_words)[:300],
        proof=sending.proof,
        repeats=repeats,
        by_name=step.permit.actor_name,
        at=now,
    )


def require_by_hand(sending: Sending, cite: Cite) -> None:
    """Refusal for a reply that would go out as electronic data past the second look at recipient and files."""
    if sending.way == "electronic":
        raise Refusal(
            "以电子数据送达答复的，要先核对收件人和文件",
            cite=cite,
            next_step="点“网上、电子邮件发送”",
        )


def kept(step: Step, sending: Sending, now: datetime) -> None:
    """The proof becomes a paper of the case. Refusal for a file that is not one of the organ's case papers."""
    proof = sending.proof
    if proof is None:
        return
    if proof.agency_id != step.case.agency_id or proof.purpose != "record":
        raise Refusal("凭证只能是本机关作为办件材料上传的文件")
    if proof.kind not in PROOFS:
        raise Refusal("凭证请用 PDF 或者照片、扫描的图片")
    more = {"title": proof.name, "added_by": step.permit.actor_name, "added_at": now}
    CaseFile.objects.get_or_create(case=step.case, file=proof, use="service", defaults=more)


def _way(key: str):  # noqa: ANN202  # a row of the table
    try:
        return service_way(key)
    except KeyError as unknown:
        raise Refusal("请选择送达方式") from unknown


def organ_day(service: Service) -> date | None:
    """The day by which the organ is in time; None while it hangs on a signature that is not known."""
    return day_of_organ(
        service_way(service.way), sent=service.sent_on, received=service.received_on
    )


def let_arrive(step: Step, service: Service, *, now: datetime) -> Clock | None:
    """What a notice's going out or arriving brings about, once for each notice; None while nothing follows yet."""
    notice = service.notice
    if notice is None or notice.row.event is None or notice.took_effect:
        return None
    day = service.received_on if notice.row.on_receipt else organ_day(service)
    if day is None:
        return None
    kind = notice.row.event
    more = {"sent": notice.issued_on} if kind is Kind.CLARIFY_SENT else {}
    clock = happen(step, kind, day, now=now, days=notice.days, until=notice.until, **more)
    notice.took_effect = True
    notice.save(update_fields=("took_effect",))
    step.case.state = _EVENT_OF_STATE.get(kind, step.case.state)
    return clock


def said_of(service: Service) -> dict[str, str | None]:
    """What the journal says of a try."""
    return {
        "way": service.get_way_display(),
        "sent_on": plain(service.sent_on),
        "signed_for_on": plain(service.received_on),
    }

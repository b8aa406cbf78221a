"""TABLE of the acts on what belongs to a request: notices to approve and to send, opinions, letters on their way."""

from datetime import date, datetime
from typing import Any

from gongkai.accounts.models import User
from gongkai.casework import actions
from gongkai.casework.act_rows import CaseAct, letters_with, typed
from gongkai.casework.course_acts import HANDLE
from gongkai.casework.forms import course, fields
from gongkai.law.clock_events import Event, Kind

APPROVE = "casework.approve"


def _with(name: str, action: Any, *leave: str) -> Any:
    """Call an action that knows its record by ``name``."""

    def run(record: Any, said: Any, by: User, now: datetime) -> object:
        return action(**{name: record}, by=by, now=now, **typed(said, *leave))

    return run


def _tell(notice: Any, said: Any, by: User, now: datetime) -> object:
    action = actions.send_fee_notice if notice.kind == "fee" else actions.tell
    return action(notice=notice, by=by, now=now, **said)


def _of_notice(notice: Any, said: Any, today: date) -> Event | None:
    """What the notice would bring about; one that works on receipt does so with the signature."""
    sending = said.get("sending")
    day = today
    if sending is not None:
        day = sending.received_on if notice.row.on_receipt else (sending.sent_on or today)
    if day is None or notice.row.event is None:
        return None
    return Event(notice.row.event, day, days=notice.days, until=notice.until)


def _opinion(fact: str, field: str) -> Any:
    def event(consultation: Any, said: Any, today: date) -> Event:
        kind = Kind(f"{consultation.family}_{fact}")
        return Event(kind, said.get(field) or today, party=consultation.label)

    return event


def _arrives(service: Any, said: Any, today: date) -> Event | None:
    notice = service.notice
    if notice is None or notice.row.event is None or notice.took_effect:
        return None
    more = {"sent": notice.issued_on} if notice.kind == "clarification" else {}
    day = said.get("received_on") or today
    return Event(notice.row.event, day, days=notice.days, until=notice.until, **more)


def _approves(notice: Any) -> str:
    return f"approve_{notice.kind}"


def _tells(notice: Any) -> str:
    return "send_fee" if notice.kind == "fee" else f"tell_{notice.kind}"


def _open_letter(service: Any) -> bool:
    return service.received_on is None and service.failed_on is None


OTHER: tuple[CaseAct, ...] = (
    CaseAct(
        "approve_notice",
        _approves,
        APPROVE,
        "同意",
        "同意以后由经办人告知申请人；告知了才起作用。",
        "看过理由和剩下的天数，同意。",
        course.AgreeForm,
        _with("notice", actions.approve_notice),
        on="notice",
        event=_of_notice,
        letters=letters_with,
        fits=lambda notice: notice.state == "proposed",
    ),
    CaseAct(
        "refuse_notice",
        _approves,
        APPROVE,
        "不同意",
        "退给提出的同志，写明理由。",
        "材料就在本机关，不需要延期。",
        course.RefuseForm,
        _with("notice", actions.refuse_notice, "seen_version"),
        on="notice",
        fits=lambda notice: notice.state == "proposed",
        danger=True,
    ),
    CaseAct(
        "tell_notice",
        _tells,
        HANDLE,
        "告知申请人",
        "把批准的告知书发给申请人。",
        "签发人同意延期以后，当天寄出延期答复告知书。",
        fields.SendingForm,
        _tell,
        on="notice",
        event=_of_notice,
        letters=letters_with,
        fits=lambda notice: notice.state == "approved",
    ),
    CaseAct(
        "drop_notice",
        "drop_notice",
        HANDLE,
        "不发这份告知书",
        "这份告知书不再发出，理由记入办事留痕。",
        "资料提前找到，不需要延期了。",
        course.RefuseForm,
        _with("notice", actions.drop_notice, "seen_version"),
        on="notice",
        fits=lambda notice: notice.state in {"proposed", "approved"},
        danger=True,
    ),
    CaseAct(
        "opinion_arrived",
        "record_opinion",
        HANDLE,
        "登记对方收到",
        "对方提出意见的期限从收到之日起算。",
        "邮局告知已经签收。",
        course.ArrivedForm,
        _with("consultation", actions.opinion_letter_arrived, "seen_version"),
        on="consultation",
        event=_opinion("received", "received_on"),
        fits=lambda row: not row.received_on and not row.answer,
    ),
    CaseAct(
        "record_opinion",
        "record_opinion",
        HANDLE,
        "登记对方的意见",
        "征求意见结束，答复期限接着计算。",
        "企业回函不同意公开，并说明属于商业秘密。",
        course.OpinionForm,
        _with("consultation", actions.record_opinion, "seen_version"),
        on="consultation",
        event=_opinion("answered", "answered_on"),
        fits=lambda row: row.answer in {"", "silent"},
    ),
    CaseAct(
        "record_silence",
        "record_opinion",
        HANDLE,
        "对方逾期没有意见",
        "记下对方在期限内没有提出意见；期限没有届满的不能登记。",
        "第三方收到以后一直没有回音，期限已过。",
        course.AgreeForm,
        _with("consultation", actions.record_silence, "seen_version"),
        on="consultation",
        fits=lambda row: not row.answer,
    ),
    CaseAct(
        "receive_letter",
        "record_service",
        HANDLE,
        "登记签收",
        "记下签收的日期；申请人的期限从签收之日起算。",
        "送达回证寄回，申请人 12 日签收。",
        course.SignedForForm,
        _with("service", actions.receive_letter),
        on="service",
        event=_arrives,
        fits=_open_letter,
    ),
    CaseAct(
        "letter_failed",
        "record_service",
        HANDLE,
        "登记没有送达",
        "记下退回的日期和原因；可以再次送达。",
        "邮件因地址无人退回。",
        course.FailedForm,
        _with("service", actions.letter_failed, "seen_version"),
        on="service",
        fits=_open_letter,
    ),
    CaseAct(
        "send_again",
        "record_service",
        HANDLE,
        "再次送达",
        "另登记一次送达。",
        "改为上门直接送达。",
        fields.SendingForm,
        _with("service", actions.send_again, "seen_version"),
        on="service",
        fits=lambda row: row.failed_on is not None and not hasattr(row, "repeated_by"),
    ),
)

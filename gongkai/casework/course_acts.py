"""TABLE of the acts on a request itself, each with its page: receipt, clarification, extension, opinions, withdrawal, file."""

from datetime import date, datetime
from typing import Any

from gongkai.accounts.models import User
from gongkai.casework import actions
from gongkai.casework.act_rows import CaseAct, letter_typed, typed
from gongkai.casework.actions import Party
from gongkai.casework.forms import course
from gongkai.law.clock_events import Event, Kind

HANDLE = "casework.handle"


def _simply(action: Any) -> Any:
    """Call an action on the case with all that was typed."""

    def run(case: Any, said: Any, by: User, now: datetime) -> object:
        return action(case=case, by=by, now=now, **said)

    return run


def _on_day(kind: Kind, field: str) -> Any:
    """The event on the day that a field says."""

    def event(_: Any, said: Any, today: date) -> Event:
        return Event(kind, said.get(field) or today)

    return event


def _clarified(_: Any, said: Any, today: date) -> Event | None:
    received = said["sending"].received_on
    if received is None:
        return None
    return Event(
        Kind.CLARIFY_SENT, received, days=said["days"], sent=said["sending"].sent_on or today
    )


def _extended(_: Any, said: Any, today: date) -> Event:
    return Event(Kind.EXTEND, today, days=said["days"])


def _delayed(_: Any, said: Any, today: date) -> Event | None:
    return Event(Kind.DELAY_FIXED, today, until=said["until"]) if said.get("until") else None


def _ask_third(case: Any, said: Any, by: User, now: datetime) -> object:
    party = Party(said["name"], said["contact"])
    more = typed(said, "name", "contact")
    return actions.consult(case=case, family="third_party", party=party, by=by, now=now, **more)


def _ask_organ(case: Any, said: Any, by: User, now: datetime) -> object:
    party = Party(said["name"])
    return actions.consult(case=case, party=party, by=by, now=now, **typed(said, "name"))


def _waits_for_reasons(case: Any) -> bool:
    return case.notices.filter(kind="reasons", state="issued", answered_on=None).exists()


def _has_reasons(case: Any) -> bool:
    return case.notices.filter(kind="reasons").exclude(answered_on=None).exists()


def _asked_third(case: Any, _: Any, today: date) -> Event:
    number = case.consultations.filter(family="third_party").count() + 1
    return Event(Kind.THIRD_PARTY_ASKED, today, party=f"{number}号")


def _asked_organ(_: Any, said: Any, today: date) -> Event:
    return Event(Kind(f"{said['family']}_asked"), today, party=said.get("name") or "某机关")


COURSE: tuple[CaseAct, ...] = (
    CaseAct(
        "confirm_receipt",
        "confirm_receipt",
        HANDLE,
        "与申请人确认收到",
        "从确认之日起开始计算答复期限。",
        "平信、传真、网上收到的申请，打电话与申请人确认后登记。",
        course.ConfirmForm,
        _simply(actions.confirm_receipt),
    ),
    CaseAct(
        "ask_clarification",
        "ask_clarification",
        HANDLE,
        "补正告知",
        "补正告知书发给申请人；申请人收到以后，答复期限停止计算，等补正。只能告知一次。",
        "申请写“要征地材料”，不知道是哪一年、哪一宗，一次写明要补正的各项。",
        course.ClarificationForm,
        _simply(actions.ask_clarification),
        event=_clarified,
        letters=letter_typed(course.ClarificationForm),
    ),
    CaseAct(
        "receive_correction",
        "receive_correction",
        HANDLE,
        "收到补正",
        "从收到补正的次日起，答复期限重新计算。",
        "申请人来信写明要 2025 年的合同，照录下来。",
        course.CorrectionForm,
        _simply(actions.receive_correction),
        event=_on_day(Kind.CLARIFY_RECEIVED, "received_on"),
    ),
    CaseAct(
        "propose_extension",
        "propose_extension",
        HANDLE,
        "提请延期",
        "转给有签发岗位的同事；同意以后还要告知申请人，延期才起作用。",
        "要从档案馆调取原件，期限内办不完，提前几天提请。",
        course.ExtensionForm,
        _simply(actions.propose_extension),
        event=_extended,
    ),
    CaseAct(
        "consult_third_party",
        "consult_third_party",
        HANDLE,
        "征求第三方意见",
        "从今天起停止计算答复期限，到第三方答复或者期限届满为止。",
        "申请的合同里有企业的报价，发征求意见书，写明怎样答复。",
        course.PartyForm,
        _ask_third,
        event=_asked_third,
        letters=letter_typed(course.PartyForm),
    ),
    CaseAct(
        "consult_organ",
        "consult_joint_organ",
        HANDLE,
        "征求机关意见",
        "从今天起停止计算答复期限，到对方答复为止；共同制作的机关逾期不答复的，视为同意。",
        "文件是与县水务局共同印发的，发函征求它的意见。",
        course.OrganForm,
        _ask_organ,
        event=_asked_organ,
        letters=letter_typed(course.OrganForm),
    ),
    CaseAct(
        "ask_reasons",
        "ask_reasons",
        HANDLE,
        "要求说明理由",
        "申请的数量、频次明显超过合理范围的，告知申请人说明理由；答复期限照常计算。",
        "同一申请人一个月提出几十件，请其说明理由。",
        course.AskReasonsForm,
        _simply(actions.ask_reasons),
        event=_on_day(Kind.REASONS_ASKED, "day"),
        letters=letter_typed(course.AskReasonsForm),
    ),
    CaseAct(
        "receive_reasons",
        "receive_reasons",
        HANDLE,
        "收到理由",
        "理由合理的，在期限内答复或者确定延迟答复的期限；不合理的，可以不予处理。",
        "申请人来信说明用于课题研究，照录下来。",
        course.ReasonsForm,
        _simply(actions.receive_reasons),
        event=_on_day(Kind.REASONS_RECEIVED, "received_on"),
        fits=_waits_for_reasons,
    ),
    CaseAct(
        "propose_delay",
        "propose_delay",
        HANDLE,
        "提请延迟答复",
        "转给有签发岗位的同事；同意以后还要告知申请人。",
        "理由合理，但是期限内确实办不完。",
        course.DelayForm,
        _simply(actions.propose_delay),
        event=_delayed,
        fits=_has_reasons,
    ),
    CaseAct(
        "propose_fee",
        "propose_fee",
        HANDLE,
        "提请收费",
        "转给有签发岗位的同事；金额按标准自动计算，同意以后发收费通知。",
        "申请人本月提出的件数明显超过合理范围。",
        course.FeeForm,
        _simply(actions.propose_fee),
        event=_on_day(Kind.FEE_NOTICED, "day"),
    ),
    CaseAct(
        "receive_payment",
        "receive_payment",
        HANDLE,
        "登记缴费",
        "缴清以后，答复期限从次日起重新计算。",
        "财务告知款已到账，写上票据号。",
        course.PaymentForm,
        _simply(actions.receive_payment),
        event=_on_day(Kind.FEE_PAID, "paid_on"),
    ),
    CaseAct(
        "withdraw",
        "withdraw",
        HANDLE,
        "申请人撤回",
        "这一件就此办结，计入年度报告的其他处理；在办的答复和告知书不再发出。",
        "申请人来电说不要了，请其书面撤回，再登记。",
        course.WithdrawForm,
        _simply(actions.withdraw),
        event=_on_day(Kind.WITHDRAWN, "withdrawn_on"),
        danger=True,
    ),
    CaseAct(
        "archive",
        "archive",
        HANDLE,
        "归档",
        "办结归档；复议、诉讼还没有审结的，答复还没有登记签收的，不能归档。",
        "送达回证收齐以后归档。",
        course.AgreeForm,
        _simply(actions.archive),
    ),
)

"""信息处理费（《条例》第四十二条、《信息处理费办法》）：提请、批准、通知、缴费；逾期不缴的另作答复"""

from datetime import date, datetime

from django.db import transaction
from django.db.models import Sum

from gongkai.accounts.models import User
from gongkai.casework.actions.approvals import issue
from gongkai.casework.actions.dropping import drop_lapse
from gongkai.casework.actions.happening import happen, require_possible
from gongkai.casework.actions.moving import Step, begin, finish
from gongkai.casework.actions.putting_up import put_up
from gongkai.casework.actions.serving import Sending
from gongkai.casework.incoming import line, require_past
from gongkai.casework.models import Case, CaseNotice, FeeDemand, Payment
from gongkai.casework.month import ordinal_of
from gongkai.casework.wording import plain, said
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.law.clock_events import Event, Kind
from gongkai.law.fees import ONE_BASIS, Fee, fee_of_case

LONGEST = 4000
FEE = Cite("信息处理费办法", 4)


@transaction.atomic
def propose_fee(
    *,
    case: Case,
    ground: str,
    by: User,
    now: datetime,
    pages: int | None = None,
    seen_version: int | None = None,
) -> CaseNotice:
    """Ask for leave to charge, with the ground (art. 42). By piece as the n-th of the applicant's month, or by ``pages``, never both."""
    step = begin(case, "propose_fee", by=by, now=now, seen_version=seen_version)
    words = said(ground, "收费的理由", most=LONGEST, cite=step.move.cite)
    basis, quantity = ("pieces", ordinal_of(step.case)) if pages is None else ("pages", pages)
    fee = _fee(step, basis, quantity)
    notice = put_up(step, "fee", "proposed", now=now, words=words)
    FeeDemand.objects.create(notice=notice, basis=basis, quantity=quantity, yuan=fee.yuan)
    finish(
        step,
        now=now,
        after={"notice": "fee", "basis": basis, "quantity": quantity, "yuan": fee.yuan},
    )
    return notice


def _fee(step: Step, basis: str, quantity: int) -> Fee:
    """What the case costs; Refusal where it costs nothing or cannot be counted."""
    number = {"ordinal": quantity} if basis == "pieces" else {"pages": quantity}
    try:
        fee = fee_of_case(**number, on=step.today)
    except ValueError as wrong:
        raise Refusal(str(wrong), cite=ONE_BASIS) from wrong
    if fee.yuan == 0:
        unit = "件" if basis == "pieces" else "页"
        raise Refusal(
            f"第{quantity}{unit}不收费" if basis == "pieces" else f"{quantity}{unit}不收费",
            cite=FEE,
        )
    return fee


@transaction.atomic
def send_fee_notice(
    *,
    notice: CaseNotice,
    sending: Sending,
    by: User,
    now: datetime,
    seen_version: int | None = None,
) -> CaseNotice:
    """Send the approved notice within the period; from its receipt the applicant has twenty working days (fee measures art. 6)."""
    step = begin(notice.case, "send_fee", by=by, now=now, seen_version=seen_version)
    if notice.kind != "fee":
        raise Refusal("这不是收费通知书", cite=step.move.cite)
    return issue(step, notice, sending, now=now)


@transaction.atomic
def receive_payment(
    *,
    case: Case,
    paid_on: date,
    yuan: int,
    by: User,
    now: datetime,
    receipt_number: str = "",
    seen_version: int | None = None,
) -> Payment:
    """Money came in. With the whole sum the period begins anew from the next day; a part of it changes nothing yet."""
    step = begin(case, "receive_payment", by=by, now=now, seen_version=seen_version)
    fee = FeeDemand.objects.select_for_update().get(
        notice__case=step.case, notice__kind="fee", notice__state="issued"
    )
    require_past(step.today, paid_on)
    whole = _require_rest(step, fee, yuan) == 0
    clock = None
    if whole:
        clock = happen(step, Kind.FEE_PAID, paid_on, now=now)
    else:
        require_possible(step, Event(Kind.FEE_PAID, paid_on))
    payment = Payment.objects.create(
        fee=fee,
        paid_on=paid_on,
        yuan=yuan,
        receipt_number=line(receipt_number)[:60],
        by_name=step.permit.actor_name,
        at=now,
    )
    if whole:
        drop_lapse(step, now=now)
    after = {"paid_on": plain(paid_on), "yuan": yuan}
    finish(step, now=now, after=after, clock=clock, stays=not whole)
    return payment


def _require_rest(step: Step, fee: FeeDemand, yuan: int) -> int:
    """What is still owed after this payment, in yuan; Refusal for more than is owed."""
    before = fee.payments.aggregate(total=Sum("yuan"))["total"] or 0
    if not 1 <= yuan <= fee.yuan - before:
        raise Refusal(
            f"应缴 {fee.yuan} 元，已缴 {before} 元，这次应当是 1 至 {fee.yuan - before} 元",
            cite=step.move.cite,
        )
    return fee.yuan - before - yuan

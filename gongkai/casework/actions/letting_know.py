"""告知申请人进展（不是送达）：邮件、短信，不含个人信息；地址到发送时才打开，每条只发一次"""

from collections.abc import Iterable
from datetime import date, datetime, time
from typing import Any

from django.db import transaction
from django.db.models import Q

from gongkai.audit import personal
from gongkai.casework.models import Applicant, Case, Telling
from gongkai.casework.news import OVER, SUBJECT, said_to_applicant, stands
from gongkai.casework.sealing import subject_of
from gongkai.common import mail, sms
from gongkai.common.clock import LAW_ZONE, law_day
from gongkai.common.outbox import GiveUp, put
from gongkai.common.permissions import SYSTEM
from gongkai.law.applicant_news import News, news_of, news_of_waiting
from gongkai.law.workdays import provisional_calendar

KIND = "casework.tell_applicant"
FIELDS = {"mail": "mail", "sms": "phone"}
"""By way of telling: the sealed field that holds the address."""
MORNING = time(9)
"""Reminders go out then: a telephone that rings after midnight helps nobody."""
UNSURE = "上次发送中途停止，不知道是否发出；短信网关认不出重复，所以没有再发，请与申请人联系"


def let_know(case: Case, move: str, *, now: datetime) -> None:
    """Tell the applicant what a move gives to know, in the ways that they wished; part of the move's transaction."""
    row = news_of(move, law_day(now))
    if row is None:
        return
    applicant = Applicant.objects.filter(case=case, erased_at=None).first()
    if applicant:
        _tell(case, applicant, row, case.lapses_on if row.until else None, now=now, due=now)


def remind(*, now: datetime) -> int:
    """Put the reminders of today for what applicants still have to do; returns for how many requests."""
    today, number = law_day(now), 0
    for row in news_of_waiting(today):
        last = provisional_calendar().add(today, row.left or 0)
        due = max(now, datetime.combine(today, MORNING, LAW_ZONE))
        for applicant in _waiting(row, today, last):
            case = applicant.case
            with transaction.atomic():
                number += _tell(case, applicant, row, case.lapses_on, now=now, due=due)
    return number


def _waiting(row: News, today: date, last: date) -> Iterable[Applicant]:
    """Who has to do it until then and wishes to be told."""
    near = Applicant.objects.filter(
        case__state=row.waits, case__lapses_on__gte=today, case__lapses_on__lte=last, erased_at=None
    )
    wished = near.filter(Q(tell_by_mail=True) | Q(tell_by_sms=True))
    return wished.select_related("case__agency", "case__number").order_by("pk")


def _tell(
    case: Case, applicant: Applicant, row: News, until: date | None, *, now: datetime, due: datetime
) -> int:
    """One message a way; the same occasion again adds none. Returns whether the applicant wished any, as a number."""
    wished = {"mail": applicant.tell_by_mail, "sms": applicant.tell_by_sms and sms.offered()}
    occurrence = _occurrence(case, row)
    for way in (way for way, wish in wished.items() if wish):
        telling, new = Telling.objects.get_or_create(
            case=case, news=row.key, occurrence=occurrence, way=way, defaults={"until": until, "at": now}
        )  # fmt: skip
        if new:
            key = f"{case.pk}:{row.key}:{occurrence}:{way}"
            put(KIND, key, {"case": case.pk, "telling": telling.pk}, now=now, due=due)
    return any(wished.values())


def _occurrence(case: Case, row: News) -> int:
    if row.notice is None:
        return case.round
    return case.notices.filter(kind=row.notice, state="issued").count()


def deliver(payload: dict[str, Any], now: datetime) -> None:
    """What the outbox calls, in no transaction: open the address, send, mark. Raises GiveUp where there is nobody to tell any more."""
    telling = Telling.objects.select_related("case__agency", "case__number").get(
        pk=payload["telling"]
    )
    if telling.sent_at:
        return  # the worker died between this mark and the outbox's own
    if not stands(telling):
        raise GiveUp(OVER)
    address = _address(telling, now)
    try:
        _send(telling, address, key=payload["key"], now=now)
    except sms.PerhapsSent as unsure:
        if sms.tells_repetitions():
            raise
        raise GiveUp(f"{unsure}；{UNSURE}") from unsure
    except sms.NotSent:
        Telling.objects.filter(pk=telling.pk).update(begun_at=None)
        raise
    Telling.objects.filter(pk=telling.pk).update(sent_at=now)


@transaction.atomic
def _address(telling: Telling, now: datetime) -> str:
    """The address, journaled at the first try; from here on somebody has set out to send."""
    here = Telling.objects.select_for_update().get(pk=telling.pk)
    if here.begun_at and here.way == "sms" and not sms.tells_repetitions():
        raise GiveUp(UNSURE)
    case, name = telling.case, FIELDS[here.way]
    sealed = Applicant.objects.get(case=case).sealed
    if name not in sealed:
        raise GiveUp("申请人的联系方式已经销毁或者改动，没有发送")
    try:
        opened, here.read_entry = personal.reveal_once(
            subject_of(case), {name: sealed[name]}, entry=here.read_entry, on=case, by=SYSTEM, at=now,
            organ=case.agency.code, reason=f"告知申请人进展：{here.get_news_display()}",
        )  # fmt: skip
    except personal.Erased as erased:
        raise GiveUp("申请人的个人信息已经销毁，没有发送") from erased
    here.begun_at = now
    here.save(update_fields=("read_entry", "begun_at"))
    return opened[name]


def _send(telling: Telling, address: str, *, key: str, now: datetime) -> None:
    text = said_to_applicant(telling)
    if telling.way == "sms":
        sms.send(phone=sms.mobile(address), text=text, key=f"gongkai-{key}")
    else:
        letter = {"to": [address], "subject": SUBJECT, "text": f"{text}\n", "key": f"{KIND}:{key}"}
        mail.send(letter, now)

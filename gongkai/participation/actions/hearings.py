"""听证会：时间地点和遴选办法，参加人和名单，材料送达（《决策程序条例》第十六条）"""

from datetime import date, datetime

from django.db import transaction
from django.utils.timezone import localtime

from gongkai.accounts.models import User
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.law.public_consultations import papers_due
from gongkai.participation.actions.moving import enter, keep, locked, tell_site
from gongkai.participation.incoming import line, required, tidy
from gongkai.participation.models import Consultation, Hearing, Participant
from gongkai.participation.sealing import sealed
from gongkai.publishing.models import Item

HELD = Cite("决策程序条例", 16, 1)
LISTED = Cite("决策程序条例", 16, 3)
LONGEST_SELECTION = 2000


@transaction.atomic
def plan_hearing(
    *,
    consultation: Consultation,
    held_at: datetime,
    place: str,
    selection: str,
    by: User,
    now: datetime,
    notice: Item | None = None,
    record: Item | None = None,
) -> Hearing:
    """A hearing on the draft, with the item that announces it once there is one."""
    here, permit = _begin(consultation, by)
    row = Hearing(consultation=here, by_name=by.name, at=now)
    _written(row, held_at, place, selection, notice, record)
    _told(row, permit, "participation.plan_hearing", now)
    return row


@transaction.atomic
def change_hearing(
    *,
    hearing: Hearing,
    held_at: datetime,
    place: str,
    selection: str,
    by: User,
    now: datetime,
    notice: Item | None = None,
    record: Item | None = None,
) -> Hearing:
    """Time, place, way of selection, and the items that announce and record it."""
    here, permit = _begin(hearing.consultation, by)
    row = Hearing.objects.select_for_update(of=("self",)).get(pk=hearing.pk)
    row.consultation = here
    _written(row, held_at, place, selection, notice, record)
    _told(row, permit, "participation.change_hearing", now)
    return row


@transaction.atomic
def add_participant(
    *,
    hearing: Hearing,
    shown_as: str,
    speaks_for: str,
    by: User,
    now: datetime,
    name: str = "",
    contact: str = "",
) -> Participant:
    """Somebody who takes part: what the public list says, and, sealed, who it is."""
    here, permit = _begin(hearing.consultation, by)
    row = Participant.objects.create(
        hearing=hearing,
        shown_as=required(shown_as, "名单上的称呼", 60),
        speaks_for=required(speaks_for, "代表哪一方", 100, cite=LISTED),
        by_name=by.name,
        at=now,
    )
    row.sealed = sealed(row, {"name": line(name)[:60], "contact": line(contact)[:120]})
    row.save(update_fields=("sealed",))
    keep(here, now)
    said = {"participant": row.shown_as, **row.sealed}
    enter("participation.add_participant", here, permit, now, after=said)
    tell_site(here, now)
    return row


@transaction.atomic
def list_participants(*, hearing: Hearing, by: User, now: datetime) -> Hearing:
    """Publish the list of participants with the hearing; before it is held (art. 16 para. 3)."""
    here, permit = _begin(hearing.consultation, by)
    row = Hearing.objects.select_for_update(of=("self",)).get(pk=hearing.pk)
    if not row.participants.exists():
        raise Refusal("还没有登记听证参加人", cite=LISTED)
    if now >= row.held_at:
        raise Refusal("名单应当在听证会以前公布，听证会的时间已经过了", cite=LISTED)
    row.consultation, row.listed_at = here, row.listed_at or now
    row.version += 1
    row.save()
    _told(row, permit, "participation.list_participants", now)
    return row


@transaction.atomic
def deliver_papers(
    *, participant: Participant, delivered_on: date, by: User, now: datetime, late_reason: str = ""
) -> Participant:
    """Say when the papers reached a participant; later than seven days before only with the reason."""
    here, permit = _begin(participant.hearing.consultation, by)
    row = Participant.objects.select_for_update(of=("self",)).get(pk=participant.pk)
    last = papers_due(law_day(row.hearing.held_at))
    why = line(late_reason)[:300]
    if delivered_on > law_day(now):
        raise Refusal("送达的日期不能在今天以后", cite=LISTED)
    if delivered_on > last and not why:
        raise Refusal(
            f"材料最迟应当在 {last} 送达，请写明迟了的原因",
            cite=LISTED,
            next_step="必要时请推迟听证会",
        )
    row.delivered_on, row.late_reason = delivered_on, why if delivered_on > last else ""
    row.save()
    keep(here, now)
    said = {"participant": row.shown_as, "delivered_on": delivered_on.isoformat()}
    enter("participation.deliver_papers", here, permit, now, after=said, reason=row.late_reason)
    return row


def _begin(consultation: Consultation, by: User) -> tuple[Consultation, Permit]:
    here = locked(consultation)
    permit = require(by, "participation.handle", here.agency)
    if here.state in {"decided", "undecided", "dropped"}:
        raise Refusal(f"“{here.state_label}”的征集不能再登记听证会", cite=HELD)
    return here, permit


def _written(
    row: Hearing,
    held_at: datetime,
    place: str,
    selection: str,
    notice: Item | None,
    minutes: Item | None,
) -> None:
    for item in (notice, minutes):
        if item is not None and item.agency_id != row.consultation.agency_id:
            raise Refusal("请选择本机关的信息")
    row.held_at, row.place = held_at, required(place, "地点", 200, cite=HELD)
    row.selection = tidy(selection)[:LONGEST_SELECTION]
    row.notice, row.record = notice, minutes
    row.version += 1
    row.save()


def _told(row: Hearing, permit: Permit, act: str, now: datetime) -> None:
    here = row.consultation
    keep(here, now)
    enter(
        act,
        here,
        permit,
        now,
        after={"hearing": f"{localtime(row.held_at):%Y-%m-%d %H:%M} {row.place}"},
    )
    tell_site(here, now)

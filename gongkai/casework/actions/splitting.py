"""拆分（“一事一申请”，《信息处理费办法》第四条）和合并办理"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit import personal
from gongkai.audit.actions import record
from gongkai.casework.actions.marking import mark
from gongkai.casework.actions.moving import Step, begin, finish, keep
from gongkai.casework.actions.numbers import next_number
from gongkai.casework.clock import standing
from gongkai.casework.incoming import LONGEST, LONGEST_WANTED, line
from gongkai.casework.models import Applicant, Case, CaseEvent, Receipt
from gongkai.casework.sealing import sealed, subject_of
from gongkai.common.refusals import Refusal

MOST = 50
LEAST = 2


@dataclass(frozen=True, slots=True)
class Matter:
    """One matter of a request that holds several."""

    title: str
    wanted: str


@transaction.atomic
def split(
    *,
    case: Case,
    matters: Sequence[Matter],
    reason: str,
    by: User,
    now: datetime,
    seen_version: int | None = None,
) -> list[Case]:
    """Make one case of each matter: each keeps the day of receipt and what happened so far, has its own number and counts as a 件.

    The case itself is counted no more. Where it was carried over from an earlier year, the first part takes its place there
    and the others are new of this year, so that what is carried in stays what was carried out.
    """
    step = begin(case, "split", by=by, now=now, seen_version=seen_version, reason=reason)
    here = step.case
    if not LEAST <= len(matters) <= MOST:
        raise Refusal(
            f"写明了 {len(matters)} 件，拆分应当至少 {LEAST} 件、最多 {MOST} 件",
            cite=step.move.cite,
            next_step="每一件都写“所需信息”；不用拆分的，点“取消”",
        )
    _require_nothing_under_way(step)
    who = _who(step, now)
    parts = [
        _part(step, matter, who, _counts_from(here, step.today, place), now)
        for place, matter in enumerate(matters)
    ]
    finish(step, now=now, after={"children": "、".join(map(str, parts))})
    return parts


def _require_nothing_under_way(step: Step) -> None:
    """What somebody waits for belongs to one case and cannot be divided."""
    here = step.case
    busy = (
        here.decision_id is not None
        or here.round > 1
        or here.consultations.filter(answer="").exists()
        or here.notices.filter(state__in=("proposed", "approved")).exists()
        or here.notices.filter(state="issued", took_effect=False)
        .exclude(kind="consultation_told")
        .exists()
    )
    if busy:
        raise Refusal(
            "还有在办的答复、告知书或者征求意见，不能拆分",
            cite=step.move.cite,
            next_step="先办完或者不采用，再拆分",
        )


def _counts_from(case: Case, today: date, place: int) -> date:
    began = case.counts_from
    return began if place == 0 or began.year == today.year else today


Personal = tuple[Applicant, dict[str, str], dict[str, str]]


def _who(step: Step, now: datetime) -> Personal:
    """The applicant's data, opened once so that each part can seal them with a key of its own."""
    here = step.case
    applicant = here.applicant
    both = [
        personal.reveal(
            subject_of(here),
            fields,
            on=here,
            by=step.permit,
            at=now,
            organ=here.agency.code,
            reason="拆分",
        )
        if fields
        else {}
        for fields in (applicant.sealed, applicant.agent)
    ]
    return applicant, both[0], both[1]


_COPIED = (
    "agency",
    "kind",
    "state",
    "channel",
    "oral",
    "applicant_kind",
    "masked_name",
    "identity_index",
    "wanted_form",
    "wanted_route",
    "arrived_on",
    "received_on",
    "department",
    "handler",
    "internal_due",
    "restricted",
)


def _part(step: Step, matter: Matter, who: Personal, counts_from: date, now: datetime) -> Case:
    title, wanted = (
        line(matter.title)[:LONGEST],
        matter.wanted.replace("\0", "").strip()[:LONGEST_WANTED],
    )
    if not title or not wanted:
        raise Refusal("请写明拆出的每一件所需的信息", cite=step.move.cite)
    here = step.case
    child = Case.objects.create(
        **{name: getattr(here, name) for name in _COPIED},
        number=next_number(here.agency, step.permit, now),
        title=title,
        wanted=wanted,
        counts_from=counts_from,
        parent=here,
        registered_by_id=step.permit.actor_id,
        registered_by=step.permit.actor_name,
        registered_at=now,
        changed_at=now,
    )
    _give(here, child, who)
    mark(child)
    keep(child, now)
    after = {"state": child.state, "received_on": str(child.received_on)}
    after |= sealed(child, {"title": title})
    record(
        "casework.register",
        child,
        by=step.permit,
        at=now,
        organ=here.agency.code,
        after=after,
        reason=step.reason,
    )
    return child


def _give(case: Case, child: Case, who: Personal) -> None:
    """The applicant, the day of receipt and what happened so far."""
    applicant, name, agent = who
    Applicant.objects.create(
        case=child,
        identity_type=applicant.identity_type,
        needs_help=applicant.needs_help,
        tell_by_mail=applicant.tell_by_mail,
        tell_by_sms=applicant.tell_by_sms,
        sealed=sealed(child, name),
        agent=sealed(child, agent),
    )
    last = case.receipts.last()
    if last:
        Receipt.objects.bulk_create([_copy(last, child)])
    rows = standing(case.events.all())
    CaseEvent.objects.bulk_create(
        [
            _copy(row, child, number=place, place=place, replaces=None)
            for place, row in enumerate(rows, 1)
        ]
    )


def _copy(row, child: Case, **changes: object):  # noqa: ANN001, ANN202  # a row of either table
    """The row for another case; who wrote it and when stays as it was."""
    values = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields}
    values.pop("id")
    values.pop("replaces_id", None)
    return type(row)(**{**values, "case_id": child.pk, **changes})


@transaction.atomic
def join(*, case: Case, lead: Case, reason: str, by: User, now: datetime) -> Case:
    """Work on a case together with another of the organ; each keeps its clock, its reply and its place in 表三."""
    step = begin(case, "join", by=by, now=now, reason=reason)
    here = step.case
    if lead.pk == here.pk or lead.agency_id != here.agency_id or not lead.is_open:
        raise Refusal("只能并入本机关另一件正在办理的申请", cite=step.move.cite)
    if lead.joined_to_id or here.joined.exists():
        raise Refusal("对方已经并入别的申请，或者已有别的申请并入本件", cite=step.move.cite)
    here.joined_to = lead
    return finish(step, now=now, after={"joined_to": str(lead)})


@transaction.atomic
def unjoin(*, case: Case, by: User, now: datetime) -> Case:
    """Work on a case by itself again."""
    step = begin(case, "assign", by=by, now=now)
    here = step.case
    lead, here.joined_to = here.joined_to, None
    if lead is None:
        raise Refusal("这一件没有并入别的申请", cite=step.move.cite)
    return finish(step, now=now, before={"joined_to": str(lead)}, after={"joined_to": None})

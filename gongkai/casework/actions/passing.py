"""有人离开：承办的申请、关注的申请交给接手的同事（《条例》第四十五条的登记、办理制度）"""

from django.db import transaction
from django.db.models import QuerySet

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.casework.actions.moving import keep, locked
from gongkai.casework.admission import visible
from gongkai.casework.models import Case, CasePerson
from gongkai.casework.models.case import ERASABLE
from gongkai.common.notices.actions import pass_on as pass_notices_on
from gongkai.common.notices.queries import unread
from gongkai.common.permissions import agencies_for
from gongkai.common.succession import Holding, Passing

BARRED = "接手的同事在这一件里应当回避"
RESTRICTED = "限制查看，请签发人先把接手的同事列入"
NO_POST = "接手的同事没有这个机关的经办岗位"


def handled_by(person: User) -> QuerySet[Case]:
    """The cases that the person handles and that are not closed for good."""
    rows = Case.objects.filter(handler=person).exclude(state__in=ERASABLE)
    return rows.select_related("number", "agency").order_by("pk")


def _reason(successor: User, rows: list[Case]) -> dict[int, str]:
    """By case, why the successor cannot take it; nothing for those that the successor can take."""
    reach = agencies_for(successor, "casework.handle")
    heads = agencies_for(successor, "casework.restrict")
    mine = CasePerson.objects.filter(person=successor, case__in=[case.pk for case in rows])
    parts = set(mine.values_list("case", "part"))
    found = {}
    for case in rows:
        let_in = (case.pk, "admitted") in parts or case.agency_id in heads
        if (case.pk, "barred") in parts:
            found[case.pk] = BARRED
        elif case.agency_id not in reach:
            found[case.pk] = NO_POST
        elif case.restricted and not let_in:
            found[case.pk] = RESTRICTED
    return found


def cases_held(person: User, successor: User | None) -> Holding:
    """The numbers of the cases that would go, and of those that stay."""
    rows = list(handled_by(person))
    why = _reason(successor, rows) if successor else {}
    return Holding(
        goes=tuple(str(case) for case in rows if case.pk not in why),
        stays=tuple((str(case), why[case.pk]) for case in rows if case.pk in why),
    )


@transaction.atomic
def pass_cases_on(passing: Passing) -> int:
    """Make the successor the handler of all that the successor can take, with the notices about them that are not read."""
    rows = list(handled_by(passing.person))
    why = _reason(passing.successor, rows)
    going = [case for case in rows if case.pk not in why]
    for case in going:
        _pass_on(case, passing)
    about = {f"casework:{case.pk}:" for case in going}
    notices = [
        notice
        for notice in unread(passing.person.pk, "casework:")
        if notice.key.startswith(tuple(about))
    ]
    pass_notices_on(notices, to=passing.successor.pk, now=passing.now)
    return len(going)


def _pass_on(case: Case, passing: Passing) -> None:
    here = locked(case)
    here.handler = passing.successor
    keep(here, passing.now)
    record(
        "casework.assign",
        here,
        by=passing.permit,
        at=passing.now,
        organ=here.agency.code,
        before={"handler": passing.person.name},
        after={"handler": passing.successor.name},
        reason=passing.reason,
    )


def _watched(person: User) -> QuerySet[CasePerson]:
    rows = CasePerson.objects.filter(person=person, part="watcher")
    return rows.exclude(case__state__in=ERASABLE).select_related("case__number").order_by("case")


def watched_held(person: User, successor: User | None) -> Holding:
    """The numbers of the cases that the person watches; those that the successor must not see are not named."""
    rows = _watched(person)
    if successor:
        rows = rows.filter(case__in=visible(successor))
    return Holding(goes=tuple(str(row.case) for row in rows))


@transaction.atomic
def pass_watching_on(passing: Passing) -> int:
    """Let the successor watch what the person watched, as far as the successor may see it."""
    rows = list(_watched(passing.person).filter(case__in=visible(passing.successor)))
    watching = [
        CasePerson(case=row.case, person=passing.successor, part="watcher", at=passing.now)
        for row in rows
    ]
    CasePerson.objects.bulk_create(watching, ignore_conflicts=True)
    CasePerson.objects.filter(pk__in=[row.pk for row in rows]).delete()
    return len(rows)

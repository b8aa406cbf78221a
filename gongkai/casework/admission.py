"""Who may see a case beyond what the post says: restricted cases, and people who must keep away from one."""

from collections.abc import Iterable

from django.db.models import Q, QuerySet

from gongkai.accounts.models import User
from gongkai.casework.models import Case, CasePerson
from gongkai.common.permissions import agencies_for, allowed
from gongkai.common.refusals import NotAllowed


def visible(person: User, agency_ids: Iterable[int] | None = None) -> QuerySet[Case]:
    """The cases that a person may see: of the organs in reach, or of some of them, without those kept from the person."""
    reach = agencies_for(person, "casework.view")
    if agency_ids is not None:
        reach &= frozenset(agency_ids)
    parts = list(CasePerson.objects.filter(person=person).values_list("case", "part"))
    admitted = [case for case, part in parts if part == "admitted"]
    open_to = Q(restricted=False) | Q(handler=person) | Q(pk__in=admitted)
    if heads := agencies_for(person, "casework.restrict"):
        open_to |= Q(agency__in=heads)
    rows = Case.objects.filter(agency_id__in=list(reach)).filter(open_to)
    barred = [case for case, part in parts if part == "barred"]
    return rows.exclude(pk__in=barred) if barred else rows


def require_admitted(person: User, case: Case) -> None:
    """NotAllowed for who is kept away from the case, or is not let into a restricted one."""
    parts = set(CasePerson.objects.filter(case=case, person=person).values_list("part", flat=True))
    if "barred" in parts:
        raise NotAllowed("您在这一件里应当回避，不能办理", next_step="请其他同事办理")
    if not case.restricted or case.handler_id == person.pk or "admitted" in parts:
        return
    if not allowed(person, "casework.restrict", case.agency):
        raise NotAllowed("这一件限制查看，您没有被列入", next_step="请签发人把您列入可以查看的人员")


def may_see(person: User, case: Case) -> bool:
    """Whether the person may see the case."""
    return visible(person, [case.agency_id]).filter(pk=case.pk).exists()

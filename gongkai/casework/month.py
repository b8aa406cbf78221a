"""Which of the applicant's requests of a month a case is: for fees by piece (信息处理费办法 art. 4) and for art. 35."""

from datetime import date

from django.db.models import Q, QuerySet

from gongkai.casework.models import Case
from gongkai.law.case_states import COUNTED


def of_same_applicant(case: Case) -> QuerySet[Case]:
    """Every counted request of the applicant at the organ, the case itself too; nothing where the applicant is not known."""
    if not case.identity_index:
        return Case.objects.none()
    return Case.objects.filter(
        agency_id=case.agency_id,
        identity_index=case.identity_index,
        kind="disclosure",
        state__in=COUNTED,
    )


def of_month(case: Case) -> QuerySet[Case]:
    """Those of them received in the calendar month of the case; requests corrected later stay in their month."""
    if case.received_on is None:
        return Case.objects.none()
    first = case.received_on.replace(day=1)
    following = date(first.year + first.month // 12, first.month % 12 + 1, 1)
    return of_same_applicant(case).filter(received_on__gte=first, received_on__lt=following)


def ordinal_of(case: Case) -> int:
    """The number of the case in its applicant's month: 1 for the first, by day of receipt and then by registration."""
    before = Q(received_on__lt=case.received_on) | Q(received_on=case.received_on, pk__lt=case.pk)
    return of_month(case).filter(before).count() + 1

"""An office with something of everything that the leader's board counts: for its page as people see it."""

from datetime import timedelta
from typing import Any

from gongkai.agencies.models import Department
from gongkai.casework import actions
from gongkai.casework.models import Case
from gongkai.common.clock import current, law_day
from tests.casework import cases
from tests.people import Cast


def board(cast: Cast) -> dict[str, Any]:
    """Something of everything that the board counts, over the last weeks."""
    today = law_day(current())
    office = Department.objects.create(
        agency=cast.town, code="land", name="国土资源管理所", since=cast.town.since
    )
    for days, key in ((40, "provided"), (33, "state_secret"), (26, "nonexistent"), (19, "provided")):  # fmt: skip
        case = cases.registered(cast, today - timedelta(days=days))
        Case.objects.filter(pk=case.pk).update(department=office if days % 2 else None)
        asked = cases.consulted(cast, cases.again(case), today - timedelta(days=days - 1))
        actions.record_opinion(
            consultation=asked, answered_on=today - timedelta(days=days - 8), agrees=True, by=cast.clerk,
            now=cases.at(today - timedelta(days=days - 8)),
        )  # fmt: skip
        cases.answered(cast, case, today - timedelta(days=days - 16), key)
    for days in (60, 20, 3):
        cases.registered(cast, today - timedelta(days=days))
    Case.objects.filter(state="in_work").update(department=office, handler=cast.clerk)
    return {}

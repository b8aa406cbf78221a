"""What waits of the texts brought over from an old website: one line for an organ and a step, since there are thousands of them."""

from datetime import datetime

from django.db.models import Count, Min, Q
from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.common.permissions import agencies_for
from gongkai.common.work import WorkItem
from gongkai.law.publication_steps import review_step
from gongkai.publishing import queries
from gongkai.publishing.models import Item


def brought_over(person: User, now: datetime) -> list[WorkItem]:
    """The person's lines; what the person handed in is another's to decide."""
    to_sign = Q(state="to_sign", agency__in=agencies_for(person, "publishing.publish"))
    rows = Item.objects.filter(queries.from_old_site()).filter(
        to_sign | queries.to_review(person, now)
    )
    rows = rows.exclude(draft__submitted_by_id=person.pk).order_by()
    found = rows.values("agency__name", "state", "step")
    counted = found.annotate(number=Count("pk"), since=Min("changed_at"))
    return [_line(**row) for row in counted.order_by("agency__name", "state", "step")]


def _line(agency__name: str, state: str, step: str, number: int, since: datetime) -> WorkItem:
    act = review_step(step).label if state == "in_review" and step else "签发"
    return WorkItem(
        kind="publishing",
        title=f"从旧网站迁入的信息 {number} 条",
        reason=f"等您{act}",
        next_act="签发" if state == "to_sign" else "审核",
        url=f"{reverse('publishing:items')}?state={state}&origin=old_site",
        agency_name=agency__name,
        since=since,
    )

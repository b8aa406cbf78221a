"""Tells the people of an organ what its government's office decided, or waits for; organs on other systems have nobody here."""

from datetime import datetime

from gongkai.accounts.models import Post, User
from gongkai.agencies.models import Agency
from gongkai.agencies.queries import in_force
from gongkai.common.clock import law_day
from gongkai.common.notices import notify
from gongkai.common.permissions import act

MAKES = "annual_reports.edit"
"""Who makes the organ's report is told."""


def people_of(organ_ids: list[int], now: datetime) -> dict[int, list[User]]:
    """By organ, the active people who make its report today; one query."""
    posts = Post.objects.filter(
        in_force(law_day(now)),
        agency__in=organ_ids,
        role__in=act(MAKES).grants,
        user__is_active=True,
    ).select_related("user")
    found: dict[int, dict[int, User]] = {}
    for post in posts:
        found.setdefault(post.agency_id, {})[post.user_id] = post.user
    return {organ: list(people.values()) for organ, people in found.items()}


def tell_organ(organ: Agency, *, key: str, text: str, url: str, now: datetime) -> int:
    """Tell everybody who makes the organ's report; returns how many there are."""
    people = people_of([organ.pk], now).get(organ.pk, [])
    for person in people:
        notify(user_id=person.pk, key=key, text=text, url=url, address=person.email, now=now)
    return len(people)

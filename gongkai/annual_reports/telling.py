"""Tells the people who come next that a report waits for them; in the transaction of the move that brought it there."""

from datetime import datetime

from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.agencies.queries import in_force
from gongkai.annual_reports.models import Report
from gongkai.common.clock import law_day
from gongkai.common.notices import notify
from gongkai.common.permissions import act, allowed

NEXT = {
    "submit": ("annual_reports.review", "{}等您复核"),
    "review": ("annual_reports.sign", "{}已经复核，等您签发"),
    "sign": ("annual_reports.publish", "{}已经签发，等您公布"),
}
"""By the move: the act that comes next, and what its people are told."""
BACK = {
    "send_back": "{}退回修改，请看意见",
    "undo_signing": "{}撤销了签发，请修改后重新送复核",
    "publish": "{}已经公布",
    "withdraw": "{}已从网站撤下，请尽快更正",
}
"""By the move: what the person is told who sent the report up."""


def tell(report: Report, move: str, *, by: User, now: datetime) -> None:
    """Tell whoever has the next act, or whoever sent the report up; never the person who made the move."""
    if move in NEXT:
        wanted, words = NEXT[move]
        people = _who_may(wanted, report, now)
    else:
        people = _author(report) if move in BACK else []
        words = BACK.get(move, "")
    for person in people:
        if person.pk != by.pk:
            notify(
                user_id=person.pk,
                key=f"annual_reports:{report.pk}:{report.version}",
                text=words.format(report),
                url=reverse("annual_reports:report", kwargs={"pk": report.pk}),
                address=person.email,
                now=now,
            )


def _author(report: Report) -> list[User]:
    """Who sent the report up, as long as they may still see it: people leave, and move to other organs."""
    person = report.submitted_by
    return [person] if allowed(person, "annual_reports.view", report.agency) else []


def _who_may(key: str, report: Report, now: datetime) -> list[User]:
    """The active people of the organ whose post of today has the act, but for those who wrote the report."""
    today = in_force(law_day(now))
    posts = report.agency.posts.filter(today, role__in=act(key).grants).select_related("user")
    hands = {report.submitted_by_id, *report.writers} if key != "annual_reports.publish" else set()
    found = {post.user_id: post.user for post in posts if post.user.is_active}
    return [person for number, person in found.items() if number not in hands]

"""Tells the people who come next that an item waits for them; in the transaction of the move that brought it there."""

from datetime import datetime

from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.agencies.queries import in_force
from gongkai.common.clock import law_day
from gongkai.common.notices import notify
from gongkai.common.permissions import act
from gongkai.law.publication_steps import review_step
from gongkai.publishing.models import Item
from gongkai.publishing.reviewing import act_of_step, may_take

NEXT = {
    "approve": ("publishing.publish", "《{}》已经审核，等您签发"),
}
"""By the move: the act that comes next, and what its people are told."""
BACK = {
    "send_back": "《{}》退回修改，请看意见",
    "publish": "《{}》已经签发并公开",
    "withdraw": "《{}》已从网站撤回",
}
"""By the move: what the person is told who handed the text in."""


def tell(item: Item, move: str, *, mover: int | None, now: datetime) -> None:
    """Tell whoever has the next act, or whoever handed the text in; never the person who made the move."""
    if item.state == "in_review":
        words = "《{}》等您" + review_step(item.step).label
        people = [
            person
            for person in _next(item, act_of_step(item.step), now)
            if may_take(person, item, item.step, now)
        ]
    elif move in NEXT:
        wanted, words = NEXT[move]
        people = _next(item, wanted, now)
    else:
        words = BACK.get(move, "")
        people = _author(item) if words else []
    for person in people:
        if person.pk != mover:
            notify(
                user_id=person.pk,
                key=f"publishing:{item.pk}:{item.version}",
                text=words.format(item.title),
                url=reverse("publishing:item", args=(item.pk,)),
                address=person.email,
                now=now,
            )


def _author(item: Item) -> list[User]:
    text = item.draft or item.published
    return list(User.objects.filter(pk=text.submitted_by_id, is_active=True)) if text else []


def _next(item: Item, key: str, now: datetime) -> list[User]:
    """The active people of the organ whose post of today has the act, but for those who wrote the text."""
    today = in_force(law_day(now))
    posts = item.agency.posts.filter(today, role__in=act(key).grants).select_related("user")
    found = {post.user_id: post.user for post in posts if post.user.is_active}
    hands = {*item.draft.writers, item.draft.submitted_by_id} if item.draft else set()
    return [person for number, person in found.items() if number not in hands]

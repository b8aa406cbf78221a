"""Tells the people who come next that an item waits for them; in the transaction of the move that brought it there."""

from datetime import datetime

from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.agencies.queries import in_force
from gongkai.common.clock import law_day
from gongkai.common.notices import notify
from gongkai.common.permissions import act, allowed
from gongkai.law.publication_steps import review_step
from gongkai.publishing.models import Item
from gongkai.publishing.reviewing import act_of_step, may_approve_later, may_take
from gongkai.publishing.telling_together import told_later

NEXT = {
    "approve": ("publishing.publish", "《{}》已经审核，等您签发"),
    "unschedule": ("publishing.publish", "《{}》取消了定时，等您签发"),
}
"""By the move: the act that comes next, and what its people are told."""
BACK = {
    "send_back": "《{}》退回修改，请看意见",
    "publish": "《{}》已经签发并公开",
    "schedule": "《{}》已经签发，到时发布",
    "release": "《{}》已按时发布",
    "publish_urgently": "《{}》已紧急发布，事后补审",
    "file": "《{}》已核定为不公开",
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
    _send(people, item, words, mover=mover, now=now)


def tell_later_review(item: Item, *, released_by: int, now: datetime) -> None:
    """Tell those who may review afterwards what was published urgently."""
    row = item.published.urgent
    people = _posted(item, "publishing.approve_later", now)
    fit = [person for person in people if may_approve_later(person, row)]
    _send(fit, item, "《{}》已紧急发布，请补审", mover=released_by, now=now, about=":later")


def tell_objection(item: Item, *, mover: int, now: datetime) -> None:
    """Tell the signers that the later review found something."""
    people = _posted(item, "publishing.withdraw", now)
    _send(people, item, "《{}》补审不同意，请处理", mover=mover, now=now, about=":objection")


def _send(
    people: list[User], item: Item, words: str, *, mover: int | None, now: datetime, about: str = ""
) -> None:
    """A notice to each but the person who made the move; once for each state of the item, or one for all that is done together."""
    for person in people:
        if person.pk == mover:
            continue
        if not told_later(person, item, words, now):
            notify(
                user_id=person.pk,
                key=f"publishing:{item.pk}:{item.version}{about}",
                text=words.format(item.title),
                url=reverse("publishing:item", args=(item.pk,)),
                address=person.email,
                now=now,
            )


def _author(item: Item) -> list[User]:
    """Who handed the text in, as long as they may still see it: people leave, and move to other organs."""
    text = item.draft or item.published or item.versions.first()
    people = User.objects.filter(pk=text.submitted_by_id, is_active=True) if text else []
    return [person for person in people if allowed(person, "publishing.view", item.agency)]


def _posted(item: Item, key: str, now: datetime) -> list[User]:
    """The active people of the organ whose post of today has the act."""
    today = in_force(law_day(now))
    posts = item.agency.posts.filter(today, role__in=act(key).grants).select_related("user")
    return list({post.user_id: post.user for post in posts if post.user.is_active}.values())


def _next(item: Item, key: str, now: datetime) -> list[User]:
    """Those of them who did not write the text."""
    hands = {*item.draft.writers, item.draft.submitted_by_id} if item.draft else set()
    return [person for person in _posted(item, key, now) if person.pk not in hands]

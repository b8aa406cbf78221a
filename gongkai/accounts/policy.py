"""The answer to who may do what: the posts a person holds today, against the matrix that the apps declared."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from gongkai.accounts.models import Post, User
from gongkai.agencies.queries import below_all, in_force
from gongkai.common.clock import current, law_day
from gongkai.common.permissions import Act, Actor, Permit, Role


class PostPolicy:
    """Deny by default: a permit needs an active person with a post whose role the act grants, near enough to the organ."""

    def permit(self, actor: Actor, act: Act, agency: Any) -> Permit | None:
        """The permit by the first post that reaches ``agency``; without an agency, by any post that has the role."""
        for post in granting_posts(actor, act):
            reaches = agency is None or agency.pk == post.agency_id
            if reaches or (
                act.grants[post.role] == "below" and agency.pk in below_all((post.agency_id,))
            ):
                return Permit(actor.pk, actor.name, str(post))
        return None

    def agencies(self, actor: Actor, act: Act) -> frozenset[int]:
        """The ids of the organs that the person's posts reach for this act."""
        if not isinstance(actor, User) or not actor.is_active:
            return frozenset()
        posts_today(actor)
        if act.key not in actor.reached:
            actor.reached[act.key] = _reached(list(granting_posts(actor, act)), act)
        return actor.reached[act.key]


def _reached(posts: list[Post], act: Act) -> frozenset[int]:
    own = frozenset(post.agency_id for post in posts)
    wide = tuple(post.agency_id for post in posts if act.grants[post.role] == "below")
    return own | below_all(wide) if wide else own


def granting_posts(actor: Actor, act: Act) -> Iterator[Post]:
    """The posts, held today, whose role the act names."""
    if isinstance(actor, User) and actor.is_active:
        yield from (post for post in posts_today(actor) if post.role in act.grants)


def posts_today(person: User) -> list[Post]:
    """The person's posts in force today; asked for once a request, since each request loads the person anew."""
    if person.held is None:
        person.held, person.reached = _posts_on(person, law_day(current())), {}
    return person.held


def departments_of(person: User, day: date, role: Role | None = None) -> set[int]:
    """The departments in which the person holds a post on that day, or one of that role."""
    posts = posts_today(person) if day == law_day(current()) else _posts_on(person, day)
    return {
        post.department_id
        for post in posts
        if post.department_id is not None and role in {None, post.role}
    }


def _posts_on(person: User, day: date) -> list[Post]:
    near = ("agency", "department__agency", "stands_in_for__user")
    return list(person.posts.filter(in_force(day)).select_related(*near))

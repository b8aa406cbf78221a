"""Reads about people, permissions, and the rules and locks of sign-in."""

import hmac
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from hashlib import sha256

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, QuerySet

from gongkai.accounts.models import Post, SignInFailures, SignInRules, User
from gongkai.accounts.policy import posts_today
from gongkai.agencies.models import Agency
from gongkai.agencies.queries import in_force, site_of
from gongkai.common.clock import current, law_day
from gongkai.common.permissions import ROLE_LABELS, SCOPE_LABELS, Act, Actor, acts, agencies_for


def matrix() -> Iterator[tuple[Act, list[str]]]:
    """The permission matrix: each declared act with how far each role may do it, in the order of the roles; "" for not at all."""
    for act in acts():
        reach = [act.grants.get(role) for role in ROLE_LABELS]
        yield act, [SCOPE_LABELS[scope] if scope else "" for scope in reach]


def sign_in_rules() -> SignInRules:
    """The rules of this installation; the defaults until somebody sets them."""
    return SignInRules.objects.filter(pk=1).first() or SignInRules(pk=1)


def name_key(username: str) -> str:
    """The keyed hash under which failures of a name are counted."""
    key = settings.KEYRING.key("sign_in")
    return hmac.digest(key, username.strip().lower().encode(), "sha256").hex()


def locked_until(username: str, now: datetime) -> datetime | None:
    """Until when the name is locked; None if it is not."""
    locks = SignInFailures.objects.filter(name_key=name_key(username), locked_until__gt=now)
    return locks.values_list("locked_until", flat=True).first()


def post_name(person: User) -> str:
    """The person's first post today, for the journal."""
    posts = posts_today(person)
    return str(posts[0]) if posts else "无岗位"


def second_factor_due(person: User) -> date | None:
    """The last day on which the person may work without a second factor; None where none is demanded."""
    rules = sign_in_rules()
    posts = [post for post in posts_today(person) if post.role in rules.second_factor_roles]
    if not posts or rules.second_factor_from is None:
        return None
    since = max(rules.second_factor_from, min(post.since for post in posts))
    return since + timedelta(days=rules.grace_days)


def people_for(actor: Actor, act: str = "accounts.view") -> QuerySet[User]:
    """The people of the organs that the person may look into, and those who hold a post there."""
    reach = agencies_for(actor, act)
    held = Post.objects.filter(user=OuterRef("pk"), agency__in=reach)
    return User.objects.filter(Q(agency__in=reach) | Exists(held))


def with_role(rows: QuerySet[User], role: str) -> QuerySet[User]:
    """Those who hold the role somewhere today."""
    today = in_force(law_day(current()))
    return rows.filter(Exists(Post.objects.filter(today, user=OuterRef("pk"), role=role)))


def main_organ() -> Agency | None:
    """The organ of the main site; without one, the first organ that stands below no other."""
    site = site_of()
    return site.agency if site else Agency.objects.filter(parent=None, until=None).first()


def mark(*values: object) -> str:
    """What tells whether something changed since a page showed it: equal for equal values."""
    return sha256(repr(values).encode()).hexdigest()[:32]


def posts_reaching(person: User, day: date) -> QuerySet[Post]:
    """The person's posts that hold on a day or begin later."""
    return person.posts.filter(Q(until=None) | Q(until__gte=day)).select_related(
        "agency", "department__agency"
    )


def administrators(now: datetime, *, without: Iterable[int] = ()) -> QuerySet[Post]:
    """The posts of administrators that active people hold today, those with these ids left out."""
    held = Post.objects.filter(in_force(law_day(now)), role="administrator", user__is_active=True)
    return held.exclude(pk__in=list(without))

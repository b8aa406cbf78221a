"""The people within reach: a list that can be narrowed down, and the page of each."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db.models import BooleanField, ExpressionWrapper, Prefetch, Q, QuerySet
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.urls import reverse

from gongkai.accounts.actions.second_factors import KIND_LABELS
from gongkai.accounts.linked import identities_of
from gongkai.accounts.masking import masked_email, masked_phone
from gongkai.accounts.models import Post, User
from gongkai.accounts.queries import (
    locked_until,
    main_organ,
    people_for,
    second_factor_due,
    with_role,
)
from gongkai.agencies.models import Agency
from gongkai.agencies.queries import in_force
from gongkai.audit.queries import history
from gongkai.common.access import requires
from gongkai.common.clock import law_day
from gongkai.common.listing import Column, Filter, Listing, by_words
from gongkai.common.permissions import ROLE_LABELS, agencies_for, allowed
from gongkai.common.succession import held_by

ROLES = tuple(ROLE_LABELS.items())
STATES = (("on", "在用"), ("off", "已停用"))


def person(pk: int) -> User:
    """The person of a page. Who belongs to no organ has no page: nobody's reach would end there."""
    return get_object_or_404(User.objects.select_related("agency").exclude(agency=None), pk=pk)


def person_url(of: User) -> str:
    """Where the person's page is."""
    return reverse("people:person", kwargs={"pk": of.pk})


def _organs(request: HttpRequest) -> list[tuple[str, str]]:
    reach = Agency.objects.filter(pk__in=agencies_for(request.user, "accounts.view"))
    return [(str(each.pk), each.name) for each in reach]


def _in_organ(rows: QuerySet[Any], value: str) -> QuerySet[Any]:
    return rows.filter(agency=int(value)) if value.isdecimal() else rows.none()


def _in_state(rows: QuerySet[Any], value: str) -> QuerySet[Any]:
    return rows.filter(is_active=value == "on")


LIST = Listing(
    name="人员",
    columns=(
        Column("name", "姓名", lambda p: p.name, sort="name", link=lambda p: p.near and person_url(p)),
        Column("username", "登录名", lambda p: p.username, sort="username"),
        Column("organ", "所在机关", lambda p: p.agency, sort="agency__code"),
        Column("posts", "现任岗位", lambda p: "、".join(map(str, p.today)) or "没有岗位"),
        Column("phone", "手机", lambda p: masked_phone(p.phone)),
        Column("email", "电子邮箱", lambda p: masked_email(p.email)),
        Column(
            "state",
            "状态",
            lambda p: "在用" if p.is_active else "已停用",
            sort="is_active",
            badge=lambda p: "done" if p.is_active else "plain",
        ),
    ),
    filters=(
        by_words("name", "姓名或登录名", "name", "username"),
        Filter("organ", "所在机关", "choice", _in_organ, _organs),
        Filter("role", "岗位", "choice", with_role, lambda _: ROLES),
        Filter("state", "状态", "choice", _in_state, lambda _: STATES),
    ),
    order=("-is_active", "agency__code", "name", "pk"),
    template="people/list.html",
)  # fmt: skip


@requires("accounts.view")
def listed(request: HttpRequest) -> HttpResponseBase:
    """The list. Who is of an organ out of reach, but holds a post within it, stands there without a page."""
    today = Post.objects.filter(in_force(law_day(request.now)))
    posts = Prefetch("posts", today.select_related("agency", "department__agency"), to_attr="today")
    near = Q(agency__in=agencies_for(request.user, "accounts.view"))
    rows = people_for(request.user).select_related("agency").prefetch_related(posts)
    return LIST.answer(
        request,
        rows.annotate(near=ExpressionWrapper(near, BooleanField())),
        can_add=bool(agencies_for(request.user, "accounts.edit")),
        can_rule=allowed(request.user, "accounts.rules", main_organ()),
    )


@requires("accounts.view", on=person)
def show(request: HttpRequest, record: User) -> HttpResponse:
    """One person: who it is, the posts from when until when, how sign-in stands, and what happened."""
    context = {
        "person": record,
        "phone": masked_phone(record.phone),
        "email": masked_email(record.email),
        "posts": posts_of(record, request),
        "sign_in": sign_in_state(record, request.now),
        "history": history(record, 30),
        "held": held_by(record),
        "can_edit": allowed(request.user, "accounts.edit", record.agency),
        "own": record.pk == request.user.pk,
    }
    return render(request, "people/person.html", context)


def posts_of(of: User, request: HttpRequest) -> list[dict[str, Any]]:
    """The posts, newest first, with the state of each and whether the visitor may end it."""
    day = law_day(request.now)
    reach = agencies_for(request.user, "accounts.edit")
    rows = of.posts.select_related("agency", "department__agency").order_by("-since", "pk")
    return [
        {
            "post": post,
            "ended": bool(post.until and post.until < day),
            "begun": post.since <= day,
            "may_end": post.agency_id in reach and not (post.until and post.until < day),
        }
        for post in rows
    ]


def sign_in_state(of: User, now: datetime) -> Mapping[str, Any]:
    """Locked or not, the password, the second factors and until when one is wanted, the sessions."""
    kinds = Authenticator.objects.filter(user=of).values_list("type", flat=True)
    return {
        "locked": locked_until(of.username, now),
        "password": of.has_usable_password(),
        "factors": [KIND_LABELS[kind] for kind in sorted(set(kinds))],
        "identities": identities_of(of),
        "due": second_factor_due(of),
        "sessions": UserSession.objects.filter(user=of).count(),
    }

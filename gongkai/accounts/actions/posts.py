"""Posts given and ended. An administrator gives posts only in organs that the own post reaches."""

from datetime import date, datetime

from django.db import transaction

from gongkai.accounts.actions.ending import end_stand_ins
from gongkai.accounts.actions.people import EDIT, note, refuse_last_administrator, required
from gongkai.accounts.models import Post, User
from gongkai.accounts.queries import posts_reaching
from gongkai.agencies.models import Agency, Department
from gongkai.common.permissions import Actor, Role, agencies_for, require
from gongkai.common.refusals import Conflict, NotAllowed, Refusal


@transaction.atomic
def give_post(
    *,
    person: User,
    agency: Agency,
    role: Role,
    since: date,
    by: Actor,
    now: datetime,
    until: date | None = None,
    department: Department | None = None,
) -> Post:
    """Give a post from ``since`` on. The person is of an organ within reach; the same post twice at a time is refused."""
    permit = require(by, EDIT, agency)
    if person.agency_id and person.agency_id not in agencies_for(by, EDIT):
        raise NotAllowed("该人员不在您管理的机关")
    if until and until < since:
        raise Refusal("结束日期不能早于起始日期")
    if department and department.agency_id != agency.pk:
        raise Refusal("部门不属于这个机关")
    same = posts_reaching(person, since).filter(agency=agency, role=role, department=department)
    if any(until is None or post.since <= until for post in same):
        raise Refusal("这段时间已有同样的岗位")
    post = Post.objects.create(
        user=person, agency=agency, department=department, role=role, since=since, until=until
    )
    after = {"post": str(post), "since": str(since), "until": str(until or "")}
    note("accounts.give_post", person, permit, now, after=after)
    return post


@transaction.atomic
def end_post(
    *, post: Post, until: date, reason: str, by: Actor, now: datetime, seen: str | None = None
) -> Post:
    """End a post with ``until``; one that has not begun ends on its first day.

    ``seen`` is the end that the person saw, "" for none; None means nobody looked.
    """
    permit = require(by, EDIT, post.agency)
    post = Post.objects.select_for_update(of=("self",)).get(pk=post.pk)
    if seen is not None and seen != str(post.until or ""):
        raise Conflict("这个岗位的结束日期在您打开之后已被他人改过", theirs=post)
    refuse_last_administrator([post], now)
    if until < post.since:
        raise Refusal(f"该岗位自 {post.since} 起，结束日期不能早于这一天")
    before = {"post": str(post), "until": str(post.until or "")}
    post.until = until
    post.save(update_fields=["until"])
    end_stand_ins(post.stand_ins.all(), until)
    after, said = {"until": str(until)}, required(reason)
    note("accounts.end_post", post.user, permit, now, before=before, after=after, reason=said)
    return post

"""请同事代办、收回代办：人不在的时候，岗位上的事有人办，留痕里写明代谁"""

from datetime import date, datetime, timedelta

from django.db import transaction

from gongkai.accounts.actions.ending import end_stand_ins
from gongkai.accounts.actions.people import note, required
from gongkai.accounts.models import Post, User
from gongkai.accounts.queries import posts_reaching
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit
from gongkai.common.refusals import NotAllowed, Refusal

LONGEST = timedelta(days=92)
"""Who is away for longer hands the post over; a house rule, no rule of law."""


@transaction.atomic
def ask_stand_in(
    *, post: Post, colleague: User, since: date, until: date, reason: str, by: User, now: datetime
) -> Post:
    """Let a colleague of the same organ act in one's own post for some days. Never the post of an administrator, never on and on."""
    own = Post.objects.select_for_update().get(pk=post.pk)
    permit = _permit(own, by, now)
    why = required(reason)
    _require_days(own, since, until, law_day(now))
    _require_colleague(own, colleague)
    taken = posts_reaching(colleague, since).filter(
        agency=own.agency, department=own.department, role=own.role
    )
    if any(row.since <= until for row in taken):
        raise Refusal(f"{colleague.name}这段时间已有同样的岗位，不用再代")
    stand_in = Post.objects.create(
        user=colleague,
        agency=own.agency,
        department=own.department,
        role=own.role,
        since=since,
        until=until,
        stands_in_for=own,
    )
    after = {"post": str(stand_in), "since": str(since), "until": str(until)}
    note("accounts.ask_stand_in", colleague, permit, now, after=after, reason=why)
    return stand_in


def _permit(own: Post, by: User, now: datetime) -> Permit:
    """The permit to give one's own post on: held today, not held for somebody else, no administrator's."""
    if own.user_id != by.pk or not posts_reaching(by, law_day(now)).filter(pk=own.pk).exists():
        raise NotAllowed("只能请人代办您自己的岗位")
    if own.stands_in_for_id:
        raise Refusal("您自己也是代办，不能再请别人代", next_step="请原来的同事另请一位")
    if own.role == "administrator":
        raise Refusal("管理岗位不能请人代办", next_step="请上级或者另一位管理员登记新的管理岗位")
    return Permit(by.pk, by.name, str(own))


def _require_days(own: Post, since: date, until: date, today: date) -> None:
    if since < max(today, own.since) or until < since:
        raise Refusal("代办从今天或者您的岗位开始那一天起，结束日期不能早于起始日期")
    if until - since >= LONGEST:
        raise Refusal(f"代办最长 {LONGEST.days} 天", next_step="更长的，请管理员登记岗位的变动")
    if own.until and until > own.until:
        raise Refusal(f"您的岗位到 {own.until} 为止，代办不能超过这一天")


def _require_colleague(own: Post, colleague: User) -> None:
    if colleague.pk == own.user_id or not colleague.is_active:
        raise Refusal("请选择另一位在用账号的同事")
    if colleague.agency_id != own.agency_id:
        raise Refusal("只能请本机关的同事代办")


@transaction.atomic
def take_back_stand_in(*, stand_in: Post, by: User, now: datetime) -> None:
    """End it at once: by whoever asked for it."""
    row = (
        Post.objects.select_for_update(of=("self",))
        .select_related("stands_in_for__user", "user")
        .get(pk=stand_in.pk)
    )
    if row.stands_in_for is None or row.stands_in_for.user_id != by.pk:
        raise NotAllowed("只能收回您自己请的代办")
    permit = Permit(by.pk, by.name, str(row.stands_in_for))
    before = {"post": str(row), "until": str(row.until)}
    last = law_day(now) - timedelta(days=1)
    end_stand_ins([row], last)
    note(
        "accounts.take_back_stand_in",
        row.user,
        permit,
        now,
        before=before,
        after={"until": str(last)},
    )

"""An administrator's acts on people of the own organs; personal data stays out of the journal."""

import secrets
from collections.abc import Iterable
from datetime import datetime, timedelta

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.db import transaction
from django.utils.timezone import localtime

from gongkai.accounts.actions.ending import end_stand_ins
from gongkai.accounts.actions.sign_in import chain_of
from gongkai.accounts.models import Post, SignInFailures, User
from gongkai.accounts.queries import administrators, mark, name_key, posts_reaching
from gongkai.accounts.sign_in.links import link_path
from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.outbox import put
from gongkai.common.permissions import SYSTEM, Actor, Permit, agencies_for, require
from gongkai.common.refusals import Conflict, NotAllowed, Refusal

EDIT = "accounts.edit"
MOVED = """{name}：

您的账号 {username} 的电子邮箱于 {at:%Y-%m-%d %H:%M} 由管理员更改，今后的通知不再发到这个地址。

不是您要求更改的，请立即联系本机关的管理员。
"""


@transaction.atomic
def add_person(
    *, agency: Agency, username: str, name: str, email: str, phone: str, by: Actor, now: datetime
) -> User:
    """Add a person without a password: a link lets the person set one."""
    permit = require(by, EDIT, agency)
    if User.objects.filter(username__iexact=username).exists():
        raise Refusal(f"登录名 {username} 已被使用", next_step="换一个登录名")
    person = User.objects.create_user(
        username, None, name=name, email=email, phone=phone, agency=agency
    )
    note("accounts.add_person", person, permit, now, after={"username": username, "name": name})
    return person


def mark_of_person(person: User) -> str:
    """What tells whether name and contact changed since a page showed them."""
    return mark(person.name, person.email, person.phone)


@transaction.atomic
def read_contact(*, person: User, by: Actor, now: datetime) -> None:
    """Journal that somebody saw telephone and address in full."""
    permit = require(by, EDIT, person.agency)
    note("accounts.read_contact", person, permit, now)


@transaction.atomic
def edit_person(
    *,
    person: User,
    name: str,
    email: str,
    phone: str,
    by: Actor,
    now: datetime,
    seen: str | None = None,
) -> User:
    """Change the name and how to reach the person; the journal names the fields, not the data."""
    permit = require_whole(person, by=by, now=now)
    person = User.objects.select_for_update(of=("self",)).get(pk=person.pk)
    if seen is not None and seen != mark_of_person(person):
        raise Conflict("该人员的资料在您打开之后已被他人修改", theirs=person)
    said = {"name": name, "email": email, "phone": phone}
    changed = [field for field, value in said.items() if getattr(person, field) != value]
    if "email" in changed and person.email:
        tell_former_address(person, now)
    for field in changed:
        setattr(person, field, said[field])
    person.save(update_fields=changed)
    note("accounts.edit_person", person, permit, now, after={"changed": changed})
    return person


def tell_former_address(person: User, now: datetime) -> None:
    """A letter to the address that is given up: whoever took over the account by a new one does not stay unseen."""
    text = MOVED.format(name=person.name, username=person.username, at=localtime(now))
    payload = {"to": [person.email], "subject": "账号的电子邮箱已更改", "text": text}
    put("mail.send", f"mail.send:{secrets.token_hex(16)}", payload, now=now)


@transaction.atomic
def issue_link(*, person: User, by: Actor, now: datetime) -> str:
    """A fresh one-time link; the present password and earlier links are void, and sessions end."""
    permit = require_whole(person, by=by, now=now)
    if not person.is_active:
        raise Refusal("该人员已停用", next_step="先恢复，再生成链接")
    person = User.objects.select_for_update().get(pk=person.pk)
    person.set_unusable_password()
    person.save(update_fields=["password"])
    end_sessions(person)
    note("accounts.issue_link", person, permit, now)
    return link_path(person)


@transaction.atomic
def deactivate(*, person: User, reason: str, by: Actor, now: datetime) -> User:
    """The person can no longer sign in or act. Not the last administrator."""
    permit = require_whole(person, by=by, now=now)
    refuse_last_administrator(person.posts.all(), now)
    person.is_active = False
    person.save(update_fields=["is_active"])
    end_sessions(person)
    end_stand_ins(Post.objects.filter(stands_in_for__user=person), law_day(now) - timedelta(days=1))
    note("accounts.deactivate", person, permit, now, reason=required(reason))
    return person


@transaction.atomic
def reactivate(*, person: User, reason: str, by: Actor, now: datetime) -> User:
    """Undo ``deactivate``."""
    permit = require_whole(person, by=by, now=now)
    person.is_active = True
    person.save(update_fields=["is_active"])
    note("accounts.reactivate", person, permit, now, reason=required(reason))
    return person


@transaction.atomic
def reset_second_factor(*, person: User, reason: str, by: Actor, now: datetime) -> User:
    """Take away all second factors of a person who lost them; sessions end."""
    permit = require_whole(person, by=by, now=now)
    kinds = sorted(Authenticator.objects.filter(user=person).values_list("type", flat=True))
    Authenticator.objects.filter(user=person).delete()
    end_sessions(person)
    said = required(reason)
    note("accounts.reset_second_factor", person, permit, now, reason=said, after={"kinds": kinds})
    return person


@transaction.atomic
def unlock(*, person: User, reason: str, by: Actor, now: datetime) -> User:
    """Forget the failures under the person's name."""
    permit = require_whole(person, by=by, now=now)
    SignInFailures.objects.filter(name_key=name_key(person.username)).delete()
    note("accounts.unlock", person, permit, now, reason=required(reason))
    return person


@transaction.atomic
def recover(*, username: str, now: datetime) -> str:
    """A link for an administrator, made by who holds the server; the present password stays until it is used."""
    person = User.objects.filter(username__iexact=username, is_active=True).first()
    if person is None or not administrators(now).filter(user=person).exists():
        raise Refusal(f"没有登录名为 {username} 的在用管理员")
    SignInFailures.objects.filter(name_key=name_key(person.username)).delete()
    note("accounts.recover", person, SYSTEM, now)
    return link_path(person)


def note(act: str, person: User, permit: Permit, now: datetime, **said: object) -> None:
    """Journal an act on a person in the chain of the person's organ."""
    record(act, person, by=permit, at=now, organ=chain_of(person), **said)


def required(reason: str) -> str:
    """The reason; Refusal where there is none."""
    if not reason.strip():
        raise Refusal("请写明理由")
    return reason.strip()


def require_whole(person: User, *, by: Actor, now: datetime) -> Permit:
    """The permit to act on the account as a whole: the person's organ, and each in which the person holds a post.

    Without the second condition an administrator of one organ could take over somebody's post in another.
    """
    if person.agency is None:
        raise NotAllowed("该人员没有所在机关，不能由您办理")
    permit = require(by, EDIT, person.agency)
    held = {post.agency_id for post in posts_reaching(person, law_day(now))}
    if held - agencies_for(by, EDIT):
        raise NotAllowed(
            "该人员在您管理范围之外的机关还有岗位，不能由您办理",
            next_step="请上级机关的管理员办理，或者先结束那里的岗位",
        )
    return permit


def refuse_last_administrator(ending: Iterable[Post], now: datetime) -> None:
    """Raise Refusal where nobody would administer this installation once these posts end."""
    list(Post.objects.select_for_update().filter(role="administrator").values_list("pk", flat=True))
    going = [post.pk for post in ending if post.role == "administrator"]
    staying = administrators(now, without=going).filter(until=None)
    if going and not staying.exists():
        raise Refusal("这是最后一位管理员，不能结束", next_step="先让另一个人担任管理岗位")


def end_sessions(person: User) -> None:
    """Sign the person out everywhere."""
    for session in UserSession.objects.filter(user=person):
        session.end()

"""Refused sign-ins: counted by hour, journaled without letting strangers fill the journal, and the lock that follows too many.

A name that nobody has is counted and locked like any other, so that neither answer nor time tells whether it exists.
"""

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import F
from django.urls import reverse
from django.utils.timezone import localtime

from gongkai.accounts.actions.sign_in import chain_of
from gongkai.accounts.models import SignInFailures, SignInRefusal, User
from gongkai.accounts.queries import name_key, sign_in_rules
from gongkai.audit.actions import record
from gongkai.audit.models import SYSTEM_CHAIN
from gongkai.common.notices import notify
from gongkai.common.permissions import Permit

HOUR, FORGOTTEN_AFTER = timedelta(hours=1), timedelta(days=1)
MOST_ROWS = 200
"""Rows of one hour that tell name and network; what comes beyond them is counted together."""
MOST_NAMES = 20_000
"""Names whose failures are counted at a time; beyond them only those of people who exist."""
PORTION = 1_000
UNKNOWN = Permit(None, "未知人员", "未登录")


@transaction.atomic
def note_failure(*, username: str, network: str, now: datetime) -> None:
    """Count a wrong password or code; lock the name after too many, and tell the person."""
    person = _person(username)
    failures = _failures(name_key(username), now, known=person is not None)
    note_refusal(why="wrong", username=username, network=network, now=now)
    if failures is None:
        return
    rules = sign_in_rules()
    failures.count += 1
    failures.last_at = now
    locks = failures.count >= rules.failures_before_lock
    if locks:
        failures.locked_until = now + timedelta(minutes=rules.lock_minutes)
    failures.save()
    if locks:
        note_refusal(why="lock", username=username, network=network, now=now)
    if locks and person and person.is_active:
        _tell(person, failures, network, now)


@transaction.atomic
def note_refusal(*, why: str, username: str, network: str, now: datetime) -> None:
    """Count a refused sign-in. The first of its kind in an hour is journaled at once, the others by ``close_hours``.

    ``why`` is a key of ``SignInRefusal.WHY``; of the name only the keyed hash is kept.
    """
    row, fresh = _row(why, username, network, now)
    SignInRefusal.objects.filter(pk=row.pk).update(count=F("count") + 1, last_at=now)
    if fresh:
        act = "accounts.sign_in_locked" if why == "lock" else "accounts.sign_in_failed"
        _record(act, row, now)


@transaction.atomic
def close_hours(*, now: datetime) -> None:
    """Journal how often each refusal of the hours gone by came, once it came more than once, and forget it."""
    rows = SignInRefusal.objects.select_for_update(of=("self",)).filter(hour__lt=_hour(now))
    closing = list(rows.select_related("person__agency").order_by("pk")[:PORTION])
    for row in closing:
        if row.count > 1:
            _record("accounts.sign_ins_refused", row, now, count=row.count)
    SignInRefusal.objects.filter(pk__in=[row.pk for row in closing]).delete()
    old = SignInFailures.objects.filter(last_at__lt=now - FORGOTTEN_AFTER)
    old = old.exclude(locked_until__gt=now).order_by("pk").values_list("pk", flat=True)
    SignInFailures.objects.filter(pk__in=list(old[:PORTION])).delete()


def _person(username: str) -> User | None:
    people = User.objects.filter(username__iexact=username.strip()) if username.strip() else []
    return next(iter(people), None)


def _hour(now: datetime) -> datetime:
    return now.replace(minute=0, second=0, microsecond=0)


def _failures(key: str, now: datetime, *, known: bool) -> SignInFailures | None:
    """The locked row of the name, begun anew after a lock or a day; None where there are too many names that nobody has."""
    rows = SignInFailures.objects
    if not known and not rows.filter(name_key=key).exists() and rows.count() >= MOST_NAMES:
        return None
    rows.get_or_create(name_key=key, defaults={"last_at": now})
    failures = rows.select_for_update().get(name_key=key)
    over = failures.locked_until and failures.locked_until <= now
    if over or now - failures.last_at > FORGOTTEN_AFTER:
        failures.count, failures.locked_until = 0, None
    return failures


def _row(why: str, username: str, network: str, now: datetime) -> tuple[SignInRefusal, bool]:
    """The row that counts it, and whether it was made now: of the name and network, or of fewer where the hour is full."""
    rows, person = SignInRefusal.objects, _person(username)
    key = name_key(username) if username.strip() else ""
    named = {"hour": _hour(now), "why": why, "name_key": key, "network": network}
    full = rows.filter(hour=named["hour"]).count() >= MOST_ROWS
    if full and not rows.filter(**named).exists():
        named |= {"network": ""} if person else {"name_key": "", "network": ""}
    times = {"person": person, "first_at": now, "last_at": now}
    return rows.get_or_create(**named, defaults=times)


def _record(act: str, row: SignInRefusal, now: datetime, **count: int) -> None:
    """In the chain of the person's organ; what concerns nobody, in that of the whole installation."""
    person = row.person
    said = {"why": row.get_why_display(), "network": row.network, **count}
    if count:
        times = {"first_at": row.first_at, "last_at": row.last_at}
        said |= {name: f"{localtime(at):%Y-%m-%d %H:%M}" for name, at in times.items()}
    organ = chain_of(person) if person else SYSTEM_CHAIN
    record(act, person or row, by=UNKNOWN, at=now, organ=organ, after=said)


def _tell(person: User, failures: SignInFailures, network: str, now: datetime) -> None:
    """At most once an hour."""
    until = localtime(failures.locked_until)
    notify(
        user_id=person.pk,
        key=f"accounts.locked:{_hour(now):%Y%m%d%H}",
        text=f"您的登录名连续失败次数过多，已锁定到 {until:%H:%M}（来自 {network or '未知网络'}）。"
        "如果不是您本人在试，请更改口令，并告诉本机关的管理员；急需登录的，请管理员解除锁定",
        url=reverse("accounts:home"),
        address=person.email,
        now=now,
    )

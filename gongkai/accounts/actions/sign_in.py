"""What the journal keeps of sign-in, and the lock after too many failures. People do these acts on themselves.

A name that nobody has is counted, locked and journaled like any other, so that neither answer nor time tells whether it exists.
"""

from datetime import datetime, timedelta

from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from gongkai.accounts.models import SignInFailures, User
from gongkai.accounts.queries import name_key, post_name, sign_in_rules
from gongkai.audit.actions import record
from gongkai.audit.models import SYSTEM_CHAIN
from gongkai.common.permissions import Permit

FORGOTTEN_AFTER = timedelta(days=1)
UNKNOWN = Permit(None, "未知人员", "未登录")


def own_permit(person: User) -> Permit:
    """A person acting on the own account."""
    return Permit(person.pk, person.name, post_name(person))


def chain_of(person: User) -> str:
    """The chain that keeps acts on a person: that of the person's organ."""
    return person.agency.code if person.agency else SYSTEM_CHAIN


@transaction.atomic
def note_own_act(act: str, *, person: User, now: datetime, **after: object) -> None:
    """Journal an act of a person on the own account, such as ``accounts.sign_in``."""
    record(act, person, by=own_permit(person), at=now, organ=chain_of(person), after=after)


@transaction.atomic
def note_sign_in(*, person: User, now: datetime, methods: list[str]) -> None:
    """Journal a completed sign-in and forget the failures before it."""
    SignInFailures.objects.filter(name_key=name_key(person.username)).delete()
    note_own_act("accounts.sign_in", person=person, now=now, methods=methods)


@transaction.atomic
def link_identity(*, person: User, account: SocialAccount, now: datetime) -> bool:
    """Link an identity of single sign-on to the person it was matched to; False if another one of that provider is linked."""
    owner = User.objects.select_for_update().get(pk=person.pk)
    linked = SocialAccount.objects.filter(user=owner, provider=account.provider).first()
    if linked:
        return linked.uid == account.uid
    account.user = owner
    account.save()
    note_own_act("accounts.link_identity", person=owner, now=now, provider=account.provider)
    return True


@transaction.atomic
def note_failure(*, username: str, now: datetime) -> None:
    """Count a failed sign-in, lock the name after too many, and journal it by the person's number alone."""
    rules, key = sign_in_rules(), name_key(username)
    SignInFailures.objects.get_or_create(name_key=key, defaults={"last_at": now})
    failures = SignInFailures.objects.select_for_update().get(name_key=key)
    over = failures.locked_until and failures.locked_until <= now
    if over or now - failures.last_at > FORGOTTEN_AFTER:
        failures.count, failures.locked_until = 0, None
    failures.count += 1
    failures.last_at = now
    locks = failures.count >= rules.failures_before_lock
    if locks:
        failures.locked_until = now + timedelta(minutes=rules.lock_minutes)
    failures.save()
    person = User.objects.filter(username__iexact=username).first()
    by = Permit(person.pk, "", "未登录") if person else UNKNOWN
    act = "accounts.sign_in_locked" if locks else "accounts.sign_in_failed"
    record(act, failures, by=by, at=now, organ=SYSTEM_CHAIN, after={"count": failures.count})

"""What the journal keeps of sign-in. People do these acts on themselves. Not here: refused sign-ins."""

from datetime import datetime

from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from gongkai.accounts.models import SignInFailures, User
from gongkai.accounts.queries import name_key, post_name
from gongkai.audit.actions import record
from gongkai.audit.models import SYSTEM_CHAIN
from gongkai.common.permissions import Permit


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

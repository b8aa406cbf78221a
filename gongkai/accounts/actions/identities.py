"""The link between an account and an identity of single sign-on is loosened: by the person, or by an administrator."""

from datetime import datetime

from allauth.socialaccount.models import SocialAccount
from django.db import transaction

from gongkai.accounts.actions.people import end_sessions, note, require_whole, required
from gongkai.accounts.actions.sign_in import note_own_act
from gongkai.accounts.models import User
from gongkai.common.permissions import Actor
from gongkai.common.refusals import Refusal

GONE = "这个单点登录身份已经解除，不必再办"


@transaction.atomic
def unlink_identity(*, person: User, provider: str, reason: str, by: Actor, now: datetime) -> User:
    """Loosen the link; sessions end, for the identity may have opened them. The next sign-on is matched anew."""
    permit = require_whole(person, by=by, now=now)
    said = required(reason)
    _loosen(person, provider)
    end_sessions(person)
    note("accounts.unlink_identity", person, permit, now, reason=said, after={"provider": provider})
    return person


@transaction.atomic
def unlink_own_identity(*, provider: str, by: User, now: datetime) -> User:
    """Loosen the own link. Not without a password: nothing else would open the account."""
    if not by.has_usable_password():
        raise Refusal(
            "您还没有口令，解除之后就不能登录了", next_step="请管理员生成一次性链接，先设置口令"
        )
    _loosen(by, provider)
    note_own_act("accounts.unlink_identity", person=by, now=now, provider=provider)
    return by


def _loosen(person: User, provider: str) -> None:
    rows = SocialAccount.objects.select_for_update().filter(user=person, provider=provider)
    if not rows.first():
        raise Refusal(GONE)
    SocialAccount.objects.filter(user=person, provider=provider).delete()

"""A person's changes to the own second factors, journaled in the transaction of the change itself.

The library tells of some changes only once they are committed, and of others outside any transaction: so what stands before
and after is compared here, whatever the library does in between.
"""

from collections.abc import Callable, Iterator, Mapping
from datetime import datetime
from typing import Any, NamedTuple

from allauth.mfa.models import Authenticator
from django.db import transaction

from gongkai.accounts.actions.sign_in import note_own_act
from gongkai.accounts.models import User

KIND_LABELS = {"totp": "动态口令", "webauthn": "安全密钥", "recovery_codes": "备用码"}


class Factor(NamedTuple):
    """One second factor as the journal names it; only keys have names."""

    kind: str
    name: str


@transaction.atomic
def journaled(change: Callable[[], Any], *, person: User, now: datetime) -> Any:
    """Do ``change`` and journal which second factors it added, took away or made anew: all of it, or nothing."""
    User.objects.select_for_update(no_key=True).get(pk=person.pk)
    before = _factors_of(person)
    result = change()
    for act, factor in _differences(before, _factors_of(person)):
        said = {"key": factor.name} if factor.name else {}
        note_own_act(act, person=person, now=now, kind=KIND_LABELS[factor.kind], **said)
    return result


def _factors_of(person: User) -> Mapping[int, Factor]:
    rows = Authenticator.objects.filter(user=person).order_by("pk")
    return {row.pk: Factor(row.type, row.data.get("name", "")) for row in rows}


def _differences(
    before: Mapping[int, Factor], after: Mapping[int, Factor]
) -> Iterator[tuple[str, Factor]]:
    gone = {factor.kind for key, factor in before.items() if key not in after}
    renewed = gone & {factor.kind for key, factor in after.items() if key not in before}
    renewed &= {Authenticator.Type.RECOVERY_CODES}
    for key, factor in before.items():
        if key not in after and factor.kind not in renewed:
            yield "accounts.remove_second_factor", factor
    for key, factor in after.items():
        if key not in before:
            act = "renew" if factor.kind in renewed else "add"
            yield f"accounts.{act}_second_factor", factor
        elif factor != before[key]:
            yield "accounts.name_second_factor", factor

"""The rules of sign-in, set by the administrators of the main organ for the whole installation."""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import SignInRules
from gongkai.accounts.queries import main_organ, mark, sign_in_rules
from gongkai.audit.actions import locked_chain, record
from gongkai.audit.models import SYSTEM_CHAIN
from gongkai.common.permissions import Actor, require
from gongkai.common.refusals import Conflict, Refusal

RULES = (
    "failures_before_lock", "lock_minutes", "session_hours", "max_sessions", "second_factor_roles",
    "second_factor_from", "grace_days",
)  # fmt: skip


def mark_of(rules: SignInRules) -> str:
    """What tells whether the rules changed since a page showed them."""
    return mark(*(getattr(rules, name) for name in RULES))


@transaction.atomic
def set_rules(
    *, seen: str | None, facts: Mapping[str, object], by: Actor, now: datetime
) -> SignInRules:
    """Set the rules; they hold from the next sign-in on. ``seen`` is the mark of what the person saw."""
    permit = require(by, "accounts.rules", main_organ())
    locked_chain(SYSTEM_CHAIN)
    rules = sign_in_rules()
    if seen is not None and seen != mark_of(rules):
        raise Conflict("登录规则在您打开之后已被他人修改", theirs=rules)
    if facts["second_factor_roles"] and not facts["second_factor_from"]:
        raise Refusal("要求第二重验证的，请写明自哪一天起")
    before = {name: _plain(getattr(rules, name)) for name in RULES}
    for name in RULES:
        setattr(rules, name, facts[name])
    rules.save()
    after = {name: _plain(getattr(rules, name)) for name in RULES}
    record(
        "accounts.set_rules",
        rules,
        by=permit,
        at=now,
        organ=SYSTEM_CHAIN,
        before=before,
        after=after,
    )
    return rules


def _plain(value: object) -> object:
    return value if value is None or isinstance(value, int | list) else str(value)

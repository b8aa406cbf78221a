"""设置发布前检查：各项检查的轻重，本机关不用的写法"""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.common.permissions import require
from gongkai.common.refusals import Conflict, Refusal
from gongkai.publishing.checks.table import CHECKS, SEVERITY_LABELS
from gongkai.publishing.models import CheckRules, OrganWord

SHORTEST_WORD = 2
MOST_WORDS = 2_000


@transaction.atomic
def set_checks(
    *,
    agency: Agency,
    severities: Mapping[str, str],
    seen_version: int | None,
    by: User,
    now: datetime,
) -> CheckRules:
    """How grave the organ takes each check. Refusal for one that the law has settled."""
    permit = require(by, "publishing.set_up", agency)
    open_rows = {row.key: row for row in CHECKS if not row.fixed}
    if not set(severities) <= set(open_rows) or not set(severities.values()) <= set(SEVERITY_LABELS):  # fmt: skip
        raise Refusal("这里有不能更改的检查，请重新选择")
    rules = CheckRules.objects.select_for_update().filter(agency=agency).first()
    if rules is not None and rules.version != seen_version:
        raise Conflict("您打开之后，别人已经改过", theirs=rules)
    rules = rules or CheckRules(agency=agency, version=0)
    before = rules.severities
    rules.severities = {
        key: value for key, value in severities.items() if value != open_rows[key].severity
    }
    rules.version += 1
    rules.save()
    record(
        "publishing.set_checks",
        agency,
        by=permit,
        at=now,
        organ=agency.code,
        before=before,
        after=rules.severities,
    )
    return rules


@transaction.atomic
def add_word(
    *, agency: Agency, wrong: str, right: str, reason: str, by: User, now: datetime
) -> OrganWord:
    """A word that the organ wants written otherwise; the same word again changes what is said of it."""
    permit = require(by, "publishing.set_up", agency)
    words = [" ".join(text.replace("\0", "").split()) for text in (wrong, right, reason)]
    if len(words[0]) < SHORTEST_WORD:
        raise Refusal("不用的写法至少两个字，一个字会到处误报")
    if words[0] in words[1]:
        raise Refusal("“应写成”里含有不用的写法，改正之后还会再提示")
    if OrganWord.objects.filter(agency=agency).count() >= MOST_WORDS:
        raise Refusal(f"已经有 {MOST_WORDS} 个词，请先删去不用的")
    word, _ = OrganWord.objects.update_or_create(
        agency=agency,
        wrong=words[0],
        defaults={"right": words[1], "reason": words[2], "added_by": by.name, "added_at": now},
    )
    said = {"wrong": word.wrong, "right": word.right, "reason": word.reason}
    record("publishing.add_word", agency, by=permit, at=now, organ=agency.code, after=said)
    return word


@transaction.atomic
def remove_word(*, word: OrganWord, by: User, now: datetime) -> None:
    """Take a word off the organ's list."""
    permit = require(by, "publishing.set_up", word.agency)
    said = {"wrong": word.wrong, "right": word.right, "reason": word.reason}
    code = word.agency.code
    record("publishing.remove_word", word.agency, by=permit, at=now, organ=code, before=said)
    word.delete()

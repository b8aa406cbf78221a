"""写明理由，让发布前检查的一个问题不挡签发"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.paperwork.personal_data import mask
from gongkai.publishing.actions.moving import locked, require_second_person
from gongkai.publishing.checks import Finding, findings, subject_of
from gongkai.publishing.models import FindingOverride, Item

SHORTEST, LONGEST = 4, 500
UNDER_REVIEW = {"in_review", "to_sign"}


@transaction.atomic
def override_finding(
    *, item: Item, check: str, mark: str, reason: str, by: User, now: datetime
) -> FindingOverride:
    """Let one finding of the text under review stand (《条例》第十七条第二款). Never by who wrote it; a new version is looked at anew."""
    here = locked(item)
    permit = require(by, "publishing.override", here.agency)
    said = " ".join(reason.replace("\0", "").split())
    if here.state not in UNDER_REVIEW or here.draft is None:
        raise Refusal("只有正在审核、等待签发的信息可以这样办", cite=Cite("条例", 17, 2))
    require_second_person(here, by)
    if not SHORTEST <= len(said) <= LONGEST:
        raise Refusal(f"请写明为什么可以公开，{SHORTEST} 到 {LONGEST} 个字")
    finding = finding_of(here, check, mark, now)
    kept, _ = FindingOverride.objects.update_or_create(
        version=here.draft,
        check_key=check,
        mark=mark,
        defaults={
            "said": _said(finding),
            "reason": said,
            "by_id": by.pk,
            "by": by.name,
            "post": permit.post,
            "at": now,
        },
    )
    record(
        "publishing.override",
        here,
        by=permit,
        at=now,
        organ=here.agency.code,
        after={"check": check, "mark": mark, "said": kept.said, "number": here.draft.number},
        reason=said,
    )
    return kept


def finding_of(item: Item, check: str, mark: str, now: datetime) -> Finding:
    """The finding of the draft by its mark; Refusal where there is none any more."""
    found = findings(subject_of(item, item.draft, now)) if item.draft else []
    for each in found:
        if (each.check, each.mark) == (check, mark):
            return each
    raise Refusal("这个问题现在已经没有了", next_step="回到这条信息，看看还有哪些问题")


def _said(finding: Finding) -> str:
    """What is kept of the finding: the place and the kind, not the value."""
    return mask(finding.message)[:300]

"""What a page shows of the checks before release; several pages show it."""

from typing import Any

from django.http import HttpRequest
from django.urls import reverse

from gongkai.common.permissions import allowed
from gongkai.publishing.actions.overrides import UNDER_REVIEW
from gongkai.publishing.checks import findings, subject_of
from gongkai.publishing.models import Item
from gongkai.publishing.queries import has_hand_in


def checks_of(request: HttpRequest, item: Item) -> dict[str, Any]:
    """What a page shows of the checks of a draft: groups of findings, what was let stand, what this person may do about it."""
    if item.draft is None or item.is_elsewhere:
        return {}
    found = findings(subject_of(item, item.draft, request.now))
    let = {(row.check_key, row.mark): row for row in item.draft.overrides.all()}
    rows = [(each, let.get((each.check, each.mark))) for each in found]
    may_let = item.state in UNDER_REVIEW and allowed(request.user, "publishing.override", item.agency)  # fmt: skip
    return {
        "blocking": [row for row in rows if row[0].is_blocking],
        "warnings": [row for row in rows if not row[0].is_blocking],
        "open": sum(1 for each, kept in rows if each.is_blocking and kept is None),
        "may_fix": item.state == "draft" and allowed(request.user, "publishing.edit", item.agency),
        "may_let": may_let and not has_hand_in(item, request.user),
        "page": reverse("publishing:item", args=(item.pk,)),
    }

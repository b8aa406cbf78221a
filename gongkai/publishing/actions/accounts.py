"""保存预算、决算的表格，连同它的公开期限"""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.files.models import StoredFile
from gongkai.law.open_accounts import accounts_scope
from gongkai.publishing.actions.moving import locked
from gongkai.publishing.actions.presentations import with_data
from gongkai.publishing.actions.save_draft import save_draft
from gongkai.publishing.actions.texts import text_of
from gongkai.publishing.facts import Facts
from gongkai.publishing.models import Item
from gongkai.publishing.presentations import Data
from gongkai.publishing.presentations.accounts_data import approved_on

BUDGETS = "budgets_and_accounts"


@transaction.atomic
def save_accounts(
    *,
    item: Item,
    data: Data,
    seen_version: int,
    by: User,
    now: datetime,
    date_reason: str = "",
    added: Iterable[StoredFile] = (),
    titles: Mapping[str, str] | None = None,
) -> Item:
    """Keep the tables of the draft; the days for publication run from the approval (《预算法》第十四条). Conflict as ``save_draft``.

    ``date_reason`` is needed where the day of approval differs from what was handed in before.
    """
    here = locked(item)
    require(by, "publishing.edit", here.agency)
    if here.draft is None or here.draft.presentation != "accounts":
        raise Refusal("这条信息已经换成别的形式", next_step="回到这条信息，看看它现在的形式")
    text = with_data(text_of(here.draft), here, data, added, titles or {})
    timed = replace(text, facts=with_limit(text.facts, data))
    return save_draft(
        item=here, seen_version=seen_version, text=timed, by=by, now=now, date_reason=date_reason
    )


def with_limit(facts: Facts, data: Data) -> Facts:
    """The facts with the limit of these accounts, the day it runs from, and what they fulfil of the catalogue."""
    keys = dict.fromkeys((*facts.catalogue_keys, BUDGETS))
    scope = accounts_scope(data.get("scope") or "department")
    return replace(
        facts,
        genre=facts.genre or "budget_report",
        catalogue_keys=tuple(keys),
        limit_key=scope.limit_key,
        counted_from=approved_on(data),
        made_on=facts.made_on or approved_on(data),
    )

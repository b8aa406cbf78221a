"""起草"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.publishing.actions.texts import Text, checked, new_version
from gongkai.publishing.models import Column, Item


@transaction.atomic
def create_draft(*, column: Column, text: Text, by: User, now: datetime) -> Item:
    """A new item in a column, as a draft. Refusal for the column of annual reports, which have their own procedure."""
    permit = require(by, "publishing.edit", column.agency)
    if column.fixed and column.key == "reports":
        raise Refusal("年度报告在“年报”中编制、签发", cite=Cite("条例", 49))
    if column.closed_on:
        raise Refusal(f"栏目“{column.title}”已经停止，请换一个栏目")
    tidy = checked(text)
    item = Item.objects.create(
        agency=column.agency, column=column, title=tidy.title, changed_at=now
    )
    item.draft = new_version(item, tidy, start=None, by=by, now=now)
    item.save()
    record(
        "publishing.create_draft",
        item,
        by=permit,
        at=now,
        organ=column.agency.code,
        after={"title": tidy.title, "column": column.key},
    )
    return item

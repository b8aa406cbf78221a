"""All organs of a checked table at once, or none."""

from datetime import datetime

from django.db import transaction

from gongkai.agencies.actions.create import enter
from gongkai.agencies.models import Agency
from gongkai.agencies.tables.checking import check_table
from gongkai.agencies.tables.reading import Rows
from gongkai.common.permissions import Actor, agencies_for, require
from gongkai.common.refusals import Refusal


@transaction.atomic
def import_table(*, rows: Rows, by: Actor, now: datetime) -> list[Agency]:
    """Set up the organs of the table; checked once more, since others may have changed the tree meanwhile."""
    permit = require(by, "agencies.import")
    checked = check_table(rows, agencies_for(by, "agencies.import"))
    if checked.errors:
        first = checked.errors[0]
        raise Refusal(
            f"第 {first.line} 行“{first.column}”：{first.why}",
            next_step="改好后重新上传，没有导入任何一行",
        )
    made = []
    for line in (line for line in checked.lines if not line.known):
        parent = Agency.objects.get(code=line.parent)
        made.append(enter(facts=line.facts, parent=parent, permit=permit, now=now))
    return made

"""设置全国统一的栏目"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit, require
from gongkai.law.columns import NationalColumn, column, columns_on
from gongkai.publishing.models import Column


@transaction.atomic
def set_up_columns(*, agency: Agency, by: User, now: datetime) -> list[Column]:
    """The national columns of an organ, made where they are missing (《平台规范通知》); asking again changes nothing."""
    permit = require(by, "publishing.set_up", agency)
    return enter_columns(agency, permit, now)


def enter_columns(agency: Agency, permit: Permit, now: datetime) -> list[Column]:
    """The same for callers that have asked for the permit, such as the setting up of an organ."""
    made = [kept for row in columns_on(law_day(now)) for kept, new in (_kept(agency, row),) if new]
    if made:
        record(
            "publishing.set_up",
            agency,
            by=permit,
            at=now,
            organ=agency.code,
            after={"columns": [each.key for each in made]},
        )
    return list(agency.columns.filter(fixed=True))


def national_column(agency: Agency, key: str) -> Column:
    """The organ's column of that national key, made if nobody did; KeyError for a key the law does not know."""
    return _kept(agency, column(key))[0]


def _kept(agency: Agency, row: NationalColumn) -> tuple[Column, bool]:
    """The column for a row of the law, and whether it is new."""
    order = [each.key for each in columns_on(row.in_force.since)].index(row.key)
    return Column.objects.get_or_create(
        agency=agency,
        key=row.key,
        defaults={"title": row.title, "fixed": True, "order": order},
    )

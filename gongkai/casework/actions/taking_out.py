"""导出申请列表"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.common.permissions import agencies_for, require


@transaction.atomic
def take_out_list(*, rows: int, query: str, by: User, now: datetime) -> None:
    """Journal that a list of requests left the system: how many rows, by which filters; in the chain of the person's organ."""
    reach = Agency.objects.filter(pk__in=agencies_for(by, "casework.view")).order_by("pk")
    organ = reach.filter(pk=by.agency_id).first() or reach.first()
    permit = require(by, "casework.view", organ)
    after = {"rows": rows, "filters": query[:300]}
    record("casework.take_out", organ, by=permit, at=now, organ=organ.code, after=after)

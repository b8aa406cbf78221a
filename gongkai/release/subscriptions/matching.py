"""What is new for a question: public items that became public on the days asked for, newest first. Withdrawn ones are none."""

from datetime import date

from django.db.models import QuerySet

from gongkai.agencies.models import Agency
from gongkai.release import queries
from gongkai.release.models import PublicDocument
from gongkai.release.projection import KIND_OF_COLUMN
from gongkai.release.search.looking import among, words_of
from gongkai.release.subscriptions.models import FirstCopy, Subscription


def new_documents(since: date, until: date) -> QuerySet[PublicDocument]:
    """Public since a day in the period; what stood on an old website before is not new."""
    first = FirstCopy.objects.filter(day__gte=since, day__lt=until).values("item_id")
    found = queries.documents().filter(item_id__in=first, old_site="")
    return found.order_by("-first_published_at", "-pk")


def matching(subscription: Subscription, since: date, until: date) -> list[int]:
    """The numbers of the items that are new for the question of a subscription."""
    new = new_documents(since, until)
    if subscription.kind == "search":
        return _searched(subscription, new)
    mine = new.filter(agency=subscription.agency_id)
    if subscription.kind == "column":
        mine = _in_column(subscription.agency, subscription.asked["key"], mine)
    return list(mine.values_list("item_id", flat=True))


def _searched(subscription: Subscription, new: QuerySet[PublicDocument]) -> list[int]:
    items = list(new.values_list("item_id", flat=True))
    asked = subscription.asked
    found = among(words_of(asked["words"]), asked["facts"], items)
    return [item for item in items if item in found]


def _in_column(agency: Agency, key: str, new: QuerySet[PublicDocument]) -> QuerySet[PublicDocument]:
    """Those of a national column by kind, those of an own column with all below it."""
    here = queries.column(agency, key)
    if here is None:
        return new.filter(kind=KIND_OF_COLUMN.get(key, "content"))
    keys = queries.inside(queries.columns_below(agency, here.national), key)
    return new.filter(column_key__in=keys)

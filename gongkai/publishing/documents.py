"""What 表二 counts by item 1 of art. 20: rules and normative documents issued, repealed and in force. Reads only.

Counted are texts that are public; those that lack what is needed to count them, or are not public yet, are listed apart.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from datetime import date

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, TextField
from django.db.models.functions import Cast

from gongkai.agencies.models import Agency
from gongkai.law.rule_kinds import RULE_KINDS
from gongkai.law.validity import VALIDITIES
from gongkai.publishing.aftercare import POLICY
from gongkai.publishing.models import Item, ItemVersion

LINES: Mapping[str, str] = {row.key: row.line for row in RULE_KINDS if row.line}
"""By the kind of document, its line of 表二."""
PARTS = ("issued", "repealed", "in_force")
ENDED = tuple(row.key for row in VALIDITIES if not row.in_effect)
Counts = Counter[tuple[str, str]]
OWN = Q(published__lead=True, published__origin="made")
"""Public, and made by this organ alone or as the leading one; what it obtained from another organ is that one's to count."""
COUNTABLE = OWN & Q(published__rule_kind__in=LINES, published__made_on__isnull=False)
"""Of these, what is of a kind that is counted, and has its day."""


def _parts(first: date, last: date) -> dict[str, Q]:
    """By the part of a line, which documents it counts."""
    by_then = Q(validity_since__isnull=True) | Q(validity_since__lte=last)
    over = Q(validity__in=ENDED) & by_then | Q(published__ends_on__lt=last)
    return {
        "issued": Q(published__made_on__gte=first, published__made_on__lte=last),
        "repealed": Q(validity="repealed", validity_since__gte=first, validity_since__lte=last),
        "in_force": Q(published__made_on__lte=last) & ~over,
    }


def _span(year: int, as_of: date | None) -> tuple[date, date]:
    last = date(year, 12, 31)
    return date(year, 1, 1), min(as_of or last, last)


def document_counts(
    organs: Iterable[int] | None, year: int, as_of: date | None = None
) -> dict[int, Counts]:
    """What is not nought, by organ, line and part: one query for any number of organs, None for all there are."""
    found = Item.objects.filter(COUNTABLE)
    if organs is not None:
        found = found.filter(agency__in=organs)
    parts = _parts(*_span(year, as_of))
    numbers = {part: Count("pk", filter=wanted) for part, wanted in parts.items()}
    rows = found.values("agency", "published__rule_kind").annotate(**numbers).order_by()
    tables: defaultdict[int, Counts] = defaultdict(Counter)
    for row in rows:
        for part in PARTS:
            tables[row["agency"]][LINES[row["published__rule_kind"]], part] += row[part]
    return tables


def documents_of(
    agency: Agency, year: int, line: str, part: str, as_of: date | None = None
) -> QuerySet[Item]:
    """The documents behind a cell; raises KeyError for a part that is none."""
    kinds = [kind for kind, its_line in LINES.items() if its_line == line]
    wanted = _parts(*_span(year, as_of))[part]
    found = Item.objects.filter(COUNTABLE, wanted, agency=agency, published__rule_kind__in=kinds)
    return found.select_related("published").order_by("published__made_on", "pk")


def documents_counted(agency: Agency, year: int, as_of: date | None = None) -> QuerySet[Item]:
    """Every document that stands in some cell of the year."""
    parts = _parts(*_span(year, as_of))
    some = parts["issued"] | parts["repealed"] | parts["in_force"]
    return (
        Item.objects.filter(COUNTABLE, some, agency=agency)
        .select_related("published")
        .order_by("pk")
    )


def without_kind(agency: Agency, year: int, as_of: date | None = None) -> QuerySet[Item]:
    """Public texts filed under the rules and normative documents of which nobody has said what they are.

    Those that were made after the year are no matter of it.
    """
    _, last = _span(year, as_of)
    keys = Cast("published__catalogue_keys", TextField())
    public = Item.objects.filter(OWN, agency=agency, published__rule_kind="")
    public = public.exclude(published__made_on__gt=last)
    public = public.exclude(published__genre="interpretation")
    return public.annotate(keys=keys).filter(keys__contains=f'"{POLICY}"').order_by("pk")


def without_day(agency: Agency) -> QuerySet[Item]:
    """Public documents of a kind that is counted, without the day on which they were made."""
    found = Item.objects.filter(OWN, agency=agency, published__rule_kind__in=LINES)
    return found.filter(published__made_on__isnull=True).order_by("pk")


def without_end(agency: Agency) -> QuerySet[Item]:
    """Public documents that were repealed on a day that nobody has said: counted in no year as repealed."""
    found = Item.objects.filter(OWN, agency=agency, published__rule_kind__in=LINES)
    return found.filter(validity="repealed", validity_since__isnull=True).order_by("pk")


def taken_down(agency: Agency, year: int, as_of: date | None = None) -> QuerySet[Item]:
    """Documents of earlier years that were public, are in effect as far as is known, and no longer public: not in force by the count."""
    first, _ = _span(year, as_of)
    found = _newest_of_counted_kind(agency).filter(made_on__lt=first)
    down = Item.objects.filter(pk__in=found.values("item"), first_published_at__isnull=False)
    return down.exclude(validity__in=ENDED).order_by("pk")


def _newest_of_counted_kind(agency: Agency) -> QuerySet[ItemVersion]:
    """The newest versions of items that are not public, as far as they are documents of this organ that are counted."""
    newer = ItemVersion.objects.filter(item=OuterRef("item"), number__gt=OuterRef("number"))
    made = ItemVersion.objects.filter(rule_kind__in=LINES, lead=True, origin="made")
    return made.filter(item__agency=agency, item__published=None).exclude(Exists(newer))


def not_public(agency: Agency, year: int, as_of: date | None = None) -> QuerySet[Item]:
    """Documents of a kind that is counted, made in the year and not public: still in work, taken down, or kept back.

    What the newest version says holds.
    """
    first, last = _span(year, as_of)
    found = _newest_of_counted_kind(agency).filter(made_on__gte=first, made_on__lte=last)
    return Item.objects.filter(pk__in=found.values("item")).order_by("pk")

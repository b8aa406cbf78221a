"""Published items that may answer a request already (art. 36 item 1): by what they are called, shown with a figure, decided by a person."""

from dataclasses import dataclass
from functools import reduce
from operator import add

from django.db.models import BooleanField, ExpressionWrapper, Q, QuerySet, Value, When
from django.db.models import Case as CaseWhen
from django.db.models.expressions import Combinable

from gongkai.casework.likeness import covered, signs_of
from gongkai.casework.models import Case
from gongkai.publishing.models import Item

LIKELY = 0.5
"""From this share of what is asked for on, a title is shown."""
MOST_LOOKED_AT = 50
MOST_SHOWN = 5
MOST_FOUND = 20
_RUN, _MOST_RUNS = 3, 12


@dataclass(frozen=True, slots=True)
class Suggested:
    """One item; ``share``: how much of what is asked for its title names, 0 to 1."""

    item: Item
    share: float

    @property
    def per_cent(self) -> int:
        """0 to 100."""
        return round(100 * self.share)


def suggested(case: Case) -> list[Suggested]:
    """What the organ of the case has published under nearly this name, the nearest first. One query, a few dozen titles.

    The database counts which runs of signs a title shares, so that common words of many titles do not crowd out the one that fits.
    """
    runs = _runs(case.title)
    if not runs:
        return []
    named = Q()
    for run in runs:
        named |= Q(title__icontains=run)
    own = _public().filter(named, agency=case.agency_id)
    rows = own.annotate(sharing=_sharing(runs)).order_by("-sharing", "-first_published_at", "-pk")
    found = [Suggested(item, covered(case.title, item.title)) for item in rows[:MOST_LOOKED_AT]]
    near = (each for each in found if each.share >= LIKELY)
    return sorted(near, key=lambda each: (-each.share, -each.item.pk))[:MOST_SHOWN]


def _runs(title: str) -> list[str]:
    """Runs of signs all along a title, not more than a dozen; none for a title too short."""
    signs = "".join(signs_of(title))
    places = range(max(len(signs) - _RUN + 1, 0))
    step = len(places) // _MOST_RUNS + 1
    return [signs[place : place + _RUN] for place in places[::step]]


def _sharing(runs: list[str]) -> Combinable:
    """How many of the runs a title has."""
    counts = [When(title__icontains=run, then=1) for run in runs]
    return reduce(add, (CaseWhen(each, default=0) for each in counts), Value(0))


def found(case: Case, words: str) -> list[Item]:
    """Published items of any organ with all these words in the title; those of the case's own first."""
    wanted = words.replace("\0", "").split()[:8]
    rows = _public()
    for word in wanted:
        rows = rows.filter(title__icontains=word)
    own = ExpressionWrapper(Q(agency=case.agency_id), BooleanField())
    ordered = rows.annotate(own=own).order_by("-own", "-first_published_at", "-pk")
    return list(ordered[:MOST_FOUND]) if wanted else []


def _public() -> QuerySet[Item]:
    return Item.objects.filter(published__isnull=False).select_related("agency", "column")

"""What is to be known of a batch from an old website as a whole: which columns stay behind, where texts were found, how days are known."""

from collections import Counter
from dataclasses import dataclass

from gongkai.publishing.models import Batch, OldColumn
from gongkai.publishing.old_site.surroundings import most_used_first

MOST_PLACES = 8


@dataclass(frozen=True, slots=True)
class About:
    """``left_out``: old columns and their lines; ``places``: where texts were found and how often, the most frequent first.

    ``by_inventory``: how many days of publication the inventory alone says, ``against``: how many against the page;
    ``unknown``: how many nobody knows.
    """

    left_out: tuple[tuple[str, int], ...]
    places: tuple[tuple[str, int], ...]
    by_inventory: int
    against: int
    unknown: int


def about_old_site(batch: Batch) -> About:
    """The summary of its lines."""
    stays = OldColumn.objects.filter(
        agency=batch.agency, column=None, name__in=list(batch.old_columns)
    )
    names = set(stays.values_list("name", flat=True))
    places: Counter[str] = Counter()
    known: Counter[str] = Counter()
    for place, known_by in batch.rows.values_list("entry__found_at", "entry__day_by"):
        places[place or ""] += 1
        known[known_by or ""] += 1
    in_order = most_used_first(batch.old_columns)
    return About(
        tuple((name, number) for name, number in in_order.items() if name in names),
        tuple(places.most_common(MOST_PLACES)),
        known["inventory"],
        known["against"],
        known[""],
    )

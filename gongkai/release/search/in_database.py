"""The database as the engine: it looks into the public copies themselves, so it is never behind and has nothing to keep.

On PostgreSQL an index of pairs of signs says which copies to look into; elsewhere every copy is looked into, which is for
the time that the embedded index is being built.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from django.db.models import Case, Count, IntegerField, Q, QuerySet, Sum, Value, When
from django.db.models.functions import ExtractYear

from gongkai.common.clock import LAW_ZONE
from gongkai.release.models import PublicDocument
from gongkai.release.search import pair_index
from gongkai.release.search.question import (
    FACTS,
    Answer,
    Changes,
    Entry,
    Facts,
    Held,
    Question,
    Word,
)

_FIELDS = {
    "agency": "agency_id",
    "column": "kind",
    "genre": "genre",
    "year": "year_of_publishing",
    "validity": "validity",
}


class DatabaseEngine:
    """Answers by SQL."""

    def find(self, question: Question) -> Answer:
        """Answer."""
        found = self._holding(question.words)
        counts = {name: _counted(found, name, question.facts) for name in FACTS}
        kept = _narrowed(found, question.facts)
        page = kept.order_by(*_order(question))[question.first : question.first + question.most]
        return Answer(tuple(page.values_list("item_id", flat=True)), kept.count(), counts)

    def among(self, words: tuple[Word, ...], facts: Facts, items: Sequence[int]) -> set[int]:
        """Those of a few items that hold every word and have the facts, looked into one by one."""
        some = _narrowed(self._holding(words), facts).filter(item_id__in=items)
        return set(some.values_list("item_id", flat=True))

    def titles_like(self, word: str, sounds: str, most: int) -> list[int]:  # noqa: ARG002 - the database hears nothing
        """The newest items whose titles share a pair of signs with a word, as typed."""
        pairs = {word[place : place + 2] for place in range(len(word) - 1)}
        alike = Q(pk__in=())
        for pair in pairs:
            alike |= Q(title__icontains=pair)
        found = PublicDocument.objects.filter(alike).order_by("-published_at")
        return list(found.values_list("item_id", flat=True)[:most])

    def stamp_of(self, item: int) -> int | None:
        """The stamp of the public copy itself."""
        return PublicDocument.objects.filter(item_id=item).values_list("stamp", flat=True).first()

    def held(self) -> Held:
        """What is public is what is held."""
        return recorded()

    def renew(self, changes: Callable[[], Changes]) -> None:
        """Nothing to do: the database keeps its index in the transaction of each change."""

    def rebuild(
        self,
        entries: Iterator[Entry],  # noqa: ARG002 - the copies are there already
        catch_up: Callable[[Mapping[int, int]], Changes],  # noqa: ARG002
    ) -> int:
        """Make the index of pairs anew; without PostgreSQL there is none."""
        pair_index.build()
        return self.held().documents

    def holds_deleted(self) -> bool:
        """What is deleted is the database's affair."""
        return False

    def _holding(self, words: tuple[Word, ...]) -> QuerySet[PublicDocument]:
        """The copies that hold every word."""
        found = PublicDocument.objects.annotate(
            year_of_publishing=ExtractYear("published_at", tzinfo=LAW_ZONE)
        )
        indexed = pair_index.is_built()
        for word in words:
            forms = Q(pk__in=())
            for form in word.forms:
                held = Q(search_text__contains=form)
                forms |= pair_index.candidates(form) & held if indexed else held
            found = found.filter(forms)
        return found


def recorded() -> Held:
    """What an index must hold."""
    found: dict[str, Any] = PublicDocument.objects.aggregate(
        number=Count("pk"), stamps=Sum("stamp")
    )
    return Held(found["number"], int(found["stamps"] or 0))


def _narrowed(found: QuerySet[PublicDocument], facts: Facts) -> QuerySet[PublicDocument]:
    return found.filter(**{_FIELDS[name]: value for name, value in facts.items()})


def _counted(found: QuerySet[PublicDocument], name: str, facts: Facts) -> Counter[str]:
    """How many there are of each value of a fact, were it not chosen."""
    others = {other: value for other, value in facts.items() if other != name}
    rows = _narrowed(found, others).order_by().values(_FIELDS[name]).annotate(number=Count("pk"))
    return Counter({str(row[_FIELDS[name]]): row["number"] for row in rows})


def _order(question: Question) -> tuple[Any, ...]:
    """Newest first; or first those whose title or number holds every word as typed."""
    newest = ("-published_at", "-pk")
    if question.newest:
        return newest
    title, number = Q(), Q()
    for word in question.words:
        title &= Q(title__icontains=word.text)
        number &= Q(document_number__icontains=word.text)
    place = Case(
        When(title, then=Value(0)),
        When(number, then=Value(1)),
        default=Value(2),
        output_field=IntegerField(),
    )
    return (place, *newest)

"""One committed state of the index: what is read from it for every question, and what all its documents have in common."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

import tantivy

from gongkai.release.search.embedded.fields import value
from gongkai.release.search.question import FACTS, Facts

MOST_VALUES = 5_000
Addresses = list[tantivy.DocAddress]


@dataclass(frozen=True, slots=True)
class Snapshot:
    """A searcher, and the facts that all documents of it have."""

    searcher: tantivy.Searcher
    shared: Facts

    def best(self, query: tantivy.Query, first: int, most: int) -> Addresses:
        """The documents of one page, in the order that the query gives them."""
        return _addresses(self.searcher.search(query, most, count=False, offset=first))

    def newest(self, query: tantivy.Query, first: int, most: int) -> Addresses:
        """The documents of one page, newest first."""
        found = self.searcher.search(
            query, most, count=False, offset=first, order_by_field="published"
        )
        return _addresses(found)

    def count(self, query: tantivy.Query) -> int:
        """How many documents answer a query."""
        return int(self.searcher.search(query, 1, count=True).count)

    def numbers(self, field: str, addresses: Addresses) -> list[int]:
        """The numbers that documents have in a field."""
        return [number or 0 for number in self.searcher.fast_field_values(field, addresses)]

    def values(
        self, query: tantivy.Query, names: Iterable[str], times: int = 1
    ) -> dict[str, Counter[str]]:
        """How many documents have each value, for some facts; ``times`` as many, where the query takes a slice."""
        asked = {name: {"terms": {"field": name, "size": MOST_VALUES}} for name in names}
        found = self.searcher.aggregate(query, asked) if asked else {}
        return {
            name: Counter(
                {
                    value(name, int(row["key"])): row["doc_count"] * times
                    for row in found[name]["buckets"]
                }
            )
            for name in asked
        }

    def narrowing(self, facts: Facts) -> Facts:
        """Those of the facts that take something away: a fact that all documents share is no filter."""
        return {name: said for name, said in facts.items() if self.shared.get(name) != said}


def taken(searcher: tantivy.Searcher) -> Snapshot:
    """The present state."""
    values = Snapshot(searcher, {}).values(tantivy.Query.all_query(), FACTS)
    return Snapshot(
        searcher, {name: next(iter(found)) for name, found in values.items() if len(found) == 1}
    )


def _addresses(found: tantivy.SearchResult) -> Addresses:
    return [address for _, address in found.hits]

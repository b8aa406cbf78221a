"""Lists, said once: columns, filters, order → a page that is filtered, sorted, paged, exported and worked on in bulk.

A view declares a ``Listing`` at module level and answers ``listing.answer(request, queryset, title=…)``; everything works
without scripts, the state of the list is its address.
"""

from gongkai.common.listing.bulk import BulkAct, done_in_bulk
from gongkai.common.listing.declared import Column, Filter, by_choice, by_day, by_words
from gongkai.common.listing.shown import Listing

__all__ = [
    "BulkAct",
    "Column",
    "Filter",
    "Listing",
    "by_choice",
    "by_day",
    "by_words",
    "done_in_bulk",
]

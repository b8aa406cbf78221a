"""What was read at once for a batch of pages. Not here: sites kept between readers' pages (``site``)."""

from dataclasses import dataclass, field
from datetime import datetime

from django.http import HttpRequest

from gongkai.common.clock import law_day
from gongkai.release import queries
from gongkai.release.models import PublicDocument
from gongkai.website.site import Site, find_site


@dataclass(slots=True)
class Batch:
    """What was read for the pages of one batch: sites as they are asked for, documents read ahead by their numbers."""

    now: datetime
    sites: dict[str | None, Site | None] = field(default_factory=dict)
    documents: dict[int, PublicDocument] = field(default_factory=dict)

    def find(self, code: str | None) -> Site | None:
        """The site of the organ with that code, or the main one."""
        if code not in self.sites:
            self.sites[code] = find_site(code, law_day(self.now))
        return self.sites[code]

    def read_ahead(self, numbers: set[int]) -> None:
        """Read the documents of these items in one query."""
        self.documents = {each.item_id: each for each in queries.documents_with_texts(numbers)}


def document_of_page(request: HttpRequest, number: int) -> PublicDocument | None:
    """The document of an item, with its text; None where it is not public."""
    batch: Batch | None = getattr(request, "batch", None)
    ahead = batch.documents.get(number) if batch else None
    return ahead or queries.document(number)

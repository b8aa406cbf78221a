"""The page's own search: from what was typed to hits with marked passages and the counts of every filter."""

import os
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter, process_time
from typing import Any

from bench.search.corpus import Notice
from bench.search.questions import Asked
from gongkai.common.clock import law_month
from gongkai.release.words import folded

SEVERAL = 1_000


class Ours:
    """gongkai: tantivy over pairs of signs, documents in SQLite."""

    name = "gongkai"

    def __init__(self, home: Path, agencies: int) -> None:
        os.environ |= {"GONGKAI_HOME": str(home), "GONGKAI_DATABASE_URL": "", "GONGKAI_SEARCH": ""}
        from gongkai.config.framework import bring_up

        bring_up()
        from django.core.management import call_command

        call_command("migrate", verbosity=0)
        self.home = home
        self.agencies = [self._agency(n) for n in range(agencies)]
        self.cpu = 0.0

    def _agency(self, number: int) -> Any:
        from gongkai.agencies.models import Agency

        fields = {field.name for field in Agency._meta.get_fields()}
        made = {
            "code": f"B{number:03}",
            "name": f"第{number}镇人民政府",
            "kind": "township_government",
            "since": "2019-01-01",
            "has_site": True,
        }
        return Agency.objects.create(
            **{name: value for name, value in made.items() if name in fields}
        )

    def fill(self, notices: list[Notice]) -> float:
        """Copy the documents, then build the index; returns the seconds of the index alone."""
        from django.db import transaction

        from gongkai.release.models import PublicDocument
        from gongkai.release.search.engines import engine
        from gongkai.release.search.entries import entries

        with transaction.atomic():
            PublicDocument.objects.bulk_create(self.copies(notices), batch_size=SEVERAL)
        begun, spent = perf_counter(), process_time()
        engine().rebuild(entries(), lambda _built: ((), ()))
        self.cpu = process_time() - spent
        return perf_counter() - begun

    def copies(self, notices: list[Notice]) -> Iterator[Any]:
        """The public copies of these notices."""
        from gongkai.release.models import PublicDocument

        for each in notices:
            yield PublicDocument(
                agency=self.agencies[each.agency], agency_name=self.agencies[each.agency].name, kind=each.kind,
                column_key=each.kind, item_id=each.item, item_version=1, title=each.title, document_number=each.number,
                body="".join(f"<p>{line}</p>" for line in each.text.split("\n")), genre=each.genre, validity=each.validity,
                first_published_at=each.published, published_at=each.published, month=law_month(each.published), path=f"items/{each.item}/",
                search_text=folded(each.whole), passage_text=each.text.replace("\n", " "), stamp=each.item,
            )  # fmt: skip

    def size(self) -> int:
        """Bytes of the index."""
        return sum(
            path.stat().st_size for path in (self.home / "search").rglob("*") if path.is_file()
        )

    def held(self, asked: Asked) -> int:
        """How many documents the index holds for the words, counted one by one."""
        from gongkai.release.search.embedded import asking
        from gongkai.release.search.embedded.fields import opened
        from gongkai.release.search.engines import engine
        from gongkai.release.search.question import Word

        searcher = opened(str(engine().folder.current())).searcher()
        query = asking.holding([Word(word) for word in asked.words])
        return int(searcher.search(query, 1, count=True).count)

    def answer(self, asked: Asked) -> list[str]:
        """The whole page's query; returns the titles shown."""
        from django.http import QueryDict

        from gongkai.website.search import choices, codes_of, found_by, hit, query_of

        query = query_of(QueryDict(f"q={asked.typed}&order={'newest' if asked.newest else ''}"))
        found, _ = found_by(query, query.facts)
        choices(query, found)
        site = Site(self.agencies[0])
        codes = codes_of(found, site)
        return [
            "".join(piece.text for piece in hit(each, query, site, codes).text)
            for each in found.documents
        ]


class Site:
    """What a hit asks of the site."""

    root = "/"

    def __init__(self, agency: Any) -> None:
        self.agency = agency

"""What readers must find when work has come to rest: lists, sitemap, feed, pages and search say what the record says, and once.

``python -m bench.proof.shown_checks PORT`` asks the running site and prints what does not hold, with how much was looked at,
as JSON. The index as a whole is held against the record by ``kill_checks``.
"""

import json
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import quote, urljoin, urlsplit

from lxml import etree

from bench.proof.browser import Browser
from bench.proof.visitor import is_whole
from gongkai.config.framework import ready

FEED = 30
"""Entries of a feed."""
MARK = re.compile("[0-9a-f]{12}")
"""A title that holds such a mark is nobody else's."""


@dataclass
class Look:
    """One look at everything that is public."""

    browser: Browser
    seen: Counter[str] = field(default_factory=Counter)

    def problems(self) -> Iterator[str]:
        """What does not hold, organ by organ."""
        from gongkai.agencies.models import Agency

        for agency in Agency.objects.filter(items__isnull=False).distinct():
            root = f"/o/{agency.code}/"
            public = public_of(agency)
            yield from self.sitemap(root, public)
            yield from self.lists(root, public)
            yield from self.feed(root, public)
            yield from self.pages(root, public)
            yield from self.withdrawn(root, agency)
            self.seen["organs"] += 1

    def sitemap(self, root: str, public: list[Any]) -> Iterator[str]:
        """Each public item, and no other."""
        named: list[str] = []
        for part in self.named(f"{root}sitemap.xml"):
            named += self.named(urlsplit(part).path)
        yield from differing(f"{root}sitemap.xml", public, inside(root, named))

    def named(self, address: str) -> list[str]:
        """The addresses in a list for crawlers."""
        body = etree.fromstring(self.browser.get(address).body)
        return [str(each) for each in body.xpath("//*[local-name()='loc']/text()")]

    def lists(self, root: str, public: list[Any]) -> Iterator[str]:
        """The list of what must be published: its one page, or all pages of its months."""
        first = f"{root}content/"
        months = self.browser.get(first).page.xpath("//*[@class='months']//a/@href")
        found: list[str] = []
        for address in months or [first]:
            found += self.listed(root, urljoin(first, address))
        content = [row for row in public if row.kind == "content"]
        yield from differing(f"{root}content/", content, found)

    def listed(self, root: str, address: str) -> list[str]:
        """What a page lists, and those after it."""
        found: list[str] = []
        while address:
            answer = self.browser.get(address)
            found += inside(root, answer.page.xpath("//main//a/@href"))
            following = answer.page.xpath("//a[@rel='next']/@href")
            address = urljoin(address, following[0]) if following else ""
        return found

    def feed(self, root: str, public: list[Any]) -> Iterator[str]:
        """The newest ones."""
        named = etree.fromstring(self.browser.get(f"{root}feed.xml").body).xpath(
            "//*[local-name()='entry']/*[local-name()='id']/text()"
        )
        yield from differing(f"{root}feed.xml", public[:FEED], inside(root, named))

    def pages(self, root: str, public: list[Any]) -> Iterator[str]:
        """Each item whole under its address; found by its title, alone where no other has it."""
        for row in public:
            answer = self.browser.get(root + row.path)
            self.seen["pages"] += 1
            if (
                answer.status != 200
                or not is_whole(answer)
                or row.title not in answer.body.decode()
            ):
                yield f"{answer.path}: {answer.status}, {len(answer.body)} bytes, title missing"
            if MARK.search(row.title) and self.found(root, row.title) != [row.path]:
                yield f"{root}search: {row.title}: {self.found(root, row.title)}"

    def withdrawn(self, root: str, agency: Any) -> Iterator[str]:
        """Of what was withdrawn, the note and nothing else."""
        for item in agency.items.exclude(withdrawn_at=None):
            answer = self.browser.get(f"{root}items/{item.pk}/")
            self.seen["withdrawn"] += 1
            if answer.status != 410 or item.withdrawal_note not in answer.body.decode():
                yield f"{answer.path}: {answer.status} for a withdrawn item"
            if found := self.found(root, item.title):
                yield f"{root}search: {item.title} was withdrawn and is found: {found}"

    def found(self, root: str, title: str) -> list[str]:
        """Where a search for a title leads."""
        self.seen["searches"] += 1
        answer = self.browser.get(f"{root}search?q={quote(title)}")
        return inside(root, answer.page.xpath("//main//li//a/@href"))


def public_of(agency: Any) -> list[Any]:
    """The public copies of an organ's items, newest first; that they are those of the record is seen by ``kill_checks``."""
    from gongkai.release.queries import documents

    return list(documents([agency.pk]))


def inside(root: str, addresses: list[str]) -> list[str]:
    """Those that lead to items and reports below the root, as paths below it."""
    paths = [urlsplit(address).path for address in addresses]
    below = [path.removeprefix(root) for path in paths if path.startswith(root)]
    return [path for path in below if path.startswith("items/") or is_report(path)]


def is_report(path: str) -> bool:
    """``reports/2024/``."""
    parts = path.strip("/").split("/")
    return len(parts) == 2 and parts[0] == "reports" and parts[1].isdecimal()


def differing(where: str, public: list[Any], found: list[str]) -> Iterator[str]:
    """What should stand there and does not, what should not, and what stands there twice."""
    wanted, there = {row.path for row in public}, Counter(found)
    if missing := wanted - set(there):
        yield f"{where}: without {sorted(missing)[:5]}, {len(missing)} in all"
    if more := set(there) - wanted:
        yield f"{where}: {sorted(more)[:5]} should not be there, {len(more)} in all"
    if twice := [path for path, number in there.items() if number > 1]:
        yield f"{where}: more than once {twice[:5]}"


def main(arguments: list[str]) -> int:
    """Look once."""
    ready()
    look = Look(Browser(int(arguments[0])))
    found = list(look.problems())
    print(json.dumps({"problems": found, "looked at": dict(look.seen)}, ensure_ascii=False))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

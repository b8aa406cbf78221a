"""A reader of the public site during the proof of kill: every answer is whole and none is an error; what was there stays there.

``python -m bench.proof.visitor CONFIRMED SEED PORT``: reads for ever. Where nobody listens or the line is cut, that is no answer.
"""

import csv
import io
import json
import random
import sys
import time
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from lxml import etree

from bench.proof.browser import Answer, Broken, Browser, Unexpected
from bench.proof.officers import Confirmations

PAUSE = 0.05
"""Seconds between two pages."""
LISTS = (
    "", "guide/", "systems/", "content/", "reports/", "sitemap/", "sitemap.xml", "feed.xml", "reports/feed.xml",
    "search?q=指南", "apply/", "reports/compare/",
)  # fmt: skip


WITHDRAWN = "这条信息已经撤回"
"""What stands at the address of an item that somebody took back after a list was read that names it."""


def visits_of(confirmed: Path) -> Path:
    """Where the reader writes down what was seen, beside what officers had confirmed."""
    return confirmed.with_name("visits")


def is_page(body: bytes) -> bool:
    """A page with its end."""
    return body.rstrip().endswith(b"</html>")


def is_xml(body: bytes) -> bool:
    """A document that can be read to its end."""
    etree.fromstring(body, etree.XMLParser(resolve_entities=False))
    return True


def is_document(body: bytes) -> bool:
    """A DOCX whose members all agree with their sums."""
    return zipfile.ZipFile(io.BytesIO(body)).testzip() is None


def is_pdf(body: bytes) -> bool:
    """A PDF with its end."""
    return body.startswith(b"%PDF-") and body.rstrip().endswith(b"%%EOF")


def is_json(body: bytes) -> bool:
    """A value."""
    return bool(json.loads(body))


def is_table(body: bytes) -> bool:
    """More than one row."""
    return len(list(csv.reader(io.StringIO(body.decode("utf-8-sig"))))) > 1


WHOLE: dict[str, Callable[[bytes], bool]] = {
    "text/html": is_page,
    "application/xml": is_xml,
    "text/xml": is_xml,
    "application/atom+xml": is_xml,
    "application/pdf": is_pdf,
    "application/json": is_json,
    "text/csv": is_table,
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": is_document,
}


def is_whole(answer: Answer) -> bool:
    """Whether what came is all of it, by its own kind. KeyError for a kind that readers never get."""
    try:
        return WHOLE[answer.headers["content-type"].partition(";")[0]](answer.body)
    except (ValueError, etree.XMLSyntaxError, zipfile.BadZipFile):
        return False


@dataclass
class Reader:
    """One reader, who remembers what was found where."""

    browser: Browser
    chance: random.Random
    found: set[str] = field(default_factory=set)

    def look(self, promised: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
        """Open one page of some organ, and what it leads to; gives out what was seen and what was wrong."""
        address = self.chance.choice(list(promised))
        organ = "/".join(address.split("/")[:3]) + "/"
        where = self.chance.choice([address, address, organ + self.chance.choice(LISTS)])
        answer = self.open(where)
        if answer.status == 404 and where == address and address not in self.found:
            yield {"waited": where}
            return
        yield self.judge(answer, promised.get(where, []))
        for further in self.further(answer):
            yield self.judge(self.open(further), [])

    def open(self, where: str) -> Answer:
        """Ask for a page as the browser writes its address."""
        return self.browser.get(where.replace("指南", "%E6%8C%87%E5%8D%97"))

    def judge(self, answer: Answer, marks: list[str]) -> dict[str, Any]:
        """What was seen, or what was wrong with it."""
        if answer.status == 410 and is_whole(answer) and WITHDRAWN in answer.words:
            return {"seen": answer.path}
        if answer.status != 200:
            return {"wrong": f"{answer.path}: {answer.status}"}
        self.found.add(answer.path)
        if not is_whole(answer):
            return {"wrong": f"{answer.path}: not whole, {len(answer.body)} bytes"}
        if missing := [mark for mark in marks if mark not in answer.body.decode()]:
            return {"wrong": f"{answer.path}: without {missing}"}
        return {"seen": answer.path}

    def further(self, answer: Answer) -> Iterator[str]:
        """Something that a list names, or a file below a report: what is named must be there."""
        if "/sitemap" in answer.path and answer.path.endswith(".xml"):
            named = etree.fromstring(answer.body).xpath("//*[local-name()='loc']/text()")
            yield from self.some(["/" + each.split("/", 3)[3] for each in named])
        elif "/reports/" in answer.path and answer.headers["content-type"].startswith("text/html"):
            yield from self.some([to for _, to in answer.links() if "/report." in to])
        elif answer.path.endswith("/content/"):
            yield from self.some([to for _, to in answer.links() if "/items/" in to])

    def some(self, named: list[str]) -> list[str]:
        """One of them, if there is any."""
        return [self.chance.choice(named)] if named else []


def promised_in(confirmed: Path) -> dict[str, list[str]]:
    """The public addresses that were confirmed so far, with the words that stand there."""
    lines = confirmed.read_bytes().split(b"\n")[:-1] if confirmed.exists() else []
    said = [json.loads(line) for line in lines]
    return {each["public"]: each["marks"] for each in said if "public" in each}


def visit(reader: Reader, promised: dict[str, list[str]]) -> Iterator[dict[str, Any]]:
    """What one look gives; what was wrong with it, whatever it is."""
    try:
        yield from reader.look(promised)
    except Broken:
        yield {"unanswered": 1}
        time.sleep(1)
    except (Unexpected, KeyError) as error:
        yield {"wrong": repr(error)}


def read_on(reader: Reader, confirmed: Path) -> Iterator[dict[str, Any]]:
    """Look again and again at what was promised so far."""
    while True:
        if promised := promised_in(confirmed):
            yield from visit(reader, promised)
        time.sleep(PAUSE)


def main(arguments: list[str]) -> int:
    """Read until killed."""
    confirmed, chance = Path(arguments[0]), random.Random(int(arguments[1]))
    reader = Reader(Browser(int(arguments[2])), chance)
    with Confirmations(visits_of(confirmed)) as notes:
        for said in read_on(reader, confirmed):
            notes.write(said)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

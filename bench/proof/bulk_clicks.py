"""What officers do on the pages of the desk in bulk, for the proof of kill: a folder by its inventory, many reviews and signatures at once.

Each step returns once an answer has confirmed it; after an answer that never came, the page says what is left to be done.
"""

import csv
import io
import uuid
import zipfile
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from bench.proof.browser import Browser, Unexpected
from bench.proof.clicks import number_in, persist, step

LINES = 6
"""Items in one folder."""
BULK, REVIEW, PUBLISH = (
    "/desk/items/bulk/",
    "/desk/items/many/review/",
    "/desk/items/many/publish/",
)
NOTHING_LEFT = "没有可以办的"
NOT_DONE = "没有办理"
NOTE = "演练撤回，更正后重新发布"
COLUMN = "法定主动公开内容"


@dataclass(frozen=True, slots=True)
class Folder:
    """A folder of texts: the mark in its titles, the first of its document numbers, the day its texts were made."""

    mark: str
    first: int
    day: date

    @property
    def titles(self) -> list[str]:
        """The titles of its items, in their order; no other item of the installation has one of them."""
        return [f"关于{self.mark}第{number}件事的通知" for number in range(1, LINES + 1)]

    @property
    def archive(self) -> tuple[str, bytes]:
        """The name and the bytes of the ZIP."""
        kept = io.BytesIO()
        with zipfile.ZipFile(kept, "w") as archive:
            for number, title in enumerate(self.titles):
                archive.writestr(f"{number}.txt", f"{title}\n\n{words_of(title)}")
        return f"{self.mark}.zip", kept.getvalue()

    @property
    def inventory(self) -> tuple[str, bytes]:
        """The name and the bytes of the table."""
        text = io.StringIO(newline="")
        rows = csv.writer(text)
        rows.writerow(("标题", "栏目", "正文文件", "成文日期", "发文字号", "体裁"))
        for number, title in enumerate(self.titles):
            of_year = f"青政〔{self.day.year}〕{self.first + number}号"
            rows.writerow((title, COLUMN, f"{number}.txt", self.day.isoformat(), of_year, "通知"))
        return "清单.csv", text.getvalue().encode()


def new_folder(first: int, day: date) -> Folder:
    """A folder that nobody had before."""
    return Folder(uuid.uuid4().hex[:12], first, day)


def words_of(title: str) -> str:
    """A sentence of a text, which must stand on its page."""
    return f"各村请按时办理，{title}到此为止。"


def hand_in(who: Browser, folder: Folder) -> str:
    """Bring a folder with its inventory and confirm it; returns the address of the batch."""
    files = {"archive": folder.archive, "inventory": folder.inventory}

    def attempt() -> str:
        return who.press(who.get(BULK), "核对", files=files).goes_to

    record = persist(attempt, lambda: listed(who, folder.archive[0]))
    persist(lambda: confirm(who, record))
    return record


def listed(who: Browser, name: str) -> str | None:
    """The address of the batch of that ZIP, or None."""
    return next((address for words, address in who.get(BULK).links() if words == name), None)


def confirm(who: Browser, record: str) -> str:
    """Let the background begin, unless it has been told to."""
    page = who.get(record)
    if state_of(page) == "":
        who.press(page, f"确认，送审 {LINES} 条")
    return record


def state_of(page: Any) -> str:
    """``running``, ``done``, or "" for a batch that waits to be confirmed."""
    return next(iter(page.page.xpath("//@data-batch")), "")


def items_of(who: Browser, record: str) -> list[str] | None:
    """The numbers of the items that a batch became; None while it is worked on. Unexpected where a line was not done."""
    page = persist(lambda: who.get(record))
    if state_of(page) != "done":
        return None
    found = page.page.xpath("//tbody//th/a/@href")
    if len(found) != LINES:
        raise Unexpected(f"{record}: {len(found)} of {LINES}: {page.words[:500]}")
    return [number_in(address) for address in found]


def take_many(who: Browser, path: str, button: str, items: list[str]) -> None:
    """Review or sign many items at once, and after a broken answer those of them that still wait."""

    def attempt() -> bool:
        page = who.get(f"{path}?{urlencode([('item', number) for number in items])}")
        if NOTHING_LEFT in page.words:
            return True
        ticked = {"seen": page.page.xpath("//input[@name='seen']/@value")}
        said = who.press(page, button, ticked).words
        if NOT_DONE in said:
            raise Unexpected(f"{path}: {said[:500]}")
        return True

    persist(attempt)


def review_many(who: Browser, items: list[str]) -> None:
    """Pass them all."""
    take_many(who, REVIEW, "审核通过", items)


def publish_many(who: Browser, items: list[str]) -> None:
    """Sign them all."""
    take_many(who, PUBLISH, "签发", items)


def withdraw(who: Browser, item: str) -> None:
    """Take one off the site again."""
    typed = {"reason": "演练", "public_note": NOTE}
    step(who, f"/desk/items/{item}/", "withdraw", "撤回", typed)

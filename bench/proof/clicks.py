"""What officers do on the pages of the desk, for the proof of kill: sign in, enter a table of organs, lead texts and reports to the public.

Each act is given out once an answer has confirmed it. After an answer that never came, the person looks before trying again.
"""

import re
import time
import uuid
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any, TypeVar

from bench.proof.browser import Answer, Broken, Browser, PutOff, Typed

Found = TypeVar("Found")
Said = dict[str, Any]
"""One confirmed act, as it is written down."""
Promises = Iterator[Said]
PAUSE = 0.3
"""Seconds before looking again where nobody answered."""
HEADINGS = ("代码", "名称", "种类", "上级代码", "设立日期")
TOO_MANY, HOLD = 429, 5
"""The answer to whoever was cut off too often while signing in, and seconds to wait then."""
HELD = "登录失败次数过多，请稍后再试"
"""What is said while a killed process still holds the lock of the counter of sign-ins: ten seconds at most."""
TABLE = 3
"""Organs in one table."""


def persist(attempt: Callable[[], Found], look: Callable[[], Found | None] = lambda: None) -> Found:
    """Try until an answer confirms it; after a broken one, ``look`` says whether it was done all the same."""
    broken = False
    while True:
        try:
            if broken and (found := look()) is not None:
                return found
            return attempt()
        except Broken:
            broken = True
            time.sleep(PAUSE)


@dataclass(frozen=True)
class Officers:
    """The browsers of the officers of one organ, each signed in; the organ's code and number."""

    code: str
    number: int
    clerk: Browser
    reviewer: Browser
    signer: Browser


def sign_in(port: int, username: str, password: str) -> Browser:
    """A browser in which that person has signed in."""

    def attempt() -> Browser:
        browser = Browser(port)
        page = browser.get("/account/login/")
        answer = browser.press(page, "登录", {"login": username, "password": password})
        if HELD in answer.words or answer.status == TOO_MANY:
            time.sleep(HOLD)
            raise PutOff(answer.path)
        assert answer.goes_to.startswith("/desk/"), answer.goes_to
        return browser

    return persist(attempt)


def step(who: Browser, record: str, name: str, button: str, typed: Typed | None = None) -> str:
    """Take one step of a record by its page; returns where the answer leads."""

    def attempt() -> str:
        return who.press(who.get(f"{record}{name}/"), button, typed).goes_to

    def look() -> str | None:
        offered = {address for _, address in who.get(record).links()}
        return None if f"{record}{name}/" in offered else record

    return persist(attempt, look)


def number_in(address: str) -> str:
    """The number of a record in its address."""
    found = re.search(r"/(\d+)/", address)
    assert found, address
    return found[1]


def enter_table(who: Browser, county: str) -> tuple[list[str], Said]:
    """Enter a table of new townships below the county; returns their codes and what was confirmed."""
    batch = f"t{uuid.uuid4().hex[:10]}"
    codes = [f"{batch}-{number}" for number in range(1, TABLE + 1)]
    lines = [",".join(HEADINGS)]
    lines += [f"{code},青石镇{code}人民政府,乡（镇）人民政府,{county},2019-01-01" for code in codes]
    files = {"file": ("机关.csv", "\n".join(lines).encode())}

    def attempt() -> list[str]:
        preview = who.press(who.get("/desk/agencies/import/"), "预览", files=files)
        if "新设 0 个机关" in preview.words:
            return codes
        confirmed = who.press(preview, "确认导入")
        assert confirmed.goes_to == "/desk/agencies/", confirmed.goes_to
        return codes

    return persist(attempt), {"entered": codes}


def item_life(staff: Officers) -> Promises:
    """A text from its draft to the public."""
    title = f"办事指南{uuid.uuid4().hex[:12]}"
    address = persist(lambda: begin(staff.clerk, title), lambda: listed(staff.clerk, title))
    number, record = number_in(address), f"/desk/items/{number_in(address)}/"

    def said(act: str) -> Said:
        return {"act": f"publishing.{act}", "type": "publishing.item", "id": number}

    yield said("create_draft")
    typed = {"lines": f"申请到一楼大厅，{title}。"}
    persist(lambda: saved(staff.clerk, f"{record}edit/", "保存，回到这条信息", typed))
    step(staff.clerk, record, "submit", "送审")
    yield said("submit")
    step(staff.reviewer, record, "approve", "发布审核通过", {"conclusion": "may_publish"})
    yield said("approve")
    step(staff.signer, record, "publish", "签发")
    yield said("publish") | {
        "public": f"/o/{staff.code}/items/{number}/",
        "marks": [title, f"申请到一楼大厅，{title}。"],
    }


def begin(who: Browser, title: str) -> str:
    """Begin a text in the first column; returns its address."""
    page = who.get("/desk/items/new/")
    column = page.page.xpath("//select[@name='column']/option[@value!='']/@value")[0]
    return who.press(page, "建立草稿", {"title": title, "column": column}).goes_to


def listed(who: Browser, title: str) -> str | None:
    """The address of the text of that title, or None."""
    found = who.get(f"/desk/items/?q={title[-12:]}").links()
    return next((address for words, address in found if words == title), None)


def saved(who: Browser, address: str, button: str, typed: Typed) -> str:
    """Change something in an editor; saving the same again changes nothing."""
    return who.press(who.get(address), button, typed).goes_to


def report_life(staff: Officers, year: int, file: bytes, permits: int) -> Promises:
    """A report from its file to the public, with one figure corrected by hand."""
    address = persist(lambda: start(staff, year), lambda: started(staff, year))
    number, record = number_in(address), f"/desk/reports/{number_in(address)}/"

    def said(act: str) -> Said:
        return {"act": f"annual_reports.{act}", "type": "annual_reports.report", "id": number}

    yield said("start")
    token = persist(lambda: uploaded(staff.clerk, record, file))
    yield {"file": token}
    take_over(staff.clerk, record, token)
    yield said("import")
    persist(
        lambda: saved(staff.clerk, f"{record}edit/", "保存", {"proactive.permits": str(permits)})
    )
    yield {"saved": number, "permits": permits}
    step(staff.clerk, record, "submit", "送复核")
    yield said("submit")
    step(staff.reviewer, record, "review", "复核通过")
    yield said("review")
    sign(staff.signer, record)
    yield said("sign")
    step(staff.signer, record, "publish", "公布")
    yield said("publish") | {"public": f"/o/{staff.code}/reports/{year}/", "marks": [f"{year}年"]}


def start(staff: Officers, year: int) -> str:
    """Start the report of a year; returns its address."""
    page = staff.clerk.get("/desk/reports/start/")
    typed = {"agency": str(staff.number), "year": str(year)}
    return staff.clerk.press(page, "建立报告", typed).goes_to


def started(staff: Officers, year: int) -> str | None:
    """The address of the report of a year, or None."""
    found = staff.clerk.get(f"/desk/reports/?year={year}").links()
    return next((to for _, to in found if re.fullmatch(r"/desk/reports/\d+/", to)), None)


def uploaded(who: Browser, record: str, file: bytes) -> str:
    """Hand the file in; returns its token."""
    page = who.get(f"{record}import/?other=1")
    answer = who.press(page, "上传并查看", files={"upload": ("年报.html", file)})
    return answer.goes_to.rpartition("?file=")[2]


def beside(who: Browser, record: str, token: str) -> Answer:
    """The page that shows what was read beside its source."""
    return who.get(f"{record}import/?file={token}")


def take_over(who: Browser, record: str, token: str) -> None:
    """Take over what was read."""

    def attempt() -> str:
        return who.press(beside(who, record, token), "采用").goes_to

    def look() -> str | None:
        found = beside(who, record, token).page.xpath("//button[normalize-space()='保存核对结果']")
        return record if found else None

    persist(attempt, look)


def sign(who: Browser, record: str) -> None:
    """Sign, with every warning acknowledged."""

    def attempt() -> str:
        page = who.get(f"{record}sign/")
        warnings = page.page.xpath("//input[@name='acknowledged']/@value")
        return who.press(page, "签发", {"acknowledged": warnings, "read": "on"}).goes_to

    def look() -> str | None:
        offered = {address for _, address in who.get(record).links()}
        return None if f"{record}sign/" in offered else record

    persist(attempt, look)

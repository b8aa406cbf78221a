"""One request on the desks of 青石镇 in a browser whose days the test sets: who acts opens the case and presses the button of the act."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, expect

from gongkai.accounts.models import User
from gongkai.casework.counting import remedy_figures, request_figures
from gongkai.casework.models import Case, CaseFile
from gongkai.common.clock import LAW_ZONE
from tests.browser import sign_in
from tests.people import Cast

DONE = ".band--success, .band--done"
HANDED_OVER = {"送达方式": "direct", "签收日期": "today"}


@dataclass(slots=True)
class RequestDesk:
    """The people of one case at their browser. ``today`` is the day by every clock of the server."""

    page: Page
    cast: Cast
    today: date
    case: Case | None = None

    def now(self) -> datetime:
        """The moment: ten o'clock of the day in China."""
        return datetime.combine(self.today, time(10), LAW_ZONE).astimezone(UTC)

    def on(self, day: str) -> "RequestDesk":
        """Another day begins."""
        self.today = date.fromisoformat(day)
        return self

    def register(self, title: str) -> None:
        """The clerk registers what was handed over at the counter."""
        sign_in(self.page, self.cast.clerk)
        self.page.goto("/desk/requests/register/")
        self.page.get_by_role("radio", name=re.compile("^当面提交")).check()
        said = {"所需信息的名称或者概括": title, "内容描述": f"申请公开{title}。"}
        self._fill(
            {
                **said,
                "姓名或者名称": "李申请人",
                "证件号码": "320000199001011234",
                "联系电话": "13912345678",
            }
        )
        self.page.get_by_role("button", name="登记", exact=True).click()
        expect(self.page.get_by_role("heading", level=1)).to_contain_text(title)
        self.case = Case.objects.latest("pk")

    def act(self, person: User, label: str, said: dict[str, Any] | None = None) -> None:
        """The person opens the case, presses the button of the act, fills in and confirms."""
        self._begin(person, label, said)
        self.press(label)

    def refusal(self, person: User, label: str, said: dict[str, Any] | None = None) -> str:
        """The same, where the law does not let it happen: what the page says then."""
        self._begin(person, label, said)
        self.page.get_by_role("button", name=label, exact=True).click()
        return self.page.locator(".band--error").first.inner_text()

    def press(self, button: str) -> None:
        """Confirm, and see that it was done."""
        self.page.get_by_role("button", name=button, exact=True).click()
        expect(self.page.locator(DONE).first).to_be_visible()

    def _begin(self, person: User, label: str, said: dict[str, Any] | None) -> None:
        self._open(person)
        self.page.get_by_role("main").get_by_role("link", name=label, exact=True).first.click()
        self._fill(said or {})

    def write(self, decision: str, said: dict[str, Any]) -> None:
        """The clerk chooses the outcome, writes the reply and hands it in."""
        self._open(self.cast.clerk)
        self.page.get_by_role("main").get_by_role("link", name="拟作答复").first.click()
        self.page.get_by_role("link", name=decision).click()
        self._fill({"答复内容": "现答复如下。", **said})
        self.press("存为草稿")
        self.act(self.cast.clerk, "答复送审")

    def reply(self, decision: str, said: dict[str, Any], *, secret: bool = False) -> None:
        """A reply from its draft to the applicant's signature. ``secret``: information goes out, so the review of art. 17 is concluded."""
        self.write(decision, said)
        self.act(self.cast.reviewer, "答复审核通过", {"可以公开": True} if secret else {})
        self.act(self.cast.signer, "签发答复")
        self.act(self.cast.clerk, "送达答复", HANDED_OVER)

    def black_out(self, paper: CaseFile, words: str) -> None:
        """The clerk looks for words in a paper, blacks all of them out, looks at the pages and makes the new file."""
        sign_in(self.page, self.cast.clerk)
        self.page.goto(f"/desk/requests/papers/{paper.pk}/redact/")
        self.page.get_by_role("button", name="开始涂黑").click()
        self.page.get_by_text("查找词语、个人信息").click()
        self.page.get_by_label("要找的词语").fill(words)
        self.page.get_by_role("button", name="查找全部各处").click()
        found = self.page.get_by_role("region", name=re.compile("^找到"))
        found.get_by_label("依据").select_option("third_party_rights")
        found.get_by_label("理由").fill("个人住址")
        found.get_by_role("button", name="标记选中的各处").click()
        self.page.get_by_label("每一页我都看过了").check()
        self.page.get_by_role("button", name="制作", exact=True).click()
        expect(self.page.get_by_role("heading", name=re.compile("^做好了"))).to_be_visible()

    def _open(self, person: User) -> None:
        sign_in(self.page, person)
        self.page.goto(f"/desk/requests/{self.case.pk}/")

    def _fill(self, said: dict[str, Any]) -> None:
        for label, words in said.items():
            self._put(self.page.get_by_label(label).first, words)

    def _put(self, field: Locator, words: Any) -> None:
        if words is True:
            field.check()
        elif field.evaluate("one => one.tagName") == "SELECT":
            field.select_option(words)
        else:
            field.fill(self.today.isoformat() if words == "today" else str(words))

    def cell(self) -> tuple[str, ...]:
        """The one row of 表三 in which the case is counted, and those of 表四."""
        figures = {**request_figures(self.cast.town, 2026), **remedy_figures(self.cast.town, 2026)}
        counted = (key.split(".", 1)[1] for key, number in figures.items() if number)
        left_out = re.compile("^(received|concluded|carried_out)|total$")
        return tuple(key for key in counted if not left_out.search(key))


@pytest.fixture
def desk(page: Page, cast: Cast, monkeypatch: pytest.MonkeyPatch) -> RequestDesk:
    """The desk on 2 March 2026, a Monday."""
    found = RequestDesk(page, cast, date(2026, 3, 2))
    monkeypatch.setattr("gongkai.common.middleware.current", found.now)
    return found

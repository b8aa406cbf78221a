"""Every page of site, desk and sign-in as a person sees it: axe finds nothing, nothing sticks out, headings are in order.

The pages are those of the addresses: a new one is looked at without being named here. ``--shots DIR`` keeps the pictures.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import fields
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import BrowserContext, Error, Page, Response

from gongkai.accounts.models import User
from gongkai.common.permissions import ROLE_LABELS
from tests.browser import WIDE, sign_in, window
from tests.house.addresses import Address, addresses
from tests.house.test_access import may_open
from tests.looking import unsound
from tests.people import Cast
from tests.samples import SAMPLES, SHOWN

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]

NO_PAGES: Mapping[str, str] = {
    "account_logout": "asks for a confirmation that signs the visitor out; looked at with the desk",
    "live_events": "answers 204 where the event server is not mounted: there is no page",
}
PAGES = [
    address
    for address in addresses()
    if address.name and address.access and address.name not in NO_PAGES
    if address.ours or not address.arguments
]
NOT_SHOWN = ("Download is starting", "ERR_HTTP_RESPONSE_CODE_FAILURE")
"""What chromium says of a file to be kept, and of a refusal without a page."""
VISITORS = tuple(field.name for field in fields(Cast) if field.name in ROLE_LABELS)


def visitors(cast: Cast, address: Address, arguments: Mapping[str, Any]) -> Iterator[User | None]:
    """Those of the cast who may open the page, one of each role; nobody for public pages."""
    if address.access.kind == "public":
        yield None
        return
    people = (getattr(cast, name) for name in VISITORS)
    yield from (person for person in people if may_open(person, address, dict(arguments)))


def opened(page: Page, url: str) -> bool | None:
    """Whether the address answers with a page, which is then open; None where it does so to nobody, being a file or an act."""
    answers: list[Response] = []

    def hear(answer: Response) -> None:
        answers.append(answer)

    page.once("response", hear)
    try:
        answer = page.goto(url)
    except Error as stopped:
        if not any(why in stopped.message for why in NOT_SHOWN):
            raise
        is_act = bool(answers) and answers[0].status == 405
        return None if is_act or NOT_SHOWN[0] in stopped.message else False
    is_page = "text/html" in answer.headers.get("content-type", "")
    return answer.status == 200 and is_page and answer.request.redirected_from is None


def page_of(page: Page, cast: Cast, address: Address) -> str:
    """The URL of the address, open before the first to whom it answers with a page; "" where there is nobody."""
    arguments = dict({**SAMPLES, **SHOWN}.get(address.name, lambda _: {})(cast))
    url = reverse(address.name, kwargs=arguments)
    for person in visitors(cast, address, arguments):
        if person:
            sign_in(page, person)
        found = opened(page, url)
        if found is not False:
            return url if found else ""
    return ""


def faults(page: Page, shoot: Callable[[Page, str], None], name: str) -> list[str]:
    """What is wrong with the page that is open."""
    headings = page.locator("h1").count()
    return [
        *unsound(page, shoot, name),
        *([] if headings == 1 else [f"has {headings} headings of the first level"]),
        *([] if page.title().strip() else ["has no title"]),
    ]


@pytest.fixture(scope="module")
def windows(browser) -> Iterator[list[BrowserContext]]:
    """The one window of these tests, kept so that styles and scripts are fetched once; it closes before the server stops."""
    kept: list[BrowserContext] = []
    yield kept
    for each in kept:
        each.close()


@pytest.fixture
def tab(browser, windows, live_server, complaints) -> Iterator[Page]:
    """The tab in which all pages are looked at one after the other: a desktop's by daylight, in which nobody is signed in."""
    if not windows:
        windows.append(window(browser, live_server.url, viewport=WIDE))
    kept = windows[0]
    tab = kept.pages[0] if kept.pages else kept.new_page()
    complaints.watch(tab)
    yield tab
    complaints.leave(tab)
    try:
        tab.goto("about:blank")
    except Error:
        tab.close()  # a refusal without a page is still on its way into it
    kept.clear_cookies()


@pytest.mark.parametrize("address", PAGES, ids=lambda address: address.name)
def test_a_page_is_in_order(tab, cast, address, shoot, complaints):
    url = page_of(tab, cast, address)
    if not url:
        complaints.clear()  # what chromium draws around a file is its own
    found = faults(tab, shoot, address.name.replace(":", "-")) if url else []
    assert not found, f"{url}: {found}"


def test_there_are_pages_to_be_looked_at():
    assert len(PAGES) > 20

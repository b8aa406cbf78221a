"""Every page of site, desk and sign-in as a person sees it: axe finds nothing, nothing sticks out, headings are in order.

The pages are those of the addresses: a new one is looked at without being named here. ``--shots DIR`` keeps the pictures.
"""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from typing import Any

import pytest
from django.urls import reverse
from playwright.sync_api import Page

from gongkai.accounts.models import User
from gongkai.common.permissions import ROLE_LABELS
from tests.browser import NARROW, WIDE, axe, overflow, set_cookie, sign_in
from tests.house.addresses import Address, addresses
from tests.house.test_access import may_open
from tests.people import Cast
from tests.samples import SAMPLES

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]

NO_PAGES: Mapping[str, str] = {
    "account_logout": "asks for a confirmation that signs the visitor out; looked at with the desk",
}
PAGES = [
    address
    for address in addresses()
    if address.name and address.access and address.name not in NO_PAGES
    if address.ours or not address.arguments
]
VISITORS = tuple(field.name for field in fields(Cast) if field.name in ROLE_LABELS)


def visitor(cast: Cast, address: Address, arguments: Mapping[str, Any]) -> User | None:
    """The first of the cast who may open the page; nobody for public pages."""
    if address.access.kind == "public":
        return None
    people = (getattr(cast, name) for name in VISITORS)
    return next(person for person in people if may_open(person, address, dict(arguments)))


def page_of(page: Page, cast: Cast, address: Address) -> str:
    """The URL of the address, signed in as whoever may open it; "" where it answers with no page (a file, another address)."""
    arguments = dict(SAMPLES.get(address.name, lambda _: {})(cast))
    url = reverse(address.name, kwargs=arguments)
    person = visitor(cast, address, arguments)
    if person:
        sign_in(page, person)
    answer = page.request.get(url, max_redirects=0)
    is_page = answer.status == 200 and "text/html" in answer.headers.get("content-type", "")
    return url if is_page else ""


def faults(page: Page) -> list[str]:
    """What is wrong with the page that is open."""
    headings = page.locator("h1").count()
    return [
        *axe(page),
        *(f"sticks out: {one}" for one in overflow(page)),
        *([] if headings == 1 else [f"has {headings} headings of the first level"]),
        *([] if page.title().strip() else ["has no title"]),
    ]


def looks(page: Page) -> Iterator[str]:
    """Desktop, phone, and the dark of an elder's phone, one after the other."""
    page.set_viewport_size(WIDE)
    yield "1280"
    page.set_viewport_size(NARROW)
    yield "390"
    page.emulate_media(color_scheme="dark")
    set_cookie(page, "elder", "1")
    yield "elder-dark"


@pytest.mark.parametrize("address", PAGES, ids=lambda address: address.name)
def test_a_page_is_in_order(page, cast, address, shoot):
    url = page_of(page, cast, address)
    found = {}
    for look in looks(page) if url else ():
        page.goto(url)
        shoot(page, f"{address.name.replace(':', '-')}-{look}")
        found[look] = faults(page)
    assert not any(found.values()), f"{url}: {found}"


def test_there_are_pages_to_be_looked_at():
    assert len(PAGES) > 20

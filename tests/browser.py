"""Pages in a real browser: chromium of the system, driven by playwright, against a server in this process.

``page`` is 1280 wide, ``phone`` 390. What the browser complains of (a blocked script, a missing file) fails the test.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Lock
from time import monotonic, sleep

import pytest
from django.conf import settings
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.core.signals import request_finished, request_started
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.test import Client
from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Response,
    ViewportSize,
    sync_playwright,
)

CHROMIUM = (
    shutil.which("chromium-headless-shell") or shutil.which("chromium") or "/usr/bin/chromium"
)
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    # One process for all pages keeps what it has compiled; by default each page begins with a new one.
    "--renderer-process-limit=1",
    "--disable-site-isolation-trials",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=zh-CN",
]
WIDE: ViewportSize = {"width": 1280, "height": 900}
NARROW: ViewportSize = {"width": 390, "height": 844}
SMALLEST: ViewportSize = {"width": 320, "height": 640}


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One chromium for the whole run; without chromium the tests are skipped."""
    if not Path(CHROMIUM).exists():
        pytest.skip("需要 chromium：apt-get install chromium")
    # The driver runs a loop in this thread, and Django would take every query for one of the loop's.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield chromium
        chromium.close()
    del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


class Complaints(list[str]):
    """What the browser complained of on a page; a test that expects some empties it."""

    def watch(self, page: Page) -> None:
        """Write down errors of scripts and of the console, and files that are not there."""
        page.on("console", self.hear)
        page.on("pageerror", self.note)
        page.on("response", self.judge)

    def leave(self, page: Page) -> None:
        """Hear of that page no more."""
        page.remove_listener("console", self.hear)
        page.remove_listener("pageerror", self.note)
        page.remove_listener("response", self.judge)

    def note(self, error: object) -> None:
        """An error that no script caught."""
        self.append(str(error))

    def hear(self, said: ConsoleMessage) -> None:
        """Errors, such as a script that the policy blocks. Answers are judged by themselves."""
        if said.type == "error" and not said.text.startswith("Failed to load resource"):
            self.append(said.text)

    def judge(self, response: Response) -> None:
        """A file that a page asks for must be there; a page itself may be a refusal that the test means."""
        if response.status >= 400 and response.request.resource_type != "document":
            self.append(f"{response.status} {response.url}")


@pytest.fixture
def complaints() -> Iterator[Complaints]:
    """Fails the test at its end if the browser complained."""
    found = Complaints()
    yield found
    assert not found, "the browser complained:\n" + "\n".join(found)


def open_tab(browser: Browser, address: str, complaints: Complaints, **options: object) -> Page:
    """A fresh tab with cookies of its own, for addresses below ``address``."""
    page = window(browser, address, **options).new_page()
    complaints.watch(page)
    return page


class Unanswered:
    """How many requests the server is still working on."""

    def __init__(self) -> None:
        self.lock = Lock()
        self.open = 0

    def begin(self, **_: object) -> None:
        """Django says that a request begins."""
        with self.lock:
            self.open += 1

    def end(self, **_: object) -> None:
        """Django says that an answer is complete."""
        with self.lock:
            self.open -= 1

    def wait(self, seconds: int = 20) -> None:
        """Come back when every request has its answer; a failure if one never has."""
        until = monotonic() + seconds
        while self.open > 0:
            assert monotonic() < until, f"{self.open} requests without an answer"
            sleep(0.02)


def kept_by_the_browser(serve: Callable[..., HttpResponseBase]) -> Callable[..., HttpResponseBase]:
    """Styles and scripts as the real server sends them: nobody asks for them again on the next page."""

    def served(handler: object, request: HttpRequest) -> HttpResponseBase:
        answer = serve(handler, request)
        answer["Cache-Control"] = "max-age=3600"
        return answer

    return served


@pytest.fixture
def live_server(live_server, monkeypatch) -> Iterator[object]:
    """The server. What a closed tab had asked for is answered before the rows of the test are taken away."""
    serve = kept_by_the_browser(StaticFilesHandler.serve)
    monkeypatch.setattr(StaticFilesHandler, "serve", serve)
    unanswered = Unanswered()
    request_started.connect(unanswered.begin)
    request_finished.connect(unanswered.end)
    yield live_server
    unanswered.wait()
    request_started.disconnect(unanswered.begin)
    request_finished.disconnect(unanswered.end)


def window(browser: Browser, address: str, **options: object) -> BrowserContext:
    """A window with cookies of its own, for addresses below ``address``. Nothing moves in it: colours and sizes change at once."""
    context = browser.new_context(
        base_url=address, locale="zh-CN", reduced_motion="reduce", **options
    )
    context.set_default_timeout(10_000)
    return context


@pytest.fixture
def page(browser, live_server, complaints) -> Iterator[Page]:
    """A tab as wide as a desktop's; ``page.goto("/")`` opens the site. Its window closes with it, so that nothing is sent later."""
    tab = open_tab(browser, live_server.url, complaints, viewport=WIDE)
    yield tab
    tab.context.close()


@pytest.fixture
def phone(browser, live_server, complaints) -> Iterator[Page]:
    """A tab as wide as a phone, with touch."""
    tab = open_tab(browser, live_server.url, complaints, viewport=NARROW, has_touch=True)
    yield tab
    tab.context.close()


def sign_in(page: Page, person: object) -> None:
    """Give the tab a session of the person, without the pages of signing in."""
    client = Client()
    client.force_login(person)
    set_cookie(page, settings.SESSION_COOKIE_NAME, client.session.session_key)


def set_cookie(page: Page, name: str, value: str) -> None:
    """A cookie for the server of the test, which is always localhost."""
    page.context.add_cookies([{"name": name, "value": value, "domain": "localhost", "path": "/"}])


@pytest.fixture
def shoot(request):
    """``shoot(page, name)`` writes a picture of the whole page to the folder of ``--shots``; without the option nothing."""
    folder = request.config.getoption("--shots")

    def write(page: Page, name: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

    return write

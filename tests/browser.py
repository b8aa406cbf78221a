"""Pages in a real browser: chromium of the system, driven by playwright, against a server in this process.

``page`` is 1280 wide, ``phone`` 390. What the browser complains of (a blocked script, a missing file) fails the test.
"""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Lock
from time import monotonic, sleep
from typing import Any, Literal

import pytest
from axe_playwright_python.base import AXE_SCRIPT
from django.conf import settings
from django.core.signals import request_finished, request_started
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
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=zh-CN",
]
SIGHT = (
    "color-contrast",
    "link-in-text-block",
    "scrollable-region-focusable",
    "target-size",
)
"""The rules of axe that colours and sizes touch: all that can differ where only the look of a page does."""
SIZE, COLOUR = SIGHT[2:], SIGHT[:2]
"""Of these what can differ where only the width does, and where only the colours do."""
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


@pytest.fixture
def live_server(live_server) -> Iterator[object]:
    """The server. What a closed tab had asked for is answered before the rows of the test are taken away."""
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


PAINTED_ANEW = """(judged) => {
  const known = new Set(judged), found = [];
  for (const one of document.body.querySelectorAll("*")) {
    if (one.tagName !== "INPUT" && ![...one.childNodes].some((n) => n.nodeType === 3 && n.data.trim().length > 1)) continue;
    if (!one.checkVisibility()) continue;
    const style = getComputedStyle(one);
    const said = [style.color, style.fontSize, style.fontWeight, style.textDecorationLine, getComputedStyle(one.parentElement).color];
    for (let at = one; at; at = at.parentElement) {
      const { backgroundColor: colour, backgroundImage: image, opacity } = getComputedStyle(at);
      if (opacity !== "1") said.push(opacity);
      if (image !== "none") said.push(image);
      if (colour !== "rgba(0, 0, 0, 0)") said.push(colour);
      if (colour.startsWith("rgb(")) break;
    }
    const paint = said.join(" ");
    if (known.has(paint)) continue;
    known.add(paint);
    found.push(paint);
    one.dataset.painted = "anew";
  }
  return found;
}"""
"""Marks a text for each new way of painting: by which colours, on which, how large and how bold."""
JUDGED: set[str] = set()
"""The ways of painting whose contrasts this process has found good: it is costly to judge them on every page."""
RUN = "given => axe.run(...given).then(all => all.violations)"
NEW = {"include": [["[data-painted]"]]}


def axe(page: Page, *, only: tuple[str, ...] = ()) -> list[str]:
    """What axe-core finds wrong, as sentences: the rule, what it asks for, and where; by the rules ``only``, or by all.

    Contrasts are judged of one text for each way of painting that no page had before.
    """
    anew = page.evaluate(PAINTED_ANEW, [*JUDGED]) if set(COLOUR) <= set(only or COLOUR) else []
    rest = [rule for rule in only if rule not in COLOUR]
    runs: list[tuple[object, dict[str, object]]] = []
    if rest:
        runs.append((None, {"runOnly": {"type": "rule", "values": rest}}))
    elif not only:
        runs.append((None, {"rules": {rule: {"enabled": False} for rule in COLOUR}}))
    if anew:
        runs.append((NEW, {"runOnly": {"type": "rule", "values": [*COLOUR]}}))
    found = [rule for where, options in runs for rule in ran(page, where, options)]
    if not found:
        JUDGED.update(anew)
    return [
        f"{rule['id']}：{rule['help']} → {node['html'][:160]} {node['failureSummary']}"
        for rule in found
        for node in rule["nodes"]
    ]


def ran(page: Page, where: object, options: dict[str, object]) -> list[dict[str, Any]]:
    """What axe says of a part of the page, or of all of it."""
    if not page.evaluate("Boolean(window.axe)"):
        page.evaluate(AXE_SCRIPT)
    options = {"resultTypes": ["violations"], **options}
    return page.evaluate(RUN, [where, options] if where else [options])


TOO_WIDE = """() => {
  const wide = document.documentElement.clientWidth;
  if (document.documentElement.scrollWidth <= wide) return [];
  return [...document.querySelectorAll("body *")]
    .filter((one) => one.getBoundingClientRect().right > wide + 1)
    .map((one) => `${one.outerHTML.slice(0, 80)} ends at ${Math.round(one.getBoundingClientRect().right)} of ${wide}`);
}"""


def overflow(page: Page) -> list[str]:
    """What sticks out where the page as a whole scrolls sideways; nothing where it does not."""
    return page.evaluate(TOO_WIDE)


AS_ELDER = "on => document.documentElement.classList.toggle('elder', on)"
LOOKS: tuple[
    tuple[str, ViewportSize, Literal["light", "dark"], bool, tuple[str, ...] | None], ...
] = (
    ("1280", WIDE, "light", False, ()),
    ("1280-dark", WIDE, "dark", False, COLOUR),
    ("1280-elder", WIDE, "light", True, None),
    ("390", NARROW, "light", False, SIZE),
    ("390-elder", NARROW, "light", True, None),
    ("320-elder-dark", SMALLEST, "dark", True, COLOUR),
)
"""How a page is looked at: its name, the width, the colours, as elder readers see it, and the rules of axe that this can break,
for larger letters none: what they can break is the width."""


def unsound(page: Page, shoot: Callable[[Page, str], None], name: str) -> list[str]:
    """What is wrong with the page that is open: on a desktop and on phones, by daylight, in the dark and for elder readers."""
    found = []
    for look, size, scheme, elder, rules in LOOKS:
        page.set_viewport_size(size)
        page.emulate_media(color_scheme=scheme)
        page.evaluate(AS_ELDER, elder)
        shoot(page, f"{name}-{look}")
        if rules is not None:
            found += [f"{look}: {line}" for line in axe(page, only=rules)]
        found += [f"{look}: sticks out: {line}" for line in overflow(page)]
    page.set_viewport_size(WIDE)
    page.emulate_media(color_scheme="light")
    page.evaluate(AS_ELDER, False)
    return found


@pytest.fixture
def shoot(request):
    """``shoot(page, name)`` writes a picture of the whole page to the folder of ``--shots``; without the option nothing."""
    folder = request.config.getoption("--shots")

    def write(page: Page, name: str) -> None:
        if folder:
            Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=Path(folder) / f"{name}.png", full_page=True)

    return write

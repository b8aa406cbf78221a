"""A reader on a phone subscribes to a search, confirms by the letter, gets what is new, and leaves."""

import re
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from gongkai.common.clock import current, law_day
from gongkai.common.outbox import deliver_due
from gongkai.release.models import Subscriber
from gongkai.release.search import rebuild
from gongkai.release.subscriptions.actions.planning import plan
from tests.journeys.walking import sound
from tests.website.released import make_main, release
from tests.website.subscribed import at, became_public

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def letters(settings, tmp_path):
    """The folder into which letters go where no mail server is set; what stands in them."""
    settings.EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = tmp_path

    def read() -> str:
        newest = max(Path(tmp_path).iterdir(), key=lambda path: path.stat().st_mtime_ns)
        letter = message_from_bytes(newest.read_bytes(), policy=policy.default)
        return letter.get_body(("plain",)).get_content()

    return read


def subscribe(page: Page) -> None:
    """From the results of a search to the page that says where to look now."""
    page.goto("/search?q=低保")
    page.get_by_role("link", name="有新公开的发邮件告诉我").click()
    expect(page.get_by_label("要找的词")).to_have_value("低保")
    sound(page)
    page.get_by_label("电子邮箱").fill("li@example")
    page.get_by_role("button", name="订阅").click()
    expect(page.get_by_text("邮箱地址写得不对").first).to_be_visible()
    sound(page)
    page.get_by_label("电子邮箱").fill("li@example.test")
    page.get_by_role("button", name="订阅").click()
    expect(page.get_by_role("heading", name="请看邮箱")).to_be_visible()
    sound(page)


def follow(page: Page, letter: str, part: str) -> None:
    """Open a link of a letter."""
    page.goto(re.search(rf"http\S+/subscribe/{part}/\S+", letter)[0])
    sound(page)


def confirm(page: Page, letter: str) -> None:
    """The link of the first letter, and its button."""
    follow(page, letter, "confirm")
    page.get_by_role("button", name="确认订阅").click()
    expect(page.get_by_text("已经订阅")).to_be_visible()
    sound(page)


def leave(page: Page, letter: str) -> None:
    """The link to leave by, and its button."""
    follow(page, letter, "leave")
    page.get_by_role("button", name="退订这一项").click()
    expect(page.get_by_role("heading", name="已经退订")).to_be_visible()


def test_a_reader_subscribes_on_a_phone_confirms_and_leaves(phone, cast, letters):
    make_main(cast.town)
    release(cast.town, title="低保标准")
    rebuild(current())
    subscribe(phone)
    deliver_due(current())
    confirm(phone, letters())
    became_public(cast.town, current(), title="低保名单公示")
    morning = at(f"{law_day(current()) + timedelta(days=1)}", 9)
    plan(morning)
    deliver_due(morning)
    assert "低保名单公示" in letters()
    leave(phone, letters())
    assert not Subscriber.objects.exists()

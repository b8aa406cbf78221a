"""A video with captions: handed in by keyboard, described, signed, and played with its captions on a phone."""

import re

import pytest
from playwright.sync_api import Page, expect

from gongkai.common.clock import current
from gongkai.common.outbox import deliver_due
from gongkai.publishing.actions import publish, review, set_up_columns, submit
from gongkai.publishing.models import Item
from gongkai.publishing.reviewing import Secrecy
from tests.browser import NARROW
from tests.journeys.walking import enter, sound
from tests.paperwork.media.given import FILM

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]

FILE = {"name": "VID_20260305.mp4", "mimeType": "video/mp4", "buffer": FILM}
SRT = "1\n00:00:00,000 --> 00:00:03,900\n大家好，今天讲补贴怎么领。\n"
CUES = """() => { const track = document.querySelector("video").textTracks[0];
  return track && track.cues ? [track.mode, [...track.cues].map(cue => cue.text).join()] : null; }"""
SEEN = "() => document.querySelector('video').textTracks[0].activeCues?.[0]?.text"
PLAY = (
    "() => { const film = document.querySelector('video'); film.muted = true; return film.play(); }"
)


def press(page: Page, name: str) -> None:
    """A button, by keyboard."""
    page.get_by_role("button", name=name, exact=True).press("Enter")


def begin(page: Page, cast) -> None:
    """The clerk makes a draft and chooses its form, with keys alone."""
    enter(page, cast.clerk)
    page.goto("/desk/items/new/")
    page.get_by_label("栏目").select_option(label="青石镇人民政府－法定主动公开内容")
    page.get_by_label("标题").fill("补贴怎么领")
    press(page, "建立草稿")
    page.wait_for_url(re.compile("/edit/"))
    page.goto(f"/desk/items/{Item.objects.get().pk}/form/")
    page.get_by_label(re.compile("^文字")).focus()
    for _ in range(3):
        page.keyboard.press("ArrowDown")
    expect(page.get_by_label(re.compile("^视频"))).to_be_checked()
    sound(page)
    press(page, "用这种形式")


def hand_in(page: Page) -> None:
    """The film, its captions, a transcript made of them; the check had asked for both."""
    page.locator("[name=media]").set_input_files(FILE)
    press(page, "保存，回到这条信息")
    expect(page.get_by_text("视频没有字幕").first).to_be_visible()
    page.get_by_role("link", name="编辑视频").first.press("Enter")
    page.locator("#id_captions").fill(SRT)
    press(page, "保存，并从字幕生成文字稿")
    expect(page.locator("#id_transcript")).to_have_value("大家好，今天讲补贴怎么领。")
    sound(page)
    press(page, "保存，回到这条信息")
    expect(page.get_by_text("视频没有字幕")).to_have_count(0)
    sound(page)


def sign(cast) -> str:
    """Reviewed and signed by those whose job it is; the address of the page."""
    now = current()
    item = submit(item=Item.objects.get(), by=cast.clerk, now=now)
    item = review(item=item, by=cast.reviewer, now=now, secrecy=Secrecy("may_publish"))
    publish(item=item, by=cast.signer, now=now)
    deliver_due(now)
    return f"/o/{cast.town.code}/items/{item.pk}/"


def watch(phone: Page, address: str) -> None:
    """The captions are there, are shown while it plays, and the transcript opens by keyboard."""
    phone.goto(address)
    sound(phone)
    phone.wait_for_function(CUES)
    assert phone.evaluate(CUES) == ["showing", "大家好，今天讲补贴怎么领。"]
    phone.evaluate(PLAY)
    phone.wait_for_function(SEEN)
    assert phone.evaluate(SEEN) == "大家好，今天讲补贴怎么领。"
    phone.locator("summary", has_text="文字稿").press("Enter")
    expect(phone.locator("details").get_by_text("今天讲补贴怎么领")).to_be_visible()


def test_a_video_with_captions_goes_from_the_desk_to_a_phone(page, phone, cast):
    set_up_columns(agency=cast.town, by=cast.administrator, now=current())
    page.set_viewport_size(NARROW)
    begin(page, cast)
    hand_in(page)
    watch(phone, sign(cast))

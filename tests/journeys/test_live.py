"""A live Q&A with two browsers: asked on a phone, looked at and answered at the desk by keyboard, and there on the phone without reloading."""

import json
from types import SimpleNamespace

import pytest
from playwright.sync_api import Page, expect

from bench.proof.installation import Installation, free_port
from tests.browser import NARROW, WIDE, open_tab
from tests.journeys.walking import enter, sound

pytestmark = [pytest.mark.needs_browser, pytest.mark.own_home, pytest.mark.django_db]
QUESTION, ANSWER = "外出打工的怎样参保？", "在参保地网上缴，也可以请家里人代缴。"


@pytest.fixture
def site(migrated, tmp_path):
    """The real server with a session that goes on; returns where it is and the number of the session."""
    place = Installation(migrated(tmp_path / "home"), free_port())
    with place.converse("bench.live.officer") as officer:
        told = officer.communicate()[0]
    server = place.serve()
    place.wait_until_ok()
    yield f"http://localhost:{place.port}", json.loads(told)["number"]
    server.terminate()
    server.wait(60)


def ask(reader: Page, number: int) -> None:
    """In a tab of its own, so that the page that listens stays open."""
    tab = reader.context.new_page()
    tab.goto(f"/live/{number}/ask/")
    sound(tab)
    tab.get_by_label("您的问题").fill(QUESTION)
    tab.get_by_role("button", name="提交提问").click()
    expect(tab.get_by_text("您的提问是第 1 个")).to_be_visible()
    tab.close()


def answer_by_keyboard(desk: Page) -> None:
    """From the question to the answer without a mouse."""
    asked = desk.locator("#waiting article").first
    expect(asked).to_contain_text(QUESTION)
    sound(desk)
    asked.locator("summary", has_text="回答").focus()
    desk.keyboard.press("Enter")
    asked.get_by_label("回答", exact=True).focus()
    desk.keyboard.insert_text(ANSWER)
    desk.keyboard.press("Control+Enter")
    expect(desk.get_by_text("第 1 个提问已回答")).to_be_visible()


def listening(reader: Page, number: int) -> None:
    """On the page, whose line is open; a mark tells later that it was not opened again."""
    reader.goto(f"/live/{number}/")
    expect(reader.get_by_text("新的回答会自动出现")).to_be_visible()
    reader.evaluate("document.body.dataset.opened = 'once'")


def heard(reader: Page) -> None:
    """The answer is there, was told to who does not see, and the page is the same as before."""
    expect(reader.locator("#spoken")).to_contain_text(ANSWER)
    expect(reader.locator("[data-say]")).to_have_text("第 1 个提问有了回答")
    assert reader.evaluate("document.body.dataset.opened") == "once"
    sound(reader)


def test_a_question_is_asked_shown_and_answered_on_every_page(browser, complaints, site):
    address, number = site
    reader = open_tab(browser, address, complaints, viewport=NARROW, has_touch=True)
    listening(reader, number)
    ask(reader, number)
    desk = open_tab(browser, address, complaints, viewport=WIDE)
    enter(desk, SimpleNamespace(username="wang"))
    desk.goto(f"/desk/interviews/{number}/")
    answer_by_keyboard(desk)
    heard(reader)
    for tab in (reader, desk):
        tab.context.close()

"""Rows of a form in a browser: moved by keyboard, what was typed stays, and no older draft is offered in its place."""

import re

import pytest
from playwright.sync_api import expect

from tests.journeys.walking import enter, sound
from tests.publishing.formed import ASKED, with_form

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]


def test_a_row_is_moved_by_keyboard_and_nothing_typed_is_lost(phone, cast):
    item = with_form(cast, "questions", ASKED)
    enter(phone, cast.clerk)
    phone.goto(f"/desk/items/{item.pk}/form/questions/")
    first = phone.locator("[name=question-0]")
    first.fill("补贴几月发放？")
    phone.get_by_role("button", name=re.compile(r"^下移\s*第 1 问")).press("Enter")
    expect(phone.locator("[name=question-1]")).to_have_value("补贴几月发放？")
    assert phone.url.endswith("#row-2")
    sound(phone)
    phone.get_by_role("button", name="保存，接着写").press("Enter")
    expect(phone.get_by_text("已保存", exact=True)).to_be_visible()
    expect(phone.get_by_role("button", name="恢复")).to_have_count(0)
    expect(first).to_have_value("到哪里申请？")

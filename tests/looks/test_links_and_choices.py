"""Pages that no address alone leads to: one-time links from handing over to the first password, and the choice after a clash."""

import pytest
from allauth.socialaccount.models import SocialAccount
from django.urls import reverse
from playwright.sync_api import expect

from gongkai.accounts.models import User
from gongkai.accounts.sign_in.links import link_path
from tests.browser import NARROW, WIDE, sign_in
from tests.looking import axe, overflow

pytestmark = [pytest.mark.needs_browser, pytest.mark.django_db(transaction=True)]

NEW = "自己选的口令-2026"
LOOKS = {"1280": WIDE, "390": NARROW}


@pytest.fixture
def look(page, shoot):
    """Look at the page that is open, wide and narrow; wide again afterwards."""

    def looking(name):
        found = {}
        for width, size in LOOKS.items():
            page.set_viewport_size(size)
            shoot(page, f"{name}-{width}")
            found[width] = [*axe(page), *overflow(page)]
        page.set_viewport_size(WIDE)
        assert not any(found.values()), f"{page.url}: {found}"
        expect(page.locator("h1")).to_have_count(1)

    return looking


def test_a_link_is_handed_over_and_sets_the_first_password(page, cast, look):
    sign_in(page, cast.administrator)
    page.goto(reverse("people:link", args=[cast.clerk.pk]))
    page.get_by_role("button", name="生成链接").click()
    link = page.locator("textarea").input_value()
    look("link-handed-over")
    page.context.clear_cookies()
    page.goto(link)
    look("link-opened")
    page.get_by_label("新口令", exact=True).fill("123")
    page.get_by_label("再输入一次新口令").fill("1234")
    page.get_by_role("button").last.click()
    look("link-mistaken")
    page.get_by_label("新口令", exact=True).fill(NEW)
    page.get_by_label("再输入一次新口令").fill(NEW)
    page.get_by_role("button").last.click()
    page.wait_for_url("**/done/")
    look("link-done")
    assert User.objects.get(pk=cast.clerk.pk).check_password(NEW)


def test_a_link_that_is_no_longer_good_says_what_to_do(page, cast, look):
    path = link_path(cast.clerk)
    cast.clerk.set_password(NEW)
    cast.clerk.save()
    page.goto(path)
    expect(page.get_by_text("链接已失效").first).to_be_visible()
    look("link-void")


def test_a_link_is_asked_for_by_mail(page, cast, look):
    page.goto(reverse("account_reset_password"))
    look("reset")
    page.get_by_label("电子邮箱").fill(cast.clerk.email)
    page.get_by_role("button").last.click()
    page.wait_for_url("**/done/")
    look("reset-sent")


def test_the_links_to_single_sign_on_are_seen_and_loosened(page, cast, look):
    SocialAccount.objects.create(user=cast.clerk, provider="oidc", uid="a" * 64)
    sign_in(page, cast.clerk)
    page.goto(reverse("accounts:identities"))
    look("identities")
    page.goto(reverse("accounts:home"))
    look("account")


def test_after_a_clash_one_chooses_by_keyboard_and_without_script(page, cast, look):
    sign_in(page, cast.administrator)
    page.goto(reverse("people:edit", args=[cast.clerk.pk]))
    User.objects.filter(pk=cast.clerk.pk).update(name="王新名", phone="13900000000")
    page.get_by_label("姓名").fill("王我写的")
    page.get_by_role("button", name="保存").click()
    expect(page.get_by_text("已经保存过这条记录")).to_be_visible()
    look("conflict")
    for row in page.locator("fieldset.conflict").all():
        row.get_by_role("radio").first.focus()
        page.keyboard.press("Space")
    page.keyboard.press("Enter")
    page.wait_for_url("**/desk/people/*/")
    assert User.objects.get(pk=cast.clerk.pk).name == "王我写的"

"""Nothing typed is lost: drafts are kept while typing, offered again, and go when the form is saved."""

import pytest
from django.contrib.sessions.models import Session

from gongkai.common.drafts.models import Draft
from tests.browser import sign_in
from tests.looking import axe

pytestmark = [
    pytest.mark.needs_browser,
    pytest.mark.urls("tests.common.pages"),
    pytest.mark.django_db,
]


@pytest.fixture
def form(page, cast):
    sign_in(page, cast.clerk)
    page.goto("/draft/")
    page.get_by_label("标题").fill("防汛")
    page.get_by_label("依申请公开").check()
    page.get_by_label("正文").fill("各村：\n第二行")
    return page


def test_what_is_typed_is_saved_by_itself_and_offered_again(form, shoot):
    form.get_by_text("已保存").wait_for()
    assert Draft.objects.get().body["title"] == ["防汛"]
    form.evaluate("sessionStorage.clear()")
    form.reload()
    form.get_by_role("button", name="恢复").wait_for()
    shoot(form, "draft-offered")
    assert axe(form) == []
    form.get_by_role("button", name="恢复").click()
    assert form.get_by_label("标题").input_value() == "防汛"
    assert form.get_by_label("依申请公开").is_checked()
    assert form.get_by_label("正文").input_value() == "各村：\n第二行"


def test_leaving_the_page_at_once_loses_nothing(form):
    form.goto("/blocks/")
    form.goto("/draft/")
    form.get_by_role("button", name="恢复").click()
    assert form.get_by_label("正文").input_value() == "各村：\n第二行"


def test_a_draft_that_is_not_wanted_does_not_come_back(form):
    form.get_by_text("已保存").wait_for()
    form.reload()
    with form.expect_response(lambda answer: answer.request.method == "POST"):
        form.get_by_role("button", name="放弃").click()
    form.reload()
    form.wait_for_load_state("networkidle")
    assert form.get_by_role("button", name="恢复").count() == 0
    assert not Draft.objects.exists()


def test_a_saved_form_offers_nothing(form):
    form.get_by_text("已保存").wait_for()
    form.get_by_role("button", name="保存").click()
    form.wait_for_url("**/blocks/")
    form.goto("/draft/")
    form.wait_for_load_state("networkidle")
    assert form.get_by_role("button", name="恢复").count() == 0
    assert not Draft.objects.exists()


def test_an_expired_session_is_told_and_the_text_survives_it(form, cast, shoot):
    form.get_by_text("已保存").wait_for()
    Session.objects.all().delete()
    form.get_by_label("标题").fill("防汛抗旱")
    form.get_by_text("登录已过期").wait_for()
    shoot(form, "draft-expired")
    sign_in(form, cast.clerk)
    form.reload()
    form.get_by_role("button", name="恢复").click()
    assert form.get_by_label("标题").input_value() == "防汛抗旱"

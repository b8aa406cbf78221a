"""The frames without a browser: what they show, what they leave out, and that they stand without any context."""

import pytest
from django.template.loader import render_to_string

pytestmark = [pytest.mark.urls("tests.common.pages"), pytest.mark.django_db]


def text(client, address, status=200):
    response = client.get(address)
    assert response.status_code == status
    return response.content.decode()


def test_the_title_stands_in_the_window_and_as_the_heading(client):
    page = text(client, "/desk-page/")
    assert "<title>起草信息－政府信息公开工作台</title>" in page
    assert "<h1>起草信息 <span" in page


def test_places_that_would_be_empty_are_left_out(client):
    page = text(client, "/bare/")
    assert "site__crumbs" not in page
    assert "desk__aside" in text(client, "/desk-page/")


def test_a_field_names_its_hint_and_its_error(client):
    page = text(client, "/wrong/")
    assert 'aria-describedby="id_title_helptext id_title_error"' in page
    assert 'id="id_title_error"' in page
    assert 'aria-invalid="true"' in page


def test_the_summary_links_to_every_field_with_an_error(client):
    page = text(client, "/wrong/")
    for name in ("title", "day", "pages", "way", "sure", "text"):
        assert f'<a href="#id_{name}">' in page, name


def test_the_pager_keeps_the_filters(client):
    page = text(client, "/blocks/?page=7&words=防汛")
    assert "?page=8&amp;words=%E9%98%B2%E6%B1%9B" in page
    assert "第 7 / 20 页" in page


def test_the_error_page_needs_neither_database_nor_context():
    page = render_to_string("500.html")
    assert "系统出了问题" in page


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/400/", 400, "没有看懂"),
        ("/403/", 403, "不对您开放"),
        ("/nowhere/", 404, "没有找到"),
        ("/500/", 500, "系统出了问题"),
        ("/refusal/", 409, "要由另一个人复核"),
    ],
)
def test_each_refusal_has_its_page(client, address, status, words):
    client.raise_request_exception = False
    assert words in text(client, address, status)


def test_a_stale_form_is_explained(client_with_csrf):
    response = client_with_csrf.post("/desk-page/", {"title": "防汛"})
    assert response.status_code == 403
    assert "没有保存任何内容" in response.content.decode()


@pytest.fixture
def client_with_csrf():
    from django.test import Client

    return Client(enforce_csrf_checks=True)

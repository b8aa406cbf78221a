"""Cookies are what the browser says, and a browser may say anything."""

import pytest
from django.test import Client

COOKIES = ("sessionid", "csrftoken", "messages", "elder", "saved_draft", "django_language")
VALUES = (
    "\0" * 12,
    "é" * 20,
    "<script>alert(1)</script>",
    "x" * 3000,
    '"',
    "../../etc",
    "\xed\xa0\x80",
)


@pytest.mark.parametrize("name", COOKIES)
@pytest.mark.parametrize("address", ["/", "/desk/", "/account/login/"])
def test_a_hostile_cookie_is_a_stranger(cast, address, name):
    for value in VALUES:
        client = Client()
        client.cookies[name] = value
        answer = client.get(address)
        assert answer.status_code in {200, 302}, (name, value[:20])
        assert "<script>alert(1)" not in answer.content.decode()
        assert client.post(address, {}).status_code < 500

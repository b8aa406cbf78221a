"""Elder mode: kept by a cookie, and no way to be led to another site."""

import pytest

pytestmark = pytest.mark.django_db


def test_it_is_kept_and_seen_on_every_page(client):
    response = client.get("/elder", {"on": "1", "next": "/nowhere/?a=1"})
    assert response["Location"] == "/nowhere/?a=1"
    assert '<html lang="zh-CN" class="elder">' in client.get("/nowhere/").content.decode()


def test_it_can_be_left(client):
    client.get("/elder", {"on": "1"})
    client.get("/elder", {"on": "0"})
    assert '<html lang="zh-CN">' in client.get("/nowhere/").content.decode()


@pytest.mark.parametrize(
    "elsewhere",
    [
        "https://example.org/",
        "//example.org/",
        "/\\example.org",
        "javascript:alert(1)",
        "http:///example.org",
        "\t//example.org",
        "",
    ],
)
def test_nobody_is_led_to_another_site(client, elsewhere):
    response = client.get("/elder", {"on": "1", "next": elsewhere})
    assert response.status_code == 302
    assert response["Location"] == "/"

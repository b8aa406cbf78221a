"""An empty form that is sent is told what is missing; a page that is opened is told nothing."""

import pytest
from django.urls import reverse

from gongkai.agencies.models import SiteIdentity

FORMS = (
    "agencies:create", "agencies:rename", "agencies:add_department", "agencies:import", "people:add",
)  # fmt: skip


def address(name, cast):
    on = name.startswith("agencies") and name != "agencies:import"
    return reverse(name, kwargs={"pk": cast.town.pk} if on else {})


@pytest.mark.parametrize("name", FORMS)
def test_an_empty_form_that_is_sent_is_told_what_is_missing(client, cast, name):
    client.force_login(cast.administrator)
    answer = client.post(address(name, cast))
    asked = ("请填写", "请选择", "请选一项")
    assert answer.status_code == 422
    assert any(said in answer.content.decode() for said in asked)


@pytest.mark.parametrize("name", FORMS)
def test_a_page_that_is_opened_is_told_nothing(client, cast, name):
    client.force_login(cast.administrator)
    page = client.get(address(name, cast)).content.decode()
    assert "data-errors" not in page


def test_the_contact_page_keeps_what_stood_there_when_nothing_was_sent(client, cast):
    client.force_login(cast.administrator)
    SiteIdentity.objects.create(agency=cast.town, name="青石镇", sponsor="青石镇")
    client.post(reverse("agencies:identity", kwargs={"pk": cast.town.pk}))
    assert SiteIdentity.objects.get().name == "青石镇"

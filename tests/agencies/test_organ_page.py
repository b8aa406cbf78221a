"""The page of an organ says which contact facts are there and which are missing, and who can add them."""

import pytest

from gongkai.agencies.models import ContactPage

pytestmark = pytest.mark.django_db


def shown(client, person, organ) -> str:
    """The page as the person sees it."""
    client.force_login(person)
    return client.get(f"/desk/agencies/{organ.pk}/").content.decode()


def test_an_organ_without_contact_facts_says_what_they_are_for(client, cast):
    page = shown(client, cast.administrator, cast.town)
    assert "还没有填写。公开指南和网站上的联系方式都取自这里，请点“修改”填全" in page
    assert "请本机关的管理员填写" in shown(client, cast.clerk, cast.town)


def test_missing_contact_facts_are_named_in_one_line(client, cast):
    ContactPage.objects.create(agency=cast.town, telephone="0000-1234567")
    page = shown(client, cast.clerk, cast.town)
    assert "0000-1234567" in page
    assert "还没有填：" in page
    assert "传真" in page.split("还没有填：")[1].split("</p>")[0]


def test_a_search_that_finds_no_organ_leads_back_to_all(client, cast):
    client.force_login(cast.administrator)
    page = client.get("/desk/agencies/", {"q": "没有这个机关"}).content.decode()
    assert "没有符合条件的机关" in page
    assert "看全部机关" in page

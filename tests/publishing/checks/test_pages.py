"""The checks on the desk: shown with their places, masked in one step, let stand with a reason, set up by the administrator."""

import pytest

from gongkai.publishing.models import CheckRules, Item, OrganWord
from tests.publishing.checks.test_release import BODY, ID, first
from tests.publishing.items import draft, organ_word, reviewed, submitted


def page(client, person, address: str) -> str:
    client.force_login(person)
    answer = client.get(f"/desk/items/{address}")
    assert answer.status_code == 200, answer.status_code
    return answer.content.decode()


def test_the_item_shows_what_must_be_done_with_a_way_to_the_place(cast, client):
    shown = page(client, cast.clerk, f"{draft(cast, body=BODY).pk}/")
    assert "1 个问题必须处理" in shown
    assert 'href="#block-1"' in shown
    assert 'id="block-1"' in shown
    assert "/mask/" in shown
    assert "/override/" not in shown


def test_reviewer_and_signer_see_the_findings_before_they_decide(cast, client):
    assert "居民身份证号码" in page(client, cast.reviewer, f"{submitted(cast, body=BODY).pk}/approve/")  # fmt: skip
    item = reviewed(cast, body=BODY)
    shown = page(client, cast.signer, f"{item.pk}/publish/")
    assert f"/desk/items/{item.pk}/#block-1" in shown
    assert "/override/?check=personal_data" in shown


def test_a_clerk_sees_before_and_after_and_masks(cast, client):
    item = draft(cast, body=BODY)
    shown = page(client, cast.clerk, f"{item.pk}/mask/")
    assert f"{ID} → 110105************" in shown
    assert shown.count(" checked") == 1
    sent = {"marks": [first(item).mark], "seen_version": item.version}
    assert client.post(f"/desk/items/{item.pk}/mask/", sent | {"marks": []}).status_code == 422
    assert client.post(f"/desk/items/{item.pk}/mask/", sent | {"marks": ["x"]}).status_code == 422
    assert client.post(f"/desk/items/{item.pk}/mask/", sent).status_code == 302
    assert ID not in Item.objects.get(pk=item.pk).draft.body
    assert client.post(f"/desk/items/{item.pk}/mask/", sent).status_code in {302, 422}


def test_a_signer_lets_a_finding_stand_on_its_page_and_it_is_on_the_paper(cast, client):
    item = reviewed(cast, body=BODY)
    finding = first(item)
    address = f"{item.pk}/override/?check={finding.check}&mark={finding.mark}"
    page(client, cast.signer, address)
    for reason, status in (("", 422), ("短", 422), ("本人书面同意公开", 302)):
        assert client.post(f"/desk/items/{address}", {"reason": reason}).status_code == status
    shown = page(client, cast.signer, f"{item.pk}/")
    assert shown.count("本人书面同意公开") >= 2
    sent = {"seen_version": item.version, "late_reason": "等待本人同意"}
    assert client.post(f"/desk/items/{item.pk}/publish/", sent).status_code == 302


def test_a_finding_that_is_gone_is_no_finding(cast, client):
    client.force_login(cast.signer)
    item = reviewed(cast)
    assert client.get(f"/desk/items/{item.pk}/override/?check=x&mark=y").status_code == 409


def test_looking_again_comes_back_to_the_findings(cast, client):
    client.force_login(cast.clerk)
    answer = client.post(f"/desk/items/{draft(cast).pk}/check/")
    assert answer["Location"].endswith("#checks")


def test_an_administrator_sets_how_grave_each_check_is(cast, client):
    address = f"columns/{cast.town.pk}/checks/"
    page(client, cast.administrator, address)
    client.post(f"/desk/items/{address}", {"picture_words": "blocking"})
    assert not CheckRules.objects.exists()
    form = client.get(f"/desk/items/{address}").context["form"]
    sent = {name: form.initial[name] for name in form.fields if name != "seen_version"}
    sent["picture_words"] = "blocking"
    assert client.post(f"/desk/items/{address}", sent).status_code == 302
    assert CheckRules.objects.get().severities == {"picture_words": "blocking"}
    assert client.post(f"/desk/items/{address}", sent).status_code == 422


@pytest.mark.parametrize(
    ("wrong", "right", "status"),
    [("国土局", "自然资源局", 302), ("国", "乙", 422), ("甲乙", "甲乙丙", 422), ("", "", 422)],
)
def test_an_administrator_adds_a_word(cast, client, wrong, right, status):
    client.force_login(cast.administrator)
    address = f"/desk/items/columns/{cast.town.pk}/words/"
    sent = {"wrong": wrong, "right": right, "reason": "机构改革"}
    assert client.post(address, sent).status_code == status
    assert OrganWord.objects.exists() == (status == 302)


def test_an_administrator_takes_a_word_off(cast, client):
    word = organ_word(cast)
    client.force_login(cast.administrator)
    assert client.post(f"/desk/items/columns/words/{word.pk}/remove/").status_code == 302
    assert not OrganWord.objects.exists()

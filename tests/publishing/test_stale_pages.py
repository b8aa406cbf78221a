"""Nobody decides on a text that was changed behind their page: what was seen is what is handed in, reviewed and signed."""

import pytest

from gongkai.publishing.actions import save_draft, send_back, submit, take_back
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.models import Item
from tests.publishing.items import draft, later, passed, reviewed, submitted


def changed_behind(item, cast):
    """The text comes back to the clerk, who writes something else and hands it in again."""
    if item.state == "to_sign":
        send_back(item=item, remark="再核对", by=cast.signer, now=later(4))
    else:
        take_back(item=item, by=cast.clerk, now=later(4))
    item.refresh_from_db()
    other = Text("公开指南", "<p>换过的字。</p>")
    save_draft(item=item, seen_version=item.version, text=other, by=cast.clerk, now=later(5))
    return submit(item=item, by=cast.clerk, now=later(6))


@pytest.fixture
def post(client):
    def posting(person, item, act, **typed):
        client.force_login(person)
        return client.post(f"/desk/items/{item.pk}/{act}/", typed)

    return posting


def test_a_reviewer_passes_only_the_text_that_was_shown(cast, post):
    item = submitted(cast)
    seen = item.version
    changed_behind(item, cast)
    answer = post(
        cast.reviewer, item, "approve", conclusion="may_publish", opinion="同意", seen_version=seen
    )
    assert answer.status_code == 422
    assert "又有改动" in answer.content.decode()
    assert "同意</textarea>" in answer.content.decode()
    assert Item.objects.get().state == "in_review"


def test_a_signer_signs_only_the_text_that_was_shown(cast, post):
    item = reviewed(cast)
    seen = item.version
    passed(changed_behind(item, cast), by=cast.reviewer, now=later(7))
    answer = post(cast.signer, item, "publish", seen_version=seen, late_reason="等待会签")
    assert answer.status_code == 422
    assert "又有改动" in answer.content.decode()
    assert "等待会签</textarea>" in answer.content.decode()
    assert Item.objects.get().published is None


def test_a_clerk_hands_in_only_the_text_that_was_shown(cast, post):
    item = draft(cast)
    other = Text("公开指南", "<p>换过的字。</p>")
    save_draft(item=item, seen_version=1, text=other, by=cast.clerk, now=later(1))
    assert post(cast.clerk, item, "submit", seen_version=1).status_code == 409
    assert Item.objects.get().state == "draft"


@pytest.mark.parametrize("act", ["publish", "approve"])
def test_a_decision_without_the_mark_of_its_page_is_asked_again(cast, post, act):
    item = reviewed(cast) if act == "publish" else submitted(cast)
    person = cast.signer if act == "publish" else cast.reviewer
    answer = post(person, item, act, conclusion="may_publish")
    assert answer.status_code == 422
    assert "请刷新后再办理" in answer.content.decode()
    assert Item.objects.get().state == item.state


def test_what_was_typed_while_the_text_went_on_is_shown_to_be_kept(cast, post):
    item = submitted(cast)
    kept = {"title": "写了一半", "lines": "写了很久的话", "seen_version": 1}
    answer = post(cast.clerk, item, "edit", **kept)
    assert answer.status_code == 409
    assert "写了很久的话</textarea>" in answer.content.decode()
    answer = post(cast.clerk, item, "edit", **kept, body="<p>编辑器里<script>x</script>的话</p>")
    assert "编辑器里的话</textarea>" in answer.content.decode()


@pytest.mark.parametrize("act", ["word", "pictures", "files/add"])
def test_nothing_is_taken_in_silently_for_a_text_that_went_on(cast, post, act):
    answer = post(cast.clerk, submitted(cast), act)
    assert answer.status_code == 409
    assert "先收回修改" in answer.content.decode()

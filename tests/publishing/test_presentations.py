"""The form of a draft: chosen, filled, sealed, compared, masked, published."""

import pytest

from gongkai.common.refusals import Refusal
from gongkai.paperwork.personal_data import mark_of
from gongkai.publishing import queries
from gongkai.publishing.actions import choose_presentation, mask, restore, submit
from gongkai.publishing.actions.texts import Text, text_of
from gongkai.publishing.checks import findings, subject_of
from gongkai.publishing.checks.personal import stands
from gongkai.publishing.places import places_of
from gongkai.publishing.presentations import data_of
from gongkai.release.models import PublicDocument
from tests.publishing.formed import ASKED, brought_out_in_form, in_form, with_form
from tests.publishing.items import NOW, draft


def test_the_hash_of_a_bare_text_is_what_it_was_before_there_were_forms():
    known = "04d7fc8062eb1870a3c634d1b3beda0f45c3ef91717a7d31daa0c2e3e7037d63"
    assert Text("标题", "<p>正文</p>").sha256() == known
    assert Text("标题", "<p>正文</p>", presentation="questions").sha256() != known


def test_an_empty_form_is_not_handed_in(cast):
    item = in_form(cast, "questions")
    with pytest.raises(Refusal, match="还没有问题"):
        submit(item=item, by=cast.clerk, now=NOW)


def test_another_form_begins_a_new_version_and_the_old_one_keeps_what_it_had(cast):
    item = with_form(cast, "questions", ASKED)
    old = item.draft
    seen = item.version
    changed = choose_presentation(item=item, key="text", seen_version=seen, by=cast.clerk, now=NOW)
    assert data_of(changed.draft) == {}
    back = restore(item=changed, version=old, by=cast.clerk, now=NOW)
    assert (back.draft.presentation, data_of(back.draft)) == ("questions", ASKED)


def test_what_changed_in_a_form_is_shown_between_versions(cast):
    item = with_form(cast, "questions", ASKED)
    rows = queries.changes(draft(cast).draft, item.draft)
    shown = "".join(part.words for row in rows for part in row.parts)
    assert "形式：问答" in shown
    assert "补贴什么时候发放？" in shown


def test_personal_data_in_a_form_is_found_and_masked(cast):
    answer = "找张三，身份证号 11010519491231002X。"
    item = with_form(cast, "questions", {"questions": [{"question": "找谁？", "answer": answer}]})
    found = findings(subject_of(item, item.draft, NOW))
    assert any(each.check == "personal_data" and "问答，答复" in each.place for each in found)
    marks = [mark_of(each) for _, _, each in stands(item.draft)]
    seen = item.version
    done = mask(item=item, marks=marks, seen_version=seen, by=cast.clerk, now=NOW)
    assert "11010519491231002X" not in data_of(done.draft)["questions"][0]["answer"]


def test_a_reviewer_can_remark_on_each_thing_written_in_a_form(cast):
    found = places_of(with_form(cast, "questions", ASKED).draft)
    labels = [place.label for place in found]
    assert labels[-5:] == [
        "问答",
        "问题（第 1 处）",
        "答复（第 1 处）",
        "问题（第 2 处）",
        "答复（第 2 处）",
    ]


def test_readers_get_the_form_of_what_was_published_and_find_its_words(cast, client):
    item = brought_out_in_form(cast, with_form(cast, "questions", ASKED))
    shown = PublicDocument.objects.get(item_id=item.pk)
    assert shown.presentation == "questions"
    assert "一卡通" in shown.search_text
    page = client.get(f"/o/{cast.town.code}/items/{item.pk}/").content.decode()
    for words in ('<a href="#q2">到哪里申请？</a>', "<p>发到一卡通。</p>"):
        assert words in page


def test_the_form_is_part_of_what_is_sealed(cast):
    item = with_form(cast, "questions", ASKED)
    sent = submit(item=item, by=cast.clerk, now=NOW)
    assert text_of(sent.draft).sha256() == sent.draft.sha256
    assert text_of(sent.draft).sha256() != text_of(draft(cast).draft).sha256()

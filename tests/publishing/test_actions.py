"""The acts on items: who may do what in which state, what each leaves in the journal, and that nobody decides alone."""

import pytest

from gongkai.audit.models import Entry
from gongkai.common.outbox.models import OutboxMessage as Message
from gongkai.common.refusals import Conflict, NotAllowed, Refusal
from gongkai.publishing.actions import (
    create_draft,
    drop_revision,
    publish,
    restore,
    revise,
    save_draft,
    send_back,
    set_up_columns,
    submit,
    take_back,
    withdraw,
)
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.actions.texts import Text
from tests.people import make_person
from tests.publishing.items import (
    NOW,
    brought_out,
    draft,
    later,
    passed,
    published,
    reviewed,
    submitted,
)


def test_a_text_goes_from_draft_to_the_public_by_three_people(cast):
    item = published(cast)
    assert (item.state, item.draft, item.published.body) == (
        "published",
        None,
        "<p>申请到一楼大厅。</p>",
    )
    assert item.published.signed_by == "钱签发"
    acts = list(Entry.objects.order_by("pk").values_list("act", flat=True))
    assert acts == [
        "publishing.create_draft",
        "publishing.submit",
        "publishing.approve",
        "publishing.publish",
    ]


def test_publishing_tells_the_public_side_once(cast):
    item = published(cast)
    messages = Message.objects.filter(kind="release.item")
    assert [message.payload for message in messages] == [{"item": item.pk}]


@pytest.mark.parametrize("role", ["reviewer", "signer", "administrator", "supervisor", "stranger"])
def test_only_a_clerk_of_the_organ_drafts(cast, role):
    column = national_column(cast.town, "guide")
    with pytest.raises(NotAllowed):
        create_draft(column=column, text=Text("标题"), by=getattr(cast, role), now=NOW)


def test_an_annual_report_is_not_drafted_here(cast):
    column = national_column(cast.town, "reports")
    with pytest.raises(Refusal, match="年报"):
        create_draft(column=column, text=Text("标题"), by=cast.clerk, now=NOW)


@pytest.fixture
def all_roles(cast):
    """One person with every post."""
    person = make_person("quan", "全岗位", cast.town, "clerk")
    for role in ("reviewer", "signer"):
        person.posts.create(agency=cast.town, role=role, since=cast.town.since)
    return person


def test_who_submitted_a_text_does_not_review_it(cast, all_roles):
    item = submit(item=draft(cast), by=all_roles, now=NOW)
    with pytest.raises(Refusal, match="起草、送审的人不能审核"):
        passed(item, by=all_roles, now=NOW)


def test_who_wrote_a_text_does_not_review_it_whoever_submitted_it(cast, all_roles):
    text = Text("公开指南", "<p>改过的话。</p>")
    item = save_draft(item=draft(cast), seen_version=1, text=text, by=all_roles, now=NOW)
    item = submit(item=item, by=cast.clerk, now=NOW)
    with pytest.raises(Refusal, match="第十七条"):
        passed(item, by=all_roles, now=NOW)


def test_who_wrote_an_earlier_round_does_not_sign_the_next(cast, all_roles):
    text = Text("公开指南", "<p>改过的话。</p>")
    item = save_draft(item=draft(cast), seen_version=1, text=text, by=all_roles, now=NOW)
    item = submit(item=item, by=cast.clerk, now=NOW)
    item = send_back(item=item, remark="补电话", by=cast.reviewer, now=NOW)
    item = save_draft(
        item=item,
        seen_version=item.version,
        text=Text("公开指南", "<p>电话</p>"),
        by=cast.clerk,
        now=NOW,
    )
    item = passed(submit(item=item, by=cast.clerk, now=NOW), by=cast.reviewer, now=NOW)
    with pytest.raises(Refusal, match="第十七条"):
        publish(item=item, by=all_roles, now=NOW)


def test_a_stale_save_is_refused_and_shows_the_other_text(cast):
    item = draft(cast)
    save_draft(item=item, seen_version=1, text=Text("甲", "<p>甲</p>"), by=cast.clerk, now=NOW)
    with pytest.raises(Conflict) as caught:
        save_draft(item=item, seen_version=1, text=Text("乙", "<p>乙</p>"), by=cast.clerk, now=NOW)
    assert caught.value.theirs.draft.title == "甲"


def test_saving_the_same_text_changes_nothing(cast):
    item = draft(cast)
    text = Text("公开指南", "<p>申请到一楼大厅。</p>")
    assert save_draft(item=item, seen_version=1, text=text, by=cast.clerk, now=NOW).version == 1
    assert Entry.objects.count() == 1


def test_a_sealed_text_is_continued_in_a_new_version(cast):
    item = send_back(item=submitted(cast), remark="请补充电话", by=cast.reviewer, now=NOW)
    assert item.remark == "请补充电话"
    text = Text("公开指南", "<p>电话见下。</p>")
    item = save_draft(item=item, seen_version=item.version, text=text, by=cast.clerk, now=NOW)
    assert item.draft.number == 2
    assert item.versions.get(number=1).body == "<p>申请到一楼大厅。</p>"


def test_what_is_under_review_is_not_edited(cast):
    item = submitted(cast)
    with pytest.raises(Refusal, match="审核中"):
        save_draft(item=item, seen_version=2, text=Text("甲"), by=cast.clerk, now=NOW)


def test_a_clerk_takes_a_text_back_before_the_review(cast):
    assert take_back(item=submitted(cast), by=cast.clerk, now=NOW).state == "draft"
    with pytest.raises(Refusal, match="待签发"):
        take_back(item=reviewed(cast), by=cast.clerk, now=NOW)


def test_sending_back_needs_a_remark(cast):
    with pytest.raises(Refusal, match="请写明退回的意见"):
        send_back(item=submitted(cast), remark=" ", by=cast.reviewer, now=NOW)


def test_the_signer_sends_back_too(cast):
    item = send_back(item=reviewed(cast), remark="请写全地址", by=cast.signer, now=NOW)
    assert (item.state, item.reviewed_by) == ("draft", "赵审核")


def test_an_empty_text_is_not_submitted(cast):
    with pytest.raises(Refusal, match="正文还是空的"):
        submit(item=draft(cast, body=""), by=cast.clerk, now=NOW)


def test_a_revision_leaves_the_public_text_in_place(cast):
    item = revise(item=published(cast), by=cast.clerk, now=later(4))
    text = Text("公开指南（新）", "<p>改到二楼。</p>")
    item = save_draft(item=item, seen_version=item.version, text=text, by=cast.clerk, now=NOW)
    assert item.published.body == "<p>申请到一楼大厅。</p>"
    assert item.title == "公开指南"


def test_a_dropped_revision_leaves_the_old_text_and_keeps_the_new_among_the_versions(cast):
    item = revise(item=published(cast), by=cast.clerk, now=later(4))
    item = drop_revision(item=item, by=cast.clerk, now=later(5))
    assert (item.state, item.draft) == ("published", None)
    assert item.versions.count() == 2


def test_an_old_version_is_restored_as_a_draft_and_reviewed_again(cast):
    item = published(cast)
    item = restore(item=item, version=item.published, by=cast.clerk, now=later(4))
    assert (item.state, item.draft.number, item.draft.body) == (
        "draft",
        3,
        "<p>申请到一楼大厅。</p>",
    )


def test_a_version_of_another_item_is_not_restored(cast):
    with pytest.raises(Refusal, match="不属于"):
        restore(item=draft(cast), version=draft(cast).draft, by=cast.clerk, now=NOW)


def test_a_withdrawal_needs_a_reason_and_a_note(cast):
    item = published(cast)
    with pytest.raises(Refusal, match="撤回的理由"):
        withdraw(item=item, reason="", public_note="更正后重新发布", by=cast.signer, now=NOW)
    with pytest.raises(NotAllowed):
        withdraw(item=item, reason="电话有误", public_note="更正中", by=cast.clerk, now=NOW)


def test_a_withdrawal_ends_a_revision_as_well(cast):
    item = revise(item=published(cast), by=cast.clerk, now=later(4))
    item = withdraw(
        item=item, reason="电话有误", public_note="更正中", by=cast.signer, now=later(5)
    )
    assert (item.state, item.published, item.draft) == ("withdrawn", None, None)
    assert Entry.objects.order_by("pk").last().reason == "电话有误"


def test_a_withdrawn_text_comes_back_only_through_review(cast):
    item = withdraw(
        item=published(cast), reason="有误", public_note="更正中", by=cast.signer, now=NOW
    )
    item = revise(item=item, by=cast.clerk, now=NOW)
    assert (item.state, item.published) == ("draft", None)


def test_script_never_enters_a_text(cast):
    item = draft(cast, body='<p onclick="x()">好<script>alert(1)</script></p><img src="//evil">')
    assert item.draft.body == "<p>好</p>"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (Text(" "), "请填写标题"),
        (Text("标" * 201), "标题超过 200 个字"),
        (Text("标题", "<p>" + "字" * 400_001 + "</p>"), "正文超过"),
        (Text("标题", summary="要" * 301), "内容概述超过"),
    ],
)
def test_a_text_without_title_or_too_long_is_refused(cast, text, said):
    column = national_column(cast.town, "guide")
    with pytest.raises(Refusal, match=said):
        create_draft(column=column, text=text, by=cast.clerk, now=NOW)


def test_the_administrator_sets_up_the_columns_once(cast):
    for _ in range(2):
        made = set_up_columns(agency=cast.town, by=cast.administrator, now=NOW)
    assert [column.key for column in made] == ["guide", "systems", "content", "reports"]
    assert Entry.objects.filter(act="publishing.set_up").count() == 1


def test_what_was_signed_elsewhere_is_brought_out_at_once(cast):
    item = brought_out(cast)
    assert (item.state, item.published.number, item.column.key) == ("published", 1, "reports")


def test_the_same_source_again_makes_a_new_version_and_keeps_the_old(cast):
    brought_out(cast)
    item = brought_out(cast, note="更正")
    assert item.published.number == 2
    assert item.versions.exclude(published_at=None).count() == 2


def test_the_same_text_again_changes_nothing(cast):
    assert brought_out(cast).version == brought_out(cast).version
    assert Message.objects.count() == 1


def test_what_comes_from_elsewhere_is_not_revised_here(cast):
    with pytest.raises(Refusal):
        revise(item=brought_out(cast), by=cast.clerk, now=NOW)


def test_a_source_stays_with_its_organ(cast):
    brought_out(cast)
    cast_elsewhere = type(cast)(
        **{name: getattr(cast, name) for name in cast.__slots__} | {"town": cast.other_town}
    )
    with pytest.raises(NotAllowed):
        brought_out(cast_elsewhere)

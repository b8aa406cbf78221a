"""The facts beside a text: tidied, held against the tables of law, sealed with the text and journaled."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.audit.models import Entry
from gongkai.common.refusals import Refusal
from gongkai.publishing.actions import publish, revise, save_draft, submit
from gongkai.publishing.actions.texts import Text, text_of
from gongkai.publishing.facts import Facts, checked_facts
from gongkai.publishing.facts_words import worded
from gongkai.publishing.forms.facts import FactsFields
from tests.publishing.items import NOW, draft, later, passed, published, reviewed

BARE = Text("公开指南", "<p>申请到一楼大厅。</p>")


def saved(cast, **facts):
    """The clerk's draft with these facts."""
    item = draft(cast)
    text = replace(text_of(item.draft), facts=Facts(**facts))
    return save_draft(item=item, seen_version=item.version, text=text, by=cast.clerk, now=NOW)


def test_a_text_without_facts_and_files_keeps_the_hash_it_always_had():
    assert BARE.sha256() == "8ba93dbf4da3f35a058ac295d962862d533ecdc16410695bf934dcf0831910ae"


def test_facts_are_sealed_with_the_text():
    assert replace(BARE, facts=Facts(made_on=date(2024, 6, 1))).sha256() != BARE.sha256()


@pytest.mark.parametrize(
    ("facts", "words"),
    [
        ({"origin": "obtained"}, "从哪里获取"),
        ({"effective_on": date(2024, 2, 1), "ends_on": date(2024, 1, 31)}, "早于施行日期"),
        ({"genre": "poem"}, "没有这个选项"),
        ({"theme": "x"}, "没有这个选项"),
        ({"attribute": "secret"}, "没有这个选项"),
        ({"attribute": "on_request", "attribute_ground": "state_secret"}, "对不上"),
        ({"catalogue_keys": ("nothing",)}, "目录以外"),
        ({"joint_organs": ("某局",) * 1 + tuple(f"{n}局" for n in range(20))}, "超过 20 个"),
        ({"origin": "obtained", "obtained_from": "长" * 101}, "超过 100 个字"),
        ({"attribute": "withheld", "attribute_reason": "长" * 301}, "超过 300 个字"),
    ],
)
def test_facts_that_contradict_themselves_or_the_law_are_refused(facts, words):
    with pytest.raises(Refusal, match=words):
        checked_facts(Facts(**facts))


def test_a_term_may_end_on_the_day_it_begins():
    day = date(2024, 2, 1)
    assert checked_facts(Facts(effective_on=day, ends_on=day)).ends_on == day


def test_what_the_answers_leave_no_room_for_is_dropped():
    tidy = checked_facts(
        Facts(
            obtained_from="某县",
            attribute_ground="state_secret",
            attribute_reason="理由",
            reassess_on=date(2025, 1, 1),
            lead=False,
        )
    )
    assert tidy == Facts()


@given(names=st.lists(st.text(max_size=30), max_size=10))
def test_names_of_organs_are_tidied_once_and_for_all(names):
    once = checked_facts(Facts(joint_organs=tuple(names)))
    assert checked_facts(once) == once
    assert all(name == name.strip() and name for name in once.joint_organs)


def test_a_changed_date_leaves_its_trace_in_the_journal(cast):
    item = saved(cast, made_on=date(2024, 5, 1))
    text = replace(text_of(item.draft), facts=Facts(made_on=date(2024, 6, 1)))
    save_draft(item=item, seen_version=item.version, text=text, by=cast.clerk, now=NOW)
    entry = Entry.objects.filter(act="publishing.save_draft").latest("pk")
    assert entry.before["made_on"] == "2024-05-01"
    assert entry.after["made_on"] == "2024-06-01"


def test_the_next_version_starts_with_the_facts_of_the_last(cast):
    item = saved(cast, made_on=date(2024, 5, 20), joint_organs=("县农业农村局",))
    item = submit(item=item, by=cast.clerk, now=later(1))
    item = passed(item, by=cast.reviewer, now=later(2))
    item = publish(item=item, by=cast.signer, now=later(3))
    item = revise(item=item, by=cast.clerk, now=later(4))
    facts = text_of(item.draft).facts
    assert (facts.made_on, facts.joint_organs) == (date(2024, 5, 20), ("县农业农村局",))


@pytest.mark.parametrize("attribute", ["on_request", "withheld"])
def test_what_is_not_for_the_public_is_not_published(cast, attribute):
    item = saved(cast, attribute=attribute)
    item = passed(submit(item=item, by=cast.clerk, now=NOW), by=cast.reviewer, now=NOW)
    with pytest.raises(Refusal, match="不能发布到网站"):
        publish(item=item, by=cast.signer, now=NOW)


def test_facts_are_told_in_words():
    facts = Facts(genre="notice", attribute="withheld", attribute_ground="process_information")
    said = dict(worded(facts, "党政办公室"))
    assert said["体裁"] == "通知"
    assert said["公开属性"] == "不予公开：过程性信息（《条例》第十六条第二款）"
    assert said["来源部门"] == "党政办公室"


def test_an_item_gets_its_number_when_it_is_handed_in_and_keeps_it(cast):
    item = draft(cast)
    assert item.index_number == ""
    first = reviewed(cast)
    assert first.index_number.endswith("/2024-00001")
    assert published(cast, title="另一条").index_number.endswith("/2024-00002")


def test_an_unknown_kind_of_document_is_refused():
    with pytest.raises(Refusal, match="没有这个选项"):
        checked_facts(Facts(rule_kind="poem"))


def test_the_form_offers_a_township_no_rules(cast):
    form = FactsFields(agency=cast.town, today=date(2026, 1, 5))
    assert [key for key, _ in form.fields["rule_kind"].choices] == [
        "",
        "normative_document",
        "other_document",
    ]


def test_a_kind_that_stands_there_stays_on_offer(cast):
    kept = {"rule_kind": "rules"}
    form = FactsFields(initial=kept, agency=cast.town, today=date(2026, 1, 5))
    assert ("rules", "规章") in form.fields["rule_kind"].choices

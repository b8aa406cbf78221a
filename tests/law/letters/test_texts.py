"""Every decision has its text; each text's fields are in the table, its articles in force, its names kept from others."""

import re
from datetime import date, timedelta

import pytest

from gongkai.law.in_force import NoRuleInForce
from gongkai.law.instruments import instrument_of
from gongkai.law.letters import FIELDS, LETTERS, TEXTS, draft, filled, letter, letter_text
from gongkai.law.letters.letter import labels_in
from gongkai.law.letters.texts import outcomes_of
from gongkai.law.outcomes import OUTCOMES, outcome

SAMPLES = {row.key: row.sample for row in FIELDS}
TODAY = date(2026, 11, 2)


def words(text) -> str:
    return "\n".join(filled(text, draft(text, SAMPLES), SAMPLES))


def test_every_decision_has_a_text_in_its_letter():
    for decision in OUTCOMES:
        text = letter_text(decision.letters[0], TODAY, decision.key)
        assert decision.cite in text.cites, decision.key
        assert text.in_force.since >= decision.in_force.since


def test_every_kind_of_letter_has_a_text_and_every_text_its_kind():
    assert {row.key for row in LETTERS} == {text.letter for text in TEXTS}
    assert all(outcomes_of(row.key) for row in LETTERS)


def test_texts_are_told_apart_by_letter_outcome_and_day():
    keys = [(text.letter, text.outcome, text.in_force.since) for text in TEXTS]
    assert len(set(keys)) == len(keys)


def test_labels_and_keys_of_fields_are_used_once():
    assert len({row.key for row in FIELDS}) == len({row.label for row in FIELDS}) == len(FIELDS)


def test_every_field_of_a_text_is_in_the_table():
    known = {row.label for row in FIELDS}
    for text in TEXTS:
        assert not {*text.needs, *text.may_hold} - known, text.letter


def test_no_text_outlives_what_it_rests_on():
    for text in TEXTS:
        for cite in text.cites:
            assert instrument_of(cite).in_force.since <= max(text.in_force.since, date(2021, 9, 26))
            assert instrument_of(cite).in_force.until is None


def test_a_text_names_its_articles_in_full():
    silent = {"reconfirmation", "withdrawn", "miscellaneous"}
    for text in TEXTS:
        official = letter(text.letter).official and text.outcome not in silent
        named = f"《{instrument_of(text.cite).title}》"
        assert (named in words(text)) is official, (text.letter, text.outcome)


def test_decisions_and_only_they_hold_the_remedies():
    for text in TEXTS:
        assert ("救济途径" in text.needs) is letter(text.letter).remedies


def test_letters_to_others_do_not_say_who_asked():
    for text in TEXTS:
        if letter(text.letter).to != "applicant" and "transfer" not in text.letter:
            named = {*text.needs, *text.may_hold} & {
                "申请人",
                "申请人联系方式",
                "申请编号",
                "申请内容",
            }
            assert not named, text.letter


def test_every_fact_stands_in_the_words():
    from gongkai.law.letters.fields import field_of_label, lines_of

    for text in TEXTS:
        said = words(text)
        for label in labels_in(each.text for each in text.paragraphs):
            row = field_of_label(label)
            for line in lines_of(row, row.sample):
                assert line.rstrip("。") in said, (text.letter, label)
        assert "{" not in said


@pytest.mark.parametrize("text", TEXTS, ids=lambda text: f"{text.letter}-{text.outcome}")
def test_words_read_as_sentences(text):
    for line in words(text).splitlines():
        assert not re.search(r"。。|；。|，，|：。|。；|的的|《《", line), line
        assert line[-1] in "。；：＿日" or text.letter == "third_party_slip", line


@pytest.mark.parametrize(
    ("day", "known"),
    [(date(2020, 12, 31), False), (date(2021, 1, 1), True), (date(2021, 1, 2), True)],
)
@pytest.mark.parametrize("key", [("fee_notice", ""), ("lapse", "fee_lapsed")])
def test_a_notice_of_fees_exists_since_there_are_fees(key, day, known):
    if known:
        assert letter_text(key[0], day, key[1]).in_force.covers(day)
    else:
        with pytest.raises(NoRuleInForce, match=r"2020-12-31 没有生效的"):
            letter_text(key[0], day, key[1])


def test_a_text_whose_time_is_over_retires_itself(monkeypatch):
    from dataclasses import replace

    from gongkai.law.letters import texts

    last = date(2027, 6, 30)
    old = letter_text("extension", TODAY)
    closed = replace(old, in_force=replace(old.in_force, until=last))
    newer = replace(old, in_force=replace(old.in_force, since=last + timedelta(days=2)))
    monkeypatch.setattr(texts, "TEXTS", (closed, newer))
    assert letter_text("extension", last) is closed
    with pytest.raises(NoRuleInForce):
        letter_text("extension", last + timedelta(days=1))
    assert letter_text("extension", last + timedelta(days=2)) is newer


def test_a_letter_does_not_serve_another_decision():
    with pytest.raises(KeyError, match="state_secret"):
        letter_text("grant", TODAY, "state_secret")
    with pytest.raises(KeyError):
        letter_text("no_such_letter", TODAY)


def test_a_text_calls_itself_by_its_title():
    assert letter_text("grant", TODAY, "provided").paper == "答复书"
    assert letter_text("refusal", TODAY, "state_secret").paper == "告知书"
    assert letter_text("joint_organ_consultation", TODAY).paper == "函"


def test_what_a_decision_must_say_has_a_field():
    assert "检索情况" in letter_text("nonexistence", TODAY, "nonexistent").needs
    assert "上次答复文号" in letter_text("not_processed", TODAY, "repeated").needs
    for decision in (row for row in OUTCOMES if outcome(row.key).inventory):
        assert "不予公开的信息" in letter_text(decision.letters[0], TODAY, decision.key).needs

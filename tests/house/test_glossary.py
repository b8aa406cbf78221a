"""Identifiers are words of the glossary: 中文 - English identifier - article, in docs/glossary.md."""

import re
from pathlib import Path
from typing import get_args

import pytest

from gongkai.law.annual_report import findings, form, outline, report
from gongkai.law.applicant_news import NEWS
from gongkai.law.attributes import ATTRIBUTES, GROUNDS
from gongkai.law.case_notices import NOTICES
from gongkai.law.case_states import MOVES as CASE_MOVES
from gongkai.law.case_states import STATES as CASE_STATES
from gongkai.law.catalogue import CATALOGUE, SPECIAL_LIMITS, OrganKind
from gongkai.law.catalogue.standard import CHOICES
from gongkai.law.clock_events import EVENT_RULES
from gongkai.law.collection_states import MOVES as COLLECTION_MOVES
from gongkai.law.collection_states import STATES as COLLECTION_STATES
from gongkai.law.columns import COLUMNS
from gongkai.law.contribution_states import CHANNELS as CONTRIBUTION_CHANNELS
from gongkai.law.contribution_states import HIDING
from gongkai.law.contribution_states import MOVES as CONTRIBUTION_MOVES
from gongkai.law.contribution_states import STATES as CONTRIBUTION_STATES
from gongkai.law.decision_states import MOVES as REPLY_MOVES
from gongkai.law.decision_states import STATES as REPLY_STATES
from gongkai.law.duties import DUTIES
from gongkai.law.genres import GENRES
from gongkai.law.instruments import INSTRUMENTS
from gongkai.law.interview_states import MOVES as INTERVIEW_MOVES
from gongkai.law.interview_states import STATES as INTERVIEW_STATES
from gongkai.law.letters import FIELDS, LETTERS
from gongkai.law.open_accounts import (
    ACCOUNTS_KINDS,
    ACCOUNTS_SCOPES,
    BALANCE_RULES,
    CROSS_RULES,
    OPEN_TABLES,
)
from gongkai.law.outcome_needs import NEEDS
from gongkai.law.outcomes import OUTCOMES
from gongkai.law.periods import PERIODS
from gongkai.law.public_consultation_states import MOVES as CONSULTATION_MOVES
from gongkai.law.public_consultation_states import STATES as CONSULTATION_STATES
from gongkai.law.public_consultations import ANSWERS, HEARING_RULES, KINDS
from gongkai.law.publication_states import MOVES as ITEM_MOVES
from gongkai.law.publication_states import STATES as ITEM_STATES
from gongkai.law.publication_steps import CONCLUSIONS, QUESTIONS, STEPS
from gongkai.law.receipt import CHANNELS
from gongkai.law.reconsideration_organs import Place, System
from gongkai.law.record_corrections import CORRECTION_RESULTS
from gongkai.law.release_timer import STARTS
from gongkai.law.remedy_results import RESULTS
from gongkai.law.report_states import MOVES, STATES
from gongkai.law.request_forms import WISHES
from gongkai.law.service_ways import WAYS
from gongkai.law.themes import THEMES
from gongkai.law.validity import VALIDITIES
from tests.house.source import for_each, text_of

GLOSSARY = text_of(Path("docs/glossary.md"))
HEADINGS = {"中文", "---"}
ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in GLOSSARY.splitlines()
    if line.startswith("|")
]
ENTRIES = [row for row in ROWS if row[0] not in HEADINGS]
WORDS = {word for row in ENTRIES for word in re.findall(r"`([^`]+)`", row[1])}


def keys_of(cells: tuple[form.Cell, ...]) -> set[str]:
    """The words of dotted keys: requests, received, total."""
    return {word for cell in cells for word in cell.key.split(".")}


FAMILIES = {
    "cells of the 2021 form": keys_of(form.cells("2021", undivided=False)),
    "cells of the 2019 form": keys_of(form.cells("2019", undivided=True)),
    "chapters": {chapter.key for chapter in outline.CHAPTERS},
    "notes on cells": set(get_args(report.Reason)),
    "rules of check": set(get_args(findings.Rule)),
    "severities": set(get_args(findings.Severity)),
    "decisions": {decision.key for decision in OUTCOMES},
    "letters": {letter.key for letter in LETTERS},
    "fields of letters": {field.key for field in FIELDS},
    "places of reconsideration": {*get_args(Place), *get_args(System)} - {"ordinary"},
    "items of the catalogue": {item.key for item in CATALOGUE},
    "limits on publication": {row.key for row in SPECIAL_LIMITS},
    "starts of the release timer": {row.key for row in STARTS},
    "choices of the catalogue": {row.key for row in CHOICES},
    "kinds of organ": set(get_args(OrganKind)),
    "statutory periods": {period.key for period in PERIODS},
    "states of a report": {state.key for state in STATES},
    "moves of a report": {move.key for move in MOVES},
    "states of a collected report": {state.key for state in COLLECTION_STATES},
    "moves of a collected report": {move.key for move in COLLECTION_MOVES},
    "clock events": {rule.kind.value for rule in EVENT_RULES},
    "states of a request": {row.key for row in CASE_STATES},
    "moves of a request": {row.key for row in CASE_MOVES},
    "states of a reply": {row.key for row in REPLY_STATES},
    "moves of a reply": {row.key for row in REPLY_MOVES},
    "notices of casework": {row.key for row in NOTICES},
    "news for applicants": {row.key for row in NEWS},
    "channels of a request": {row.channel for row in CHANNELS},
    "what an outcome needs": {row.key for row in NEEDS},
    "ways of service": {row.key for row in WAYS},
    "results of remedies": {row.key for row in RESULTS},
    "results of corrections": {row.key for row in CORRECTION_RESULTS},
    "forms and routes": {row.key for row in WISHES},
    "articles that pages quote": {row.key for row in DUTIES},
    "columns": {column.key for column in COLUMNS},
    "states of publication": {state.key for state in ITEM_STATES},
    "moves of publication": {move.key for move in ITEM_MOVES},
    "review steps": {row.key for row in (*STEPS, *QUESTIONS, *CONCLUSIONS)},
    "genres": {genre.key for genre in GENRES},
    "themes": {theme.key for theme in THEMES},
    "disclosure attributes": {row.key for row in (*ATTRIBUTES, *GROUNDS)},
    "consultations": {row.key for row in (*KINDS, *CONSULTATION_STATES, *CONSULTATION_MOVES)},
    "answers and hearings": {row.key for row in (*ANSWERS, *HEARING_RULES)},
    "live Q&A": {row.key for row in (*INTERVIEW_STATES, *INTERVIEW_MOVES)},
    "contributions": {
        row.key
        for row in (*CONTRIBUTION_STATES, *CONTRIBUTION_MOVES, *CONTRIBUTION_CHANNELS, *HIDING)
    },
    "open accounts": {row.key for row in (*ACCOUNTS_KINDS, *ACCOUNTS_SCOPES, *OPEN_TABLES)},
    "balances of open accounts": {row.key for row in (*BALANCE_RULES, *CROSS_RULES)},
    "values of validity": {row.key for row in VALIDITIES},
}


@pytest.mark.parametrize("family", FAMILIES)
def test_every_key_of_a_table_is_in_the_glossary(family):
    missing = FAMILIES[family] - WORDS
    assert not missing, (
        f"{family}: {sorted(missing)} stand in no row of docs/glossary.md. A word used in code, in JSON and in a "
        f"letter must mean one thing; add its row with the Chinese and the article."
    )


@for_each(ENTRIES)
def test_every_entry_has_chinese_english_and_a_place_for_the_article(row):
    assert len(row) == 3
    assert re.search(r"[\u4e00-\u9fff]", row[0])
    assert re.search(r"[A-Za-z]", row[1])


def test_every_instrument_named_in_the_glossary_is_listed():
    named = {name for row in ENTRIES for name in re.findall(r"《([^》]+)》", row[2])}
    unknown = named - {instrument.name for instrument in INSTRUMENTS}
    assert not unknown, f"Not among the instruments of the law: {sorted(unknown)}"


def test_no_chinese_term_is_entered_twice_under_one_heading():
    for section in re.split(r"^## ", GLOSSARY, flags=re.MULTILINE)[1:]:
        terms = re.findall(r"^\| ([^|]+) \| `", section, flags=re.MULTILINE)
        assert len(set(terms)) == len(terms), section.splitlines()[0]


def test_the_glossary_is_as_long_as_the_field_needs():
    assert len(ENTRIES) > 80

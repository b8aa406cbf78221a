"""Whatever shape a report comes in, its figures come out; whatever is done to it, no wrong figure does."""

import random
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.reading.doors import read_bytes
from tests.paperwork.reading.layouts import TEXTS, markdown, wrapped
from tests.paperwork.reading.web_layout import web_page
from tests.strategies import valid_reports

GRIDS = (markdown, web_page)
EVERY = {layout.__name__: layout for layout in (*TEXTS, *GRIDS)}
few = settings(max_examples=15, deadline=None)


def differences(report: AnnualReport, read: AnnualReport) -> dict[str, tuple[object, object]]:
    wrong = {key: (report.figures[key], read.figures.get(key)) for key in report.figures}
    return {key: pair for key, pair in wrong.items() if pair[0] != pair[1]}


@pytest.mark.parametrize("name", EVERY)
@few
@given(data=st.data())
def test_every_figure_comes_out_of_every_layout(name, data):
    report = data.draw(valid_reports(blanks=EVERY[name] in GRIDS))
    read = read_bytes(EVERY[name](report).encode())
    assert read.edition == report.edition
    assert differences(report, read) == {}


@pytest.mark.parametrize("name", EVERY)
@few
@given(data=st.data())
def test_title_organ_year_date_and_chapters_come_out_too(name, data):
    report = data.draw(valid_reports(blanks=False))
    read = read_bytes(EVERY[name](report).encode())
    assert (read.title, read.organ, read.year) == (report.title, report.organ, report.year)
    assert read.signed_on == report.signed_on
    assert read.outline == report.outline
    assert {key: read.chapters[key] for key in report.chapters} == report.chapters


def damaged(text: str, chance: random.Random) -> str:
    """The text with some lines dropped and some words cut short, but with no figure altered."""
    lines = [line for line in text.split("\n") if chance.random() > 0.03]
    for at in chance.choices(range(len(lines)), k=chance.randint(0, 6)):
        words = lines[at].split(" ")
        labels = [i for i, word in enumerate(words) if word and not any(c.isdigit() for c in word)]
        if labels:
            i = chance.choice(labels)
            words[i] = words[i][: chance.randint(0, len(words[i]))]
        lines[at] = " ".join(words)
    return "\n".join(lines)


def damaged_page(page: str, chance: random.Random) -> str:
    """The page with some table rows dropped and some labels cut short; its mark-up stays whole."""
    page = re.sub(r"<tr>.*?</tr>", lambda row: row.group() if chance.random() > 0.03 else "", page)

    def cut(label: re.Match[str]) -> str:
        return (
            label.group()[: chance.randint(0, len(label.group()))]
            if chance.random() < 0.05
            else label.group()
        )

    return re.sub(r"(?<=<span>)[^<0-9]{2,}(?=</span>)", cut, page)


@pytest.mark.parametrize("name", EVERY)
@settings(max_examples=40, deadline=None)
@given(data=st.data())
def test_damage_never_yields_a_wrong_figure(name, data):
    report = data.draw(valid_reports(blanks=EVERY[name] in GRIDS))
    chance = random.Random(data.draw(st.integers(0, 10**6)))
    text = (damaged_page if name == "web_page" else damaged)(EVERY[name](report), chance)
    try:
        read = read_bytes(text.encode())
    except UnreadableReport:
        return
    wrong = differences(report, read)
    shared = {
        key: pair for key, pair in wrong.items() if pair[1] is not None and key in read.figures
    }
    assert shared == {}


@few
@given(report=valid_reports(blanks=False))
def test_text_kept_as_typed_on_a_page_is_read_line_by_line(report):
    page = f"<html><body><div><pre>{wrapped(report)}</pre></div></body></html>"
    assert differences(report, read_bytes(page.encode())) == {}

"""Every figure of a report comes out of its PDF, however the borders are drawn and wherever the pages break."""

from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork.reading.doors import read_bytes
from tests.paperwork.reading.pdf_maker import STYLES
from tests.paperwork.reading.pdf_reports import Look, drawn
from tests.strategies import valid_reports

LOOKS = st.builds(
    Look,
    style=st.sampled_from(sorted(STYLES)),
    size=st.sampled_from([9.0, 12.0]),
    split=st.booleans(),
    start=st.floats(0, 600),
    folio=st.sampled_from(["- {} -", "{}", "第{}页"]),
)


@settings(max_examples=12, deadline=None)
@given(report=valid_reports(blanks=True), look=LOOKS)
def test_every_figure_comes_out_of_every_look(report: AnnualReport, look: Look):
    read = read_bytes(drawn(report, look))
    wrong = {key: (figure, read.figures.get(key)) for key, figure in report.figures.items()}
    assert {key: pair for key, pair in wrong.items() if pair[0] != pair[1]} == {}


@settings(max_examples=5, deadline=None)
@given(report=valid_reports(blanks=False), look=LOOKS)
def test_edition_and_chapters_come_out_too(report: AnnualReport, look: Look):
    read = read_bytes(drawn(report, look))
    assert read.edition == report.edition
    for key, text in report.chapters.items():
        assert read.chapters[key].replace("\n", "") == text.replace("\n", "")

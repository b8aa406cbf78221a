"""Bytes from anybody, through the public door: a report, or a refusal in Chinese, and never anything else."""

import re

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork import HostileFile, UnreadableReport, read_report
from gongkai.paperwork.bounded import ReaderBroke
from tests.paperwork.fuzz_targets import TABLE, TEXT, contract, pdf_file, word_body, word_file

HAN = re.compile(r"[\u4e00-\u9fff]")
BOUNDED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
JUNK = st.one_of(
    st.binary(max_size=12),
    st.sampled_from([b"<", b">", b"</table>", b"<table>", b"<td rowspan=99999>", b"&#0;", b"\x00", b"\xff\xfe", b'"', b"0" * 40, b"\xe4\xb8", b"[[[[", b"\n\n"]),
)  # fmt: skip
EDITS = st.lists(st.tuples(st.floats(0, 1), st.integers(0, 40), JUNK), min_size=1, max_size=6)
SAMPLES = {
    "text": TEXT.encode(),
    "gb18030": TEXT.encode("gb18030"),
    "html": TABLE.encode(),
    "json": contract(),
    "pdf": pdf_file(),
    "docx": word_file(),
}


def edited(data: bytes, edits: list[tuple[float, int, bytes]]) -> bytes:
    """``data`` with pieces replaced: (where, from 0 to 1; how many bytes go; what comes)."""
    for where, length, new in edits:
        at = int(where * len(data))
        data = data[:at] + new + data[at + length :]
    return data


def is_read_or_refused(data: bytes) -> None:
    try:
        report = read_report(data)
    except UnreadableReport as refusal:
        error = refusal
    else:
        assert isinstance(report, AnnualReport)
        return
    assert not isinstance(error, ReaderBroke), error.__notes__
    assert HAN.search(str(error))
    assert "\n" not in str(error)


@given(st.binary(max_size=2000))
@BOUNDED
def test_random_bytes_are_read_or_refused(data):
    is_read_or_refused(data)


@given(st.text(max_size=2000))
@BOUNDED
def test_random_text_is_read_or_refused(text):
    is_read_or_refused(text.encode("utf-8", "surrogatepass"))


@pytest.mark.parametrize("name", SAMPLES)
@given(edits=EDITS)
@BOUNDED
def test_a_damaged_file_is_read_or_refused(name, edits):
    is_read_or_refused(edited(SAMPLES[name], edits))


@given(edits=EDITS)
@BOUNDED
def test_a_word_file_with_damaged_text_is_read_or_refused(edits):
    is_read_or_refused(word_file(edited(word_body(), edits)))


@pytest.mark.parametrize("name", SAMPLES)
@given(keep=st.floats(0, 1))
@BOUNDED
def test_a_truncated_file_is_read_or_refused(name, keep):
    data = SAMPLES[name]
    is_read_or_refused(data[: int(keep * len(data))])


HOSTILE = {
    "elements nested without end": b"<html><body>" + b"<div>" * 100_000,
    "lists nested without end": b'{"a":' * 100_000,
    "one long line": b"1 " * 500_000,
    "one cell of ten million columns": TABLE.replace(
        'rowspan="2"', 'colspan="10000000" rowspan="10000000"'
    ).encode(),
    "a table of a million cells": b"<html><table><tr>" + b"<td rowspan=500 colspan=200>1" * 20_000,
    "fifty thousand headings": "一、总体情况\n".encode() * 50_000,
    "a number of a million digits": b"<html><table><tr><td>" + b"9" * 1_000_000,
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_is_read_or_refused(name):
    is_read_or_refused(HOSTILE[name])


def test_a_text_of_500_mib_is_refused_at_once(tmp_path):
    with (tmp_path / "huge.txt").open("wb") as file:
        file.truncate(500 * 2**20)
    with pytest.raises(HostileFile, match="过大"):
        read_report(tmp_path / "huge.txt")

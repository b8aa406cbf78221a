"""The words of an annual report in which readers look: its chapters, and the labels of its tables as they are printed."""

from collections.abc import Iterator, Mapping
from typing import Any

from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.citation import chinese_numeral
from gongkai.paperwork.contract_json import from_contract
from gongkai.paperwork.printing.form_tables import FormTable, form_tables

_HEADINGS = {chapter.key: chapter.heading for chapter in CHAPTERS}


def report_words(contract: Mapping[str, Any]) -> Iterator[str]:
    """Organ, headings with their texts, and each table's title and labels, each label once; no tables where it says no contract."""
    yield str(contract.get("organ") or "")
    for key, text in (contract.get("chapters") or {}).items():
        if text:
            yield from (_HEADINGS.get(key, ""), str(text))
    if "contract" in contract:
        for table in form_tables(from_contract(contract)):
            yield " ".join(_labels(table))


def _labels(table: FormTable) -> Iterator[str]:
    yield f"表{chinese_numeral(table.number)}"
    yield table.title
    yield from dict.fromkeys(cell.text for row in table.rows for cell in row if cell.is_header)

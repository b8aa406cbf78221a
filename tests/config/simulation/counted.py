"""表三, 表四 and the documents of 表二, counted once more from the tale of a simulation alone; each cell with the keys behind it.

Written from the definitions of the form; nothing of the program's own counting is used.
"""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date

from gongkai.config.simulation.told import Asked, Document, Remedied, Told

APPLICANTS = (
    "natural_person", "enterprise", "research_institution", "public_welfare", "legal_service", "other_organization",
)  # fmt: skip
ROWS = (
    "granted", "partly_granted", "refused_state_secret", "refused_forbidden_by_law", "refused_security_and_stability",
    "refused_third_party_rights", "refused_internal_affairs", "refused_process_information", "refused_enforcement_file",
    "refused_inquiry_matter", "unavailable_not_held", "unavailable_must_be_created", "unavailable_still_unclear",
    "unprocessed_petition", "unprocessed_repeated", "unprocessed_publication", "unprocessed_excessive",
    "unprocessed_reconfirmation", "other_clarification_lapsed", "other_fee_lapsed", "other_miscellaneous",
)  # fmt: skip
BLOCKS = ("reconsideration", "litigation_direct", "litigation_after_reconsideration")
COLUMNS = ("upheld", "corrected", "other", "pending")
Cells = dict[str, list[str]]
"""By cell, the keys of what stands behind it."""


def request_cells(told: Told, year: int, as_of: date | None = None) -> Cells:
    """Every cell of 表三."""
    first, last = _span(year, as_of)
    cells: Cells = {
        f"requests.{row}.{column}": []
        for row in ("received", "carried_in", *ROWS, "concluded", "carried_out")
        for column in (*APPLICANTS, "total")
    }
    for asked in told.of(Asked):
        for row in _rows(asked, first, last):
            for column in (asked.applicant, "total"):
                cells[f"requests.{row}.{column}"].append(asked.key)
    return cells


def _rows(asked: Asked, first: date, last: date) -> Iterable[str]:
    """The rows of a year in which a 件 stands."""
    closed = asked.closed_on or date.max
    if first <= asked.counts_from <= last:
        yield "received"
    if asked.counts_from < first <= closed:
        yield "carried_in"
    if first <= closed <= last:
        yield from (asked.row, "concluded")
    if asked.counts_from <= last < closed:
        yield "carried_out"


def remedy_cells(told: Told, year: int, as_of: date | None = None) -> Cells:
    """Every cell of 表四, by the rule that counts what was alive within the year."""
    first, last = _span(year, as_of)
    cells: Cells = {
        f"remedies.{block}.{column}": [] for block in BLOCKS for column in (*COLUMNS, "total")
    }
    for remedied in told.of(Remedied):
        closed = remedied.closed_on or date.max
        if remedied.received_on <= last and closed >= first:
            column = remedied.column if closed <= last else "pending"
            cells[f"remedies.{remedied.block}.{column}"].append(remedied.key)
            cells[f"remedies.{remedied.block}.total"].append(remedied.key)
    return cells


def document_cells(told: Told, year: int, as_of: date | None = None) -> Cells:
    """The line of normative documents in 表二; a township makes no rules."""
    first, last = _span(year, as_of)
    cells: Cells = defaultdict(list)
    for document in (each for each in told.of(Document) if each.leads):
        repealed, ends = document.repealed_on or date.max, document.ends_on or date.max
        if first <= document.made_on <= last:
            cells["proactive.normative_documents.issued"].append(document.key)
        if first <= repealed <= last:
            cells["proactive.normative_documents.repealed"].append(document.key)
        if document.made_on <= last < repealed and ends >= last:
            cells["proactive.normative_documents.in_force"].append(document.key)
    return cells


def figures(cells: Cells) -> dict[str, int]:
    """How many stand behind each."""
    return {cell: len(keys) for cell, keys in cells.items()}


def key_of(title: str) -> str:
    """The key at the end of a title."""
    return title.rpartition("模拟")[2].removesuffix("）")


def _span(year: int, as_of: date | None) -> tuple[date, date]:
    last = date(year, 12, 31)
    return date(year, 1, 1), min(as_of or last, last)

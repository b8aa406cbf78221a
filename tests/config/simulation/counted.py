"""表三, 表四 and the documents of 表二, counted once more from the tale of a simulation alone; each cell with the keys behind it.

Written from the definitions of the form; nothing of the program's own counting is used.
"""

from collections.abc import Iterable
from datetime import date
from decimal import Decimal

from gongkai.config.simulation.told import Asked, Document, Remedied, Returned, Told

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
DOCUMENT_PARTS = ("issued", "repealed", "in_force")
LINES = ("permits", "penalties", "compulsory_measures", "administrative_fees_wan_yuan")
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
    cells: Cells = {f"proactive.normative_documents.{part}": [] for part in DOCUMENT_PARTS}
    for document in (each for each in told.of(Document) if each.leads):
        repealed, ends = document.repealed_on or date.max, document.ends_on or date.max
        if first <= document.made_on <= last:
            cells["proactive.normative_documents.issued"].append(document.key)
        if first <= repealed <= last:
            cells["proactive.normative_documents.repealed"].append(document.key)
        if document.made_on <= last < repealed and ends >= last:
            cells["proactive.normative_documents.in_force"].append(document.key)
    return cells


def return_figures(told: Told, year: int, as_of: date | None = None) -> dict[str, Decimal | None]:
    """The lines that departments hand in: the sum of what was handed in for days of the year, None where nothing was."""
    cells: dict[str, Decimal | None] = {f"proactive.{line}": None for line in LINES}
    for returned in returns(told, year, as_of):
        cell = f"proactive.{returned.line}"
        cells[cell] = (cells[cell] or Decimal(0)) + returned.figure
    return cells


def returns(told: Told, year: int, as_of: date | None = None) -> list[Returned]:
    """What was handed in for days of the year and stands."""
    first, last = _span(year, as_of)
    rows = [each for each in told.of(Returned) if each.ended_on is None]
    return [each for each in rows if first <= each.first_day and each.last_day <= last]


def whole_form(told: Told, year: int, as_of: date | None = None) -> dict[str, int | Decimal | None]:
    """All two hundred cells of the form of 2021; a township makes no rules."""
    rules = {f"proactive.rules.{part}": 0 for part in DOCUMENT_PARTS}
    parts = [table(told, year, as_of) for table in (document_cells, request_cells, remedy_cells)]
    return (
        rules
        | return_figures(told, year, as_of)
        | {cell: len(keys) for part in parts for cell, keys in part.items()}
    )


def figures(cells: Cells) -> dict[str, int]:
    """How many stand behind each."""
    return {cell: len(keys) for cell, keys in cells.items()}


def key_of(title: str) -> str:
    """The key at the end of a title."""
    return title.rpartition("模拟")[2].removesuffix("）")


def _span(year: int, as_of: date | None) -> tuple[date, date]:
    last = date(year, 12, 31)
    return date(year, 1, 1), min(as_of or last, last)

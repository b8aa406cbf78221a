"""What sentences of the simulated reports state: by a name, the cells that are added up for it."""

from collections.abc import Iterable, Mapping
from decimal import Decimal

from bench.county_reports.figures import Figures
from gongkai.law.annual_report.form import (
    APPLICANTS,
    BLOCKS,
    OUTCOME_ROWS,
    REFUSED,
    UNAVAILABLE,
    UNPROCESSED,
)

Value = int | Decimal
Values = dict[str, Value]

_ORGANISATIONS = tuple(column.key for column in APPLICANTS[1:])
_OTHER = ("other_clarification_lapsed", "other_fee_lapsed", "other_miscellaneous")


def _rows(*rows: str) -> tuple[str, ...]:
    return tuple(f"requests.{row}.total" for row in rows)


def _group(group: str) -> tuple[str, ...]:
    return _rows(*(row.key for row in OUTCOME_ROWS if row.group == group))


def _litigation(column: str) -> tuple[str, ...]:
    return (
        f"remedies.litigation_direct.{column}",
        f"remedies.litigation_after_reconsideration.{column}",
    )


CELLS: Mapping[str, tuple[str, ...]] = {
    "received": _rows("received"), "carried_in": _rows("carried_in"),
    "concluded": _rows("concluded"), "carried_out": _rows("carried_out"),
    "granted": _rows("granted"), "partly": _rows("partly_granted"), "refused": _group(REFUSED),
    "unavailable": _group(UNAVAILABLE), "unprocessed": _group(UNPROCESSED), "other": _rows(*_OTHER),
    "not_held": _rows("unavailable_not_held"), "petition": _rows("unprocessed_petition"),
    "repeated": _rows("unprocessed_repeated"), "process": _rows("refused_process_information"),
    "natural": ("requests.received.natural_person",), "enterprise": ("requests.received.enterprise",),
    "organisations": tuple(f"requests.received.{column}" for column in _ORGANISATIONS),
    "reconsideration": ("remedies.reconsideration.total",),
    "upheld": ("remedies.reconsideration.upheld",), "corrected": ("remedies.reconsideration.corrected",),
    "pending": ("remedies.reconsideration.pending",), "litigation": _litigation("total"),
    "direct": ("remedies.litigation_direct.total",), "after": ("remedies.litigation_after_reconsideration.total",),
    "fee_lapsed": _rows("other_fee_lapsed"),
    "issued": ("proactive.normative_documents.issued",),
    "repealed": ("proactive.normative_documents.repealed",),
    "in_force": ("proactive.normative_documents.in_force",), "permits": ("proactive.permits",),
    "penalties": ("proactive.penalties",), "compulsory": ("proactive.compulsory_measures",),
    "fees": ("proactive.administrative_fees_wan_yuan",),
}  # fmt: skip
"""Every name that a wording may use for a figure of the tables."""


_CARRIED_IN = {
    "natural": ("requests.carried_in.natural_person",),
    "organisations": tuple(f"requests.carried_in.{column}" for column in _ORGANISATIONS),
    "received": _rows("carried_in"),
}
_REMEDIES = tuple(f"remedies.{block.key}." for block in BLOCKS)


def values_of(figures: Figures) -> Values:
    """What each name is in these tables."""
    return {name: _sum(figures, cells) for name, cells in CELLS.items()}


def _sum(figures: Figures, cells: Iterable[str]) -> Value:
    return sum((figures[cell] or 0 for cell in cells), start=0)


def other_readings(name: str, figures: Figures) -> set[Value]:
    """The figure, and other sums that the same words are used for: a text that states one of them is not wrong."""
    values = values_of(figures)
    readings = {values[name]}
    if name in _CARRIED_IN:
        readings.add(values[name] + _sum(figures, _CARRIED_IN[name]))
    if name == "concluded":
        of_new = values["received"] - values["carried_out"]
        readings |= {values["received"], values["received"] + values["carried_in"], of_new}
    if name in {"upheld", "corrected", "pending"}:
        one, two, three = (figures[block + name] or 0 for block in _REMEDIES)
        readings |= {two, three, two + three, one + two + three}
    return readings

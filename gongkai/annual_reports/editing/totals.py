"""The totals of the form, computed when somebody asks for it and never by themselves."""

from dataclasses import replace

from gongkai.law.annual_report import AnnualReport, Figure
from gongkai.law.annual_report.balances import Balance, balances
from gongkai.law.annual_report.ledger import Ledger

FILLED_BY = ("row_sum", "outcomes_sum", "row_sum", "remedy_sum")
"""The balances whose right side is one total, in the order in which they are computed: a corner adds what was filled."""


def with_totals(report: AnnualReport) -> AnnualReport:
    """The report with each total computed of the cells it adds up.

    A total stays as it is where one of its cells is not known, or where none of them is filled in.
    """
    every = balances(report.edition, undivided=report.undivided)
    for rule in FILLED_BY:
        report = _with_figures(report, [balance for balance in every if balance.rule == rule])
    return report


def _with_figures(report: AnnualReport, sums: list[Balance]) -> AnnualReport:
    ledger = Ledger.of(report)
    filled: dict[str, Figure] = {}
    for balance in sums:
        keys = [term.key for term in balance.left]
        total = ledger.total(keys)
        if total is not None and any(report.figures.get(key) is not None for key in keys):
            filled[balance.where] = total
    changed = {key for key, figure in filled.items() if report.figures.get(key) != figure}
    notes = tuple(note for note in report.notes if note.where not in changed)
    return replace(report, figures={**report.figures, **filled}, notes=notes)

"""The balances of a report as the browser gets them: the same rows that the server checks by, so that no sum is written twice."""

from typing import Any

from gongkai.annual_reports.editing.totals import FILLED_BY
from gongkai.law.annual_report import AnnualReport
from gongkai.law.annual_report.balances import (
    Balance,
    Term,
    balances,
    carry_overs,
    documents_in_force,
)
from gongkai.law.annual_report.ledger import Ledger


def live_balances(report: AnnualReport, previous: AnnualReport | None = None) -> dict[str, Any]:
    """``{"balances": [...]}``: each with its two sides, their names in words, and whether it fills a total.

    A term is ``{"key", "label", "sign"}``; one of last year's report has its figure as ``value`` instead of a key.
    """
    rows = list(balances(report.edition, undivided=report.undivided))
    if previous is not None:
        rows += carry_overs()
        if report.edition == previous.edition == "2021":
            rows += documents_in_force()
    last_year = Ledger.of(previous) if previous else None
    return {"balances": [_row(balance, last_year) for balance in rows]}


def _row(balance: Balance, last_year: Ledger | None) -> dict[str, Any]:
    return {
        "rule": balance.rule,
        "where": balance.where,
        "place": balance.place,
        "severity": balance.severity,
        "cite": str(balance.cite),
        "left": [_term(term, last_year) for term in balance.left],
        "right": [_term(term, last_year) for term in balance.right],
        "leftName": balance.left_name,
        "rightName": balance.right_name,
        "fills": balance.rule in FILLED_BY,
    }


def _term(term: Term, last_year: Ledger | None) -> dict[str, Any]:
    said: dict[str, Any] = {"label": term.label, "sign": term.sign}
    if not term.last_year:
        return said | {"key": term.key}
    number = last_year.number(term.key) if last_year else None
    return said | {"value": None if number is None else str(number)}

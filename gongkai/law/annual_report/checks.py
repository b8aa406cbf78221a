"""``check``: everything that can be said against an annual report, in one ordered list."""

from gongkai.law.annual_report.balances import balances
from gongkai.law.annual_report.cell_checks import check_cells
from gongkai.law.annual_report.findings import Finding, in_order
from gongkai.law.annual_report.ledger import Ledger
from gongkai.law.annual_report.narrative import check_narrative
from gongkai.law.annual_report.plausibility import check_plausibility
from gongkai.law.annual_report.previous import compare_years
from gongkai.law.annual_report.report import AnnualReport
from gongkai.law.annual_report.structure import check_structure
from gongkai.law.annual_report.weighing import Scales
from gongkai.law.catalogue.item import OrganKind


def check(report: AnnualReport, previous: AnnualReport | None = None, *, organ_kind: OrganKind | None = None) -> list[Finding]:
    """All findings about ``report``, errors first; ``previous`` is last year's report of the same organ.

    ``organ_kind`` lets ``plausibility`` look at what only some organs can do; where it is not known those rows say nothing.

    A blank cell is read as 0. A balance that touches a figure which was not found or could not be read is a note
    无法核对, never an error. The order and the fingerprints are the same from run to run.
    """
    here = Ledger.of(report)
    last_year = Ledger.of(previous) if previous else None
    findings = [
        *Scales(here).weigh(balances(report.edition, undivided=report.undivided)),
        *check_cells(here),
        *check_structure(here),
        *check_narrative(here, last_year),
        *check_plausibility(here, last_year, organ_kind),
    ]
    if last_year:
        findings += compare_years(here, last_year)
    return in_order(report, findings)

"""A compiled report with the text of a flawless one, so that every check has something to look at."""

from dataclasses import replace
from datetime import date

from gongkai.annual_reports.compiling.compiled import Compiled
from gongkai.law.annual_report import AnnualReport
from tests.law.annual_report.reports import zeros


def with_words(found: Compiled) -> AnnualReport:
    """The report, signed in the January after its year."""
    bare = zeros()
    text = {name: getattr(bare, name) for name in ("chapters", "outline")}
    return replace(found.value, signed_on=date(found.span.year + 1, 1, 20), **text)

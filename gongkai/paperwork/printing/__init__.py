"""Prints annual reports in the national form. ``form_tables`` lays the tables out once; html, pdf and docx draw them.

Nothing of a print-out is decided by the clock or the machine: the same report gives the same bytes.
"""

from collections.abc import Callable
from importlib import import_module
from typing import Literal, get_args

from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork.contract_json import dumps

Kind = Literal["html", "docx", "pdf", "json"]


def print_report(report: AnnualReport, kind: Kind) -> bytes:
    """The report as a file of that kind, in its own edition of the form. Blank cells stay blank.

    Raises CannotPrint with a sentence for people if something is missing here (a Chinese font for PDF), and ValueError
    for a kind that is none.
    """
    if kind == "json":
        # Half a surrogate pair has no UTF-8; backslashreplace writes it as the JSON escape that it came from.
        return dumps(report).encode(errors="backslashreplace") + b"\n"
    if kind not in get_args(Kind):
        raise ValueError(f"印出格式应为 {'、'.join(get_args(Kind))}，得到 {kind!r}")
    # Imported only now: who reads or checks reports needs neither typst nor python-docx.
    printer = import_module(f"gongkai.paperwork.printing.{kind}")
    to_bytes: Callable[[AnnualReport], bytes] = getattr(printer, f"to_{kind}")
    return to_bytes(report)

"""What signing freezes: the contract JSON of a report as bytes, and their SHA-256. The same bytes are offered as the JSON file."""

import hashlib
from dataclasses import replace
from datetime import date

from gongkai.annual_reports.models import Report, ReportVersion
from gongkai.annual_reports.values import value_of
from gongkai.law.annual_report import AnnualReport
from gongkai.paperwork import print_report


def to_be_frozen(report: Report, today: date) -> AnnualReport:
    """The value that a signature given today would freeze: without a date of its own it bears today's."""
    value = value_of(report)
    return value if value.signed_on else replace(value, signed_on=today)


def frozen_text(value: AnnualReport) -> str:
    """Contract JSON as text, as ``print_report`` writes it to a file."""
    return print_report(value, "json").decode()


def sha256_of(text: str) -> str:
    """64 hexadecimal digits over the text in UTF-8."""
    return hashlib.sha256(text.encode()).hexdigest()


def is_whole(version: ReportVersion) -> bool:
    """Whether the frozen text still has the hash that was written down when it was signed."""
    return sha256_of(version.frozen) == version.sha256

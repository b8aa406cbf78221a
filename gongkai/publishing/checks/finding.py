"""One finding: which check, where, on what evidence, what it means and what to do."""

import hashlib
from dataclasses import dataclass

from gongkai.publishing.checks.table import CheckRow, check_row


@dataclass(frozen=True, slots=True)
class Finding:
    """``anchor`` is where a click leads: ``#block-3`` inside the text, or an address. ``fix`` is where it can be put right at once.

    ``mark`` is the same for the same finding on the same thing, so that an override holds for it and for nothing else.
    ``severity`` is filled in by the table and the organ.
    """

    check: str
    place: str
    evidence: str
    message: str
    advice: str
    mark: str
    anchor: str = ""
    fix: str = ""
    fix_label: str = ""
    severity: str = ""

    @property
    def row(self) -> CheckRow:
        """The row of the table."""
        return check_row(self.check)

    @property
    def is_blocking(self) -> bool:
        """Whether it stops the release."""
        return self.severity == "blocking"

    @property
    def in_text(self) -> bool:
        """Whether the click leads into the text on the same page."""
        return self.anchor.startswith("#")


def mark(*parts: object) -> str:
    """A short mark for what a finding is about."""
    return hashlib.sha256("\n".join(map(str, parts)).encode()).hexdigest()[:16]

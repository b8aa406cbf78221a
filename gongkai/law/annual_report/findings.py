"""What a check found: one broken balance, one contradiction, one thing missing; always with its evidence.

Findings are plain values. Their order and their fingerprints are the same from run to run, so that what a person
decided about one of them can be kept beside it.
"""

import hashlib
import json
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.annual_report.report import AnnualReport
from gongkai.law.citation import Cite

Severity = Literal["error", "warning", "note"]
Rule = Literal[
    "row_sum", "outcomes_sum", "flow", "remedy_sum", "negative", "not_integer", "carry_over", "in_force",
    "narrative", "blank", "structure", "cell", "plausibility", "records", "field", "to_write", "copied", "promise",
]
"""The last four are said of a draft alone: no figure for a field, an open question, last year's text, last year's promise."""
Side = int | Decimal | str | None
"""One side of a comparison: a number, a text (a chapter, a date), or None where a side has nothing to show."""


def plain(number: Side) -> str:
    """A side as people write it: no exponent, no trailing zeros."""
    if not isinstance(number, Decimal):
        return "" if number is None else str(number)
    text = format(number, "f")
    text = text.rstrip("0").rstrip(".") if "." in text else text
    return "0" if text in {"-0", ""} else text


@dataclass(frozen=True, slots=True)
class Finding:
    """One finding.

    ``where`` is a dotted key: a cell (``requests.received.total``), a row, a table, a chapter
    (``chapters.problems``) or a head field (``signed_on``). ``cells`` holds the keys of all cells involved.
    ``evidence`` quotes the sentence or the cells it rests on and is never empty. ``fingerprint`` has 16 hex digits and
    does not depend on how ``message`` is worded.
    """

    rule: Rule
    where: str
    left: Side
    right: Side
    severity: Severity
    message: str
    cells: tuple[str, ...]
    evidence: str
    cite: Cite
    fingerprint: str

    def to_json(self) -> dict[str, object]:
        """The finding as the contract prints it: whole numbers stay numbers, decimals become strings."""
        return {
            "rule": self.rule,
            "where": self.where,
            "left": _json_side(self.left),
            "right": _json_side(self.right),
            "severity": self.severity,
            "message": self.message,
            "cells": list(self.cells),
            "evidence": self.evidence,
            "cite": str(self.cite),
            "fingerprint": self.fingerprint,
        }


def _json_side(side: Side) -> int | str | None:
    return plain(side) if isinstance(side, Decimal) else side


def fingerprint_of(report: AnnualReport, rule: Rule, where: str, left: Side, right: Side, evidence: str) -> str:
    """16 hex digits that name a finding: who, which year, which rule, where, both sides, on what evidence."""
    parts = [report.organ, report.year, rule, where, plain(left), plain(right), evidence]
    return hashlib.sha256(json.dumps(parts, ensure_ascii=False).encode()).hexdigest()[:16]


@dataclass(frozen=True, slots=True)
class Finder:
    """Makes findings about one report; the only place where fingerprints are given out."""

    report: AnnualReport

    def finding(
        self, rule: Rule, where: str, severity: Severity, message: str, *, evidence: str, cite: Cite,
        left: Side = None, right: Side = None, cells: tuple[str, ...] = (),
    ) -> Finding:
        """A finding about this report."""
        mark = fingerprint_of(self.report, rule, where, left, right, evidence)
        return Finding(rule, where, left, right, severity, message, cells, evidence, cite, mark)


_SEVERITIES = ("error", "warning", "note")
_PLACES = (
    "title", "organ", "year", "signed_on", "form", "proactive", "requests", "remedies",
    "chapters", *(f"chapters.{chapter.key}" for chapter in CHAPTERS),
)


def in_order(report: AnnualReport, findings: list[Finding]) -> list[Finding]:
    """Errors first, then by table and row as printed; a finding that says exactly the same twice stands once."""
    printed = {cell.key: place for place, cell in enumerate(report.cells())}

    def place(finding: Finding) -> tuple[int, int, int, str, str, str]:
        keys = [printed[key] for key in (finding.where, *finding.cells) if key in printed]
        where = finding.where if finding.where in _PLACES else finding.where.partition(".")[0]
        table = _PLACES.index(where) if where in _PLACES else len(_PLACES)
        first = keys[0] if keys else -1
        return (
            _SEVERITIES.index(finding.severity), table, first, finding.rule, finding.where, finding.fingerprint,
        )

    return sorted({finding.fingerprint: finding for finding in reversed(findings)}.values(), key=place)

"""What the check says of a report handed in, beside last year's of the same organ wherever that came from, and what bars it."""

from dataclasses import dataclass
from typing import Any

from gongkai.annual_reports.collecting.series import standing_value
from gongkai.annual_reports.models import HandedIn
from gongkai.law.annual_report import AnnualReport, Finding, check
from gongkai.law.collection_states import effect_of
from gongkai.paperwork.contract_json import loads


@dataclass(frozen=True, slots=True)
class Counts:
    """How many findings of each severity there are."""

    errors: int
    warnings: int
    notes: int

    @classmethod
    def of(cls, found: list[Finding]) -> "Counts":
        """Count them."""
        by = [one.severity for one in found]
        return cls(by.count("error"), by.count("warning"), by.count("note"))


def last_year_of(organ_id: int, year: int) -> AnnualReport | None:
    """Last year's report of the organ as it stands: collected, or public on this system."""
    return standing_value(organ_id, year - 1)


def findings_of(row: HandedIn) -> list[Finding]:
    """All that the check says of what was handed in, errors first."""
    last_year = last_year_of(row.organ_id, row.year)
    return check(loads(row.frozen), last_year, organ_kind=row.organ.kind)


def with_effect(found: list[Finding], effect: str) -> list[Finding]:
    """Those that bar the acceptance, or that ask to be acknowledged."""
    return [one for one in found if effect_of(one.severity) == effect]


def in_words(found: list[Finding]) -> str:
    """What an organ has to mend, a numbered line each, errors before warnings; notes ask for nothing."""
    lines = [one for one in found if one.severity != "note"]
    said = {"error": "差错", "warning": "请核实"}
    return "\n".join(
        f"{number}. {said[one.severity]}：{one.message}（{one.cite}）"
        for number, one in enumerate(lines, 1)
    )


def kept(found: list[Finding]) -> list[dict[str, Any]]:
    """Acknowledged warnings as they are kept."""
    return [{"fingerprint": one.fingerprint, "message": one.message} for one in found]

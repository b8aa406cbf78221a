"""TABLES: which letter belongs to which notice, consultation and outcome, and in which series its number is given."""

from collections.abc import Mapping

from gongkai.casework.models import Case
from gongkai.law.consultations import Family
from gongkai.law.letters import letter
from gongkai.law.outcomes import outcome
from gongkai.law.record_corrections import CORRECTION_RESULTS

NOTICE_LETTERS: Mapping[str, str] = {
    "clarification": "clarification",
    "extension": "extension",
    "reasons": "reasons_demand",
    "delay": "delay",
    "fee": "fee_notice",
    "consultation_told": "consultation_notice",
    "disclosure_told": "disclosure_notice",
}
CONSULTATION_LETTERS: Mapping[Family, tuple[str, ...]] = {
    "third_party": ("third_party_consultation", "third_party_slip"),
    "joint_organ": ("joint_organ_consultation",),
    "other_organ": ("other_organ_consultation",),
}
"""The letter first, then what goes with it."""
CORRECTION_LETTERS: Mapping[str, tuple[str, ...]] = {
    "record_corrected": ("correction",),
    "record_kept": ("correction_refusal",),
    "correction_passed_on": ("correction_transfer_notice", "correction_transfer"),
    "told_whom_to_ask": ("correction_elsewhere",),
}
"""The applicant's first."""
CORRECTIONS = frozenset(row.key for row in CORRECTION_RESULTS)
LOOSE = ("receipt", "assistance", "transfer", "closing")
"""Kinds that belong to no act of their own; ``closing`` here is that of a request which the applicant withdrew."""
WITHDRAWN = "withdrawn"
TO_THIRD_PARTY = "disclosure_notice"
_SERIES = {"third_party": "consultation", "organ": "organ"}


def kinds_of_reply(key: str) -> tuple[str, ...]:
    """The letters of an outcome or of a result of a request for correction, the applicant's first."""
    return CORRECTION_LETTERS[key] if key in CORRECTIONS else outcome(key).letters


def loose_kinds(case: Case) -> tuple[str, ...]:
    """The letters that may be drafted by themselves as the case stands."""
    if case.kind != "disclosure":
        return ("assistance",)
    open_now = {
        "receipt": case.received_on is not None and case.is_open,
        "assistance": case.is_open,
        "transfer": case.outcome == "not_responsible",
        "closing": case.outcome == WITHDRAWN,
    }
    return tuple(kind for kind in LOOSE if open_now[kind])


def series_of(kind: str) -> str:
    """The series of numbers in which a kind is numbered."""
    row = letter(kind)
    if row.to in _SERIES:
        return _SERIES[row.to]
    return "reply" if row.remedies or kind.startswith("correction") else "notice"


def decides(kind: str) -> bool:
    """Whether a letter that stands by itself needs whoever signs: it tells how to seek a remedy."""
    return letter(kind).remedies

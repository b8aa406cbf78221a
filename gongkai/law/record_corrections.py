"""TABLE of what may come of a request to correct a record about oneself (art. 41). It is no 件 of 表三 and has no statutory period."""

from dataclasses import dataclass
from datetime import date

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

_SINCE_2019 = InForce(date(2019, 5, 15))
NO_PERIOD = "《条例》没有规定更正的期限"


@dataclass(frozen=True, slots=True)
class CorrectionResult:
    """One result. ``grounds``: the reason must be said; ``organ``: another organ must be named; ``says``: what the letter must hold."""

    key: str
    decision: str
    grounds: bool
    organ: bool
    says: tuple[str, ...]
    cite: Cite
    in_force: InForce = _SINCE_2019
    doubt: str = ""


CORRECTION_RESULTS: tuple[CorrectionResult, ...] = (
    CorrectionResult("record_corrected", "审核属实，予以更正", False, False, ("更正的内容",), Cite("条例", 41)),
    CorrectionResult("record_kept", "审核不属实或者没有证据，不予更正", True, False, (), Cite("条例", 41),
                     doubt="《条例》没有直接规定不予更正的处理"),
    CorrectionResult("correction_passed_on", "不属于本行政机关职能范围，转送有权更正的行政机关", False, True, (), Cite("条例", 41)),
    CorrectionResult("told_whom_to_ask", "不属于本行政机关职能范围，告知向有权更正的行政机关提出", False, True, (), Cite("条例", 41)),
)

_BY_KEY = {row.key: row for row in CORRECTION_RESULTS}


def correction_result(key: str) -> CorrectionResult:
    """The result of that key; raises KeyError."""
    return _BY_KEY[key]

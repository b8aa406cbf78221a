"""TABLE of the ways into reconsideration and court, and of what may come of them: each result has its column of 表四.

Not here: whether an applicant must go to reconsideration first (``outcomes``), and how long everybody has (``periods``).
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, rows_in_force

ProcedureKey = Literal["reconsideration", "litigation_direct", "litigation_after_reconsideration"]
ColumnKey = Literal["upheld", "corrected", "other"]

_RECONSIDERATION = InForce(date(2024, 1, 1))
_LITIGATION = InForce(date(2017, 7, 1))
_OTHER = "其他结果包括哪些，未见全国统一说明"
_CORRECTED = "结果纠正包括哪些，未见全国统一说明，按决定、判决的种类推定"


@dataclass(frozen=True, slots=True)
class Procedure:
    """One block of 表四. ``answer``: the key of the period within which the organ answers; ``simple``: that of a simplified procedure."""

    key: ProcedureKey
    label: str
    answer: str
    simple: str
    cite: Cite
    in_force: InForce


PROCEDURES: tuple[Procedure, ...] = (
    Procedure("reconsideration", "行政复议", "answer_reconsideration", "answer_reconsideration_simple", Cite("复议法", 48), _RECONSIDERATION),
    Procedure("litigation_direct", "未经复议直接起诉", "answer_lawsuit", "", Cite("行政诉讼法", 67, 1), _LITIGATION),
    Procedure("litigation_after_reconsideration", "复议后起诉", "answer_lawsuit", "", Cite("行政诉讼法", 67, 1), _LITIGATION),
)


@dataclass(frozen=True, slots=True)
class RemedyResult:
    """One result. ``in_court``: of a lawsuit; ``column``: of 表四; ``reopens``: the organ must answer the request anew."""

    key: str
    label: str
    in_court: bool
    column: ColumnKey
    reopens: bool
    cite: Cite
    in_force: InForce
    doubt: str = ""


def _decided(key: str, label: str, column: ColumnKey, cite: Cite, *, reopens: bool = False, doubt: str = "") -> RemedyResult:
    return RemedyResult(key, label, False, column, reopens, cite, _RECONSIDERATION, doubt)


def _judged(key: str, label: str, column: ColumnKey, cite: Cite, *, reopens: bool = False, doubt: str = "") -> RemedyResult:
    return RemedyResult(key, label, True, column, reopens, cite, _LITIGATION, doubt)


RESULTS: tuple[RemedyResult, ...] = (
    _decided("upheld", "维持", "upheld", Cite("复议法", 68)),
    _decided("claim_rejected", "驳回复议请求", "upheld", Cite("复议法", 69), doubt="驳回请求计入“结果维持”还是“其他结果”，未见全国统一说明"),
    _decided("changed", "变更", "corrected", Cite("复议法", 63), doubt=_CORRECTED),
    _decided("revoked", "撤销或者部分撤销", "corrected", Cite("复议法", 64), doubt=_CORRECTED),
    _decided("revoked_answer_again", "撤销或者部分撤销，责令重新作出", "corrected", Cite("复议法", 64), reopens=True, doubt=_CORRECTED),
    _decided("found_unlawful", "确认违法", "corrected", Cite("复议法", 65), doubt=_CORRECTED),
    _decided("ordered_to_perform", "责令在一定期限内履行", "corrected", Cite("复议法", 66), reopens=True, doubt=_CORRECTED),
    _decided("found_void", "确认无效", "corrected", Cite("复议法", 67), doubt=_CORRECTED),
    _decided("application_rejected", "驳回复议申请", "other", Cite("复议法", 33), doubt=_OTHER),
    _decided("terminated", "终止（撤回等）", "other", Cite("复议法", 41), doubt=_OTHER),
    _decided("mediated", "调解", "other", Cite("复议法", 73), doubt=_OTHER),
    _judged("suit_dismissed", "判决驳回诉讼请求", "upheld", Cite("行政诉讼法", 69)),
    _judged("court_revoked", "判决撤销或者部分撤销", "corrected", Cite("行政诉讼法", 70), doubt=_CORRECTED),
    _judged("court_revoked_answer_again", "判决撤销或者部分撤销，重新作出", "corrected", Cite("行政诉讼法", 70), reopens=True, doubt=_CORRECTED),
    _judged("court_ordered_to_perform", "判决在一定期限内履行", "corrected", Cite("行政诉讼法", 72), reopens=True, doubt=_CORRECTED),
    _judged("court_found_unlawful", "判决确认违法", "corrected", Cite("行政诉讼法", 74), doubt=_CORRECTED),
    _judged("court_found_void", "判决确认无效", "corrected", Cite("行政诉讼法", 75), doubt=_CORRECTED),
    _judged("court_changed", "判决变更", "corrected", Cite("行政诉讼法", 77), doubt=_CORRECTED),
    _judged("suit_not_admitted", "不予立案或者驳回起诉", "other", Cite("行政诉讼法", 49), doubt=_OTHER),
    _judged("suit_withdrawn", "准许撤诉", "other", Cite("行政诉讼法", 62), doubt=_OTHER),
    _judged("suit_mediated", "调解", "other", Cite("行政诉讼法", 60), doubt=_OTHER),
)

_RESULTS = {row.key: row for row in RESULTS}
_PROCEDURES = {row.key: row for row in PROCEDURES}


def remedy_result(key: str) -> RemedyResult:
    """The result of that key; raises KeyError."""
    return _RESULTS[key]


def procedure(key: str) -> Procedure:
    """The procedure of that key; raises KeyError."""
    return _PROCEDURES[key]  # type: ignore[index]  # an unknown key raises, as said


def results_of(key: str, on: date) -> tuple[RemedyResult, ...]:
    """What may come of a procedure under the law of a day."""
    in_court = key != "reconsideration"
    return tuple(row for row in rows_in_force(RESULTS, on) if row.in_court == in_court)

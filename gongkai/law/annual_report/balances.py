"""The balances of the annual report as one table: which cells, added, must equal which others.

Rows are generated from the rows and columns of ``form``, so that form and balances cannot drift apart. Doing the sums
and saying what is wrong is the work of ``checks``.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from gongkai.law.annual_report.findings import Rule, Severity
from gongkai.law.annual_report.form import (
    APPLICANTS,
    BLOCKS,
    CARRIED_IN,
    CARRIED_OUT,
    CONCLUDED,
    EITHER_FORM,
    FORM_2019,
    FORM_2021,
    OTHER,
    RECEIVED,
    REFUSED,
    REQUEST_COLUMNS,
    RESULTS,
    RESULTS_OF_YEAR,
    TOTAL,
    UNAVAILABLE,
    UNPROCESSED,
    Edition,
    Row,
    outcome_rows,
    proactive_lines,
    request_rows,
)
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce


@dataclass(frozen=True, slots=True)
class Term:
    """One cell in a sum: its key, its short name, +1 or -1, and whether it stands in last year's report."""

    key: str
    label: str
    sign: int = 1
    last_year: bool = False


@dataclass(frozen=True, slots=True)
class Balance:
    """One row: the sum of ``left`` must equal the sum of ``right``. ``place`` names the row or column for people.

    ``left_name`` and ``right_name`` say in words what each side is. ``doubt`` tells what the form itself does not say.
    """

    rule: Rule
    where: str
    place: str
    left: tuple[Term, ...]
    right: tuple[Term, ...]
    left_name: str
    right_name: str
    cite: Cite
    in_force: InForce
    severity: Severity = "error"
    doubt: str = ""


_FORM = {"2021": "年报格式", "2019": "年报格式（试行）"}
_SINCE = {"2021": FORM_2021, "2019": FORM_2019}
_GROUPS = {REFUSED: "（三）", UNAVAILABLE: "（四）", UNPROCESSED: "（五）", OTHER: "（六）"}


def short_title(row: Row) -> str:
    """A row of 表三 in a few words: 一、本年新收, （五）2.重复申请, （二）部分公开."""
    prefix = _GROUPS.get(row.group, "")
    label = row.label.removesuffix("政府信息公开申请数量").partition("（")[0]
    return prefix + row.number + label


def _request_terms(rows: tuple[Row, ...], column: str) -> tuple[Term, ...]:
    return tuple(Term(f"requests.{row.key}.{column}", short_title(row)) for row in rows)


def row_sums(edition: Edition, *, undivided: bool) -> Iterator[Balance]:
    """Each row of 表三: the six kinds of applicant make the total."""
    for row in request_rows(undivided=undivided):
        total = f"requests.{row.key}.{TOTAL.key}"
        heading = RESULTS_OF_YEAR[:2] if row.group else ""
        yield Balance(
            "row_sum", total, f"表三“{heading}{_row_name(row)}”一行",
            tuple(Term(f"requests.{row.key}.{column.key}", column.label) for column in APPLICANTS), (Term(total, TOTAL.label),),
            "六类申请人之和", "总计", Cite(_FORM[edition], part="表三"), _SINCE[edition],
        )


def _row_name(row: Row) -> str:
    return _GROUPS.get(row.group, "") + row.title


def outcome_sums(edition: Edition, *, undivided: bool) -> Iterator[Balance]:
    """Each column of 表三: the outcome rows make （七）总计."""
    for column in REQUEST_COLUMNS:
        total = f"requests.{CONCLUDED.key}.{column.key}"
        yield Balance(
            "outcomes_sum", total, f"表三“{column.label}”一列",
            _request_terms(outcome_rows(undivided=undivided), column.key), (Term(total, short_title(CONCLUDED)),),
            "各项办理结果之和", "（七）总计", Cite(_FORM[edition], part="表三第三项"), _SINCE[edition],
        )


def flows(edition: Edition) -> Iterator[Balance]:
    """Each column of 表三: 一 + 二 = 三（七） + 四, the relation the form prints over its first column."""
    for column in REQUEST_COLUMNS:
        yield Balance(
            "flow", f"requests.{CARRIED_OUT.key}.{column.key}", f"表三“{column.label}”一列",
            _request_terms((RECEIVED, CARRIED_IN), column.key), _request_terms((CONCLUDED, CARRIED_OUT), column.key),
            "新收与上年结转之和", "办理总计与结转下年度之和", Cite(_FORM[edition], part="表三勾稽关系"), _SINCE[edition],
        )


def remedy_sums(edition: Edition) -> Iterator[Balance]:
    """Each block of 表四: the four results make the total."""
    for block in BLOCKS:
        total = f"remedies.{block.key}.{TOTAL.key}"
        yield Balance(
            "remedy_sum", total, f"表四“{block.group}{'：' if block.group else ''}{block.label}”",
            tuple(Term(f"remedies.{block.key}.{result.key}", result.label) for result in RESULTS), (Term(total, TOTAL.label),),
            "四种结果之和", "总计", Cite(_FORM[edition], part="表四"), _SINCE[edition],
        )


def balances(edition: Edition, *, undivided: bool) -> tuple[Balance, ...]:
    """Every balance within one report."""
    return (
        *row_sums(edition, undivided=undivided), *outcome_sums(edition, undivided=undivided),
        *flows(edition), *remedy_sums(edition),
    )


def carry_overs() -> Iterator[Balance]:
    """Each column of 表三: what last year carried out is what this year carried in."""
    for column in REQUEST_COLUMNS:
        here = f"requests.{CARRIED_IN.key}.{column.key}"
        there = f"requests.{CARRIED_OUT.key}.{column.key}"
        yield Balance(
            "carry_over", here, f"表三“{column.label}”一列",
            (Term(here, short_title(CARRIED_IN)),), (Term(there, short_title(CARRIED_OUT), last_year=True),),
            "本年年报的上年结转", "上年年报的结转下年度", Cite("年报格式", part="表三第二项"), EITHER_FORM,
            doubt="格式没有写明与上年年报的勾稽，按两项的名称推出",
        )


def documents_in_force() -> Iterator[Balance]:
    """规章 and 规范性文件: in force = in force last year + issued - repealed. Only the 2021 form counts them so."""
    for line in proactive_lines("2021"):
        if line.cells[-1][0] != "in_force":
            continue
        key = f"proactive.{line.key}."
        yield Balance(
            "in_force", key + "in_force", f"表二“{line.label}”一行",
            (Term(key + "in_force", "现行有效件数"),),
            (Term(key + "in_force", "上年现行有效", last_year=True), Term(key + "issued", "本年制发"), Term(key + "repealed", "本年废止", -1)),
            "本年现行有效", "上年现行有效加制发减废止", Cite("年报格式", part="表二"), FORM_2021, "warning",
            doubt="不是格式规定的勾稽：有效期届满而自动失效的文件也使件数减少",
        )

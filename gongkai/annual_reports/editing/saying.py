"""All that is to be said of a draft: what the law's check says of the report as people read it, and what its sentences still lack."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from gongkai.annual_reports.counts import is_count
from gongkai.annual_reports.editing.comparison import near_copy
from gongkai.law.annual_report import AnnualReport, Figure, Finding, check
from gongkai.law.annual_report.fields import (
    BY_NAME,
    Numbers,
    Unfilled,
    unfilled,
    with_figures_in_text,
)
from gongkai.law.annual_report.findings import Finder, in_order
from gongkai.law.annual_report.likeness import COMPARED, NEAR_COPY
from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.law.catalogue.item import OrganKind
from gongkai.law.citation import Cite

QUESTION = re.compile(r"【请补写[：:][^】\n]{0,300}】")
"""What a drafted text asks the officer: 【请补写：本年培训了几次】."""
_CITES = {chapter.key: chapter.cite for chapter in CHAPTERS}
_TABLES = {2: "表二", 3: "表三", 4: "表四"}


@dataclass(frozen=True, slots=True)
class Beside:
    """What a draft is held against: the counts kept with it by name, last year's report, what its organ can do,
    and what last year's report promised without an answer so far.
    """

    counts: Mapping[str, Figure] = field(default_factory=dict)
    previous: AnnualReport | None = None
    kind: OrganKind | None = None
    promises: tuple[str, ...] = ()


def said_of(written: AnnualReport, beside: Beside) -> list[Finding]:
    """Every finding on a report as it was written, errors first."""
    read = with_figures_in_text(written, beside.counts)
    found = [
        *check(read, beside.previous, organ_kind=beside.kind),
        *_unfilled(written, read, beside),
        *_questions(read),
        *_copied(read, beside.previous),
        *_promises(read, beside.promises),
    ]
    return in_order(read, found)


def _unfilled(written: AnnualReport, read: AnnualReport, beside: Beside) -> Iterator[Finding]:
    """Fields without a figure keep a report from being signed; words in braces that name no field are asked about."""
    for key, text in written.chapters.items():
        for one in unfilled(text, Numbers(written.figures, beside.counts)):
            known = one.known or is_count(one.name)
            yield Finder(read).finding(
                "field",
                f"chapters.{key}",
                "error" if known else "warning",
                _without_figure(one) if known else _no_field(one),
                evidence=f"{{{one.name}}}",
                cite=_CITES.get(key, Cite("年报格式")),
            )


def _without_figure(one: Unfilled) -> str:
    if one.name in BY_NAME:
        table = _TABLES[BY_NAME[one.name].table]
        return f"文中的“{{{one.name}}}”在{table}里还没有数字；请填好{table}，没有发生的填 0"
    return f"文中的“{{{one.name}}}”还没有计数；请按“更新计数”，系统没有启用这项计数的请改写这句话"


def _no_field(one: Unfilled) -> str:
    return f"文中的“{{{one.name}}}”不是字段，印出来就是这个样子；确实要这样写的可以保留"


def _copied(read: AnnualReport, last: AnnualReport | None) -> Iterator[Finding]:
    """A note where a chapter is nearly last year's, figures aside."""
    for key in COMPARED if last else ():
        new, old = read.chapters.get(key, ""), last.chapters.get(key, "")
        percent = near_copy(key, new, old)
        if percent is not None:
            said = f"这一章去掉数字以后与上年有 {percent}% 相同，请写本年的实际情况（{NEAR_COPY.doubt}）"
            yield Finder(read).finding(
                "copied",
                f"chapters.{key}",
                "note",
                said,
                evidence=f"与上年相同 {percent}%",
                cite=NEAR_COPY.cite,
                left=percent,
                right=NEAR_COPY.percent,
            )


def _promises(read: AnnualReport, unanswered: tuple[str, ...]) -> Iterator[Finding]:
    """A note for each promise of last year of which nobody has said whether it was kept."""
    for text in unanswered:
        yield Finder(read).finding(
            "promise",
            "chapters.problems",
            "note",
            f"上年报告承诺“{text}”，还没有答复做到没有",
            evidence=text,
            cite=_CITES["problems"],
        )


def _questions(read: AnnualReport) -> Iterator[Finding]:
    for key, text in read.chapters.items():
        for question in dict.fromkeys(QUESTION.findall(text)):
            yield Finder(read).finding(
                "to_write",
                f"chapters.{key}",
                "error",
                f"还有一处提问没有答复：{question}",
                evidence=question,
                cite=_CITES.get(key, Cite("年报格式")),
            )

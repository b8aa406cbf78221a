"""Small reports for tests: all zeros, with a few cells changed."""

from dataclasses import replace
from datetime import date

from gongkai.law.annual_report import AnnualReport, Finding, Note, check
from gongkai.law.annual_report.form import cells
from gongkai.law.annual_report.outline import CHAPTERS

OVERVIEW = "认真做好主动公开、依申请公开、政府信息管理、平台建设和监督保障工作，接受工作考核、社会评议，没有责任追究。"


def zeros(edition="2021", *, undivided=False, **head) -> AnnualReport:
    """A flawless report of 2024 in which nothing happened."""
    return AnnualReport(
        edition,
        {cell.key: 0 for cell in cells(edition, undivided=undivided or edition == "2019")},
        **{
            "title": "柳林镇人民政府2024年政府信息公开工作年度报告",
            "organ": "柳林镇人民政府",
            "year": 2024,
            "signed_on": date(2025, 1, 20),
            "chapters": {"overview": OVERVIEW, "problems": "形式单一。", "other": "无其他事项。"},
            "outline": tuple(chapter.key for chapter in CHAPTERS),
            **head,
        },
    )


def with_figures(report: AnnualReport, figures, **notes) -> AnnualReport:
    """The report with cells changed; a None is noted with ``reason`` (default blank) and ``raw``."""
    reason = notes.get("reason", "blank")
    added = tuple(
        Note(key, reason, notes.get("raw", "")) for key, n in figures.items() if n is None
    )
    return replace(report, figures={**report.figures, **figures}, notes=(*report.notes, *added))


def one_request(report: AnnualReport | None = None) -> AnnualReport:
    """A report with three requests of natural persons, all granted."""
    figures = {
        f"requests.{row}.{column}": 3
        for row in ("received", "granted", "concluded")
        for column in ("natural_person", "total")
    }
    return with_figures(report or zeros(), figures)


def of_rule(findings: list[Finding], rule: str) -> list[Finding]:
    """Those findings that a rule made."""
    return [finding for finding in findings if finding.rule == rule]


def found(report: AnnualReport, rule: str, previous: AnnualReport | None = None) -> list[Finding]:
    """What ``check`` finds by one rule."""
    return of_rule(check(report, previous), rule)

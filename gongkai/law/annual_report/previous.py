"""This year's report against last year's: what was carried over, and how many documents are in force.

A report that does not look like last year's of the same organ is compared all the same, since that is what was asked, but its
differences count as warnings, and a note says why: an organ may have been renamed or merged, a year misprinted.
"""

from collections.abc import Iterator

from gongkai.law.annual_report.balances import carry_overs, documents_in_force
from gongkai.law.annual_report.findings import Finder, Finding
from gongkai.law.annual_report.ledger import Ledger
from gongkai.law.annual_report.report import AnnualReport
from gongkai.law.annual_report.weighing import Scales
from gongkai.law.citation import Cite

_CITE = Cite("年报格式", part="表三第二项")
_ENDINGS = ("人民政府", "政府")


def compare_years(here: Ledger, last_year: Ledger) -> list[Finding]:
    """Every finding of ``carry_over`` and ``in_force``."""
    scales = Scales(here, last_year)
    doubts = list(_doubts(here.report, last_year.report))
    findings = doubts + scales.weigh(carry_overs(), "warning" if doubts else None)
    if here.report.edition == last_year.report.edition == "2021":
        return findings + scales.weigh(documents_in_force())
    return [*findings, _other_form(here.report, last_year.report)]


def _doubts(here: AnnualReport, last_year: AnnualReport) -> Iterator[Finding]:
    note = Finder(here).finding
    if here.year is not None and last_year.year is not None and last_year.year != here.year - 1:
        yield note(
            "carry_over", "year", "note",
            f"拿来对照的年报是 {last_year.year} 年度的，不是 {here.year - 1} 年度的；仍按上年年报作了对照，差异只作提醒，请确认文件",
            evidence=f"本报告年度 {here.year}，对照的年报年度 {last_year.year}", cite=_CITE, left=here.year - 1, right=last_year.year,
        )
    if here.organ and last_year.organ and not _same_organ(here.organ, last_year.organ):
        yield note(
            "carry_over", "organ", "note",
            f"拿来对照的年报是“{last_year.organ}”的，本报告是“{here.organ}”的；如不是机构更名、合并，请确认文件；差异只作提醒",
            evidence=f"本报告机关 {here.organ}，对照的年报机关 {last_year.organ}", cite=_CITE, left=here.organ, right=last_year.organ,
        )


def _same_organ(one: str, other: str) -> bool:
    """Whether two names may mean one organ: 平昌关镇 and 平昌关镇人民政府, with or without its county in front."""
    short, long = sorted((_without_ending(one), _without_ending(other)), key=len)
    return long.endswith(short)


def _without_ending(name: str) -> str:
    for ending in _ENDINGS:
        name = name.removesuffix(ending)
    return name


def _other_form(here: AnnualReport, last_year: AnnualReport) -> Finding:
    return Finder(here).finding(
        "in_force", "proactive", "note",
        "本年或者上年的年报用的是 2019 年（试行）格式，没有“现行有效件数”一栏，规章和规范性文件的件数没有与上年对照",
        evidence=f"本报告用 {here.edition} 年格式，上年年报用 {last_year.edition} 年格式", cite=Cite("年报格式", part="表二"),
    )

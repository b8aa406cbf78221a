"""The report as a whole: its head, its chapters and their order, the heads of its overview, the form it uses."""

import re
from collections.abc import Iterator
from datetime import date

from gongkai.law.annual_report.findings import Finder, Finding
from gongkai.law.annual_report.ledger import Ledger
from gongkai.law.annual_report.missing import missing_cells
from gongkai.law.annual_report.outline import CHAPTERS, OVERVIEW_HEADS, Chapter, OverviewHead
from gongkai.law.annual_report.report import AnnualReport
from gongkai.law.citation import Cite
from gongkai.law.in_force import rows_in_force

_TITLE = Cite("年报格式", part="标题")
_DATES = Cite("条例", 49)
_FORM_OF_2021 = Cite("年报格式", part="表二、表三")
_HEAD_FIELDS = {"title": "标题", "organ": "机关名称", "year": "报告年度", "signed_on": "落款日期"}
_BY_KEY = {chapter.key: chapter for chapter in CHAPTERS}
_TEXT = tuple(chapter for chapter in CHAPTERS if chapter.table is None)
_GOVERNMENT = re.compile(r"(?:政府|[镇乡县市州省旗])$")  # 柳林镇 alone is its government; a 开发区 alone is none
_PERIOD = re.compile(r"(20\d\d)\s*年\s*1\s*月\s*1\s*日[^。]{0,12}?(?:(20\d\d)\s*年\s*)?12\s*月\s*31\s*日")
_YEAR = re.compile(r"20\d\d(?=\s*年)")


def check_structure(ledger: Ledger) -> list[Finding]:
    """Every finding of ``structure`` that does not need the wording of single sentences."""
    report = ledger.report
    return [
        *_head(report), *_years(report), *_form(report), *missing_cells(ledger),
        *_missing_chapters(report), *_order(report), *_empty_chapters(report), *_overview(report),
    ]


def _head(report: AnnualReport) -> Iterator[Finding]:
    finding = Finder(report).finding
    for field, name in _HEAD_FIELDS.items():
        if getattr(report, field) is None:
            yield finding("structure", field, "note", f"没有读到{name}", evidence=f"{name}：没有找到", cite=_TITLE)
    if report.signed_on is None or report.year is None:
        return
    last_day = date(report.year, 12, 31)
    if report.signed_on == last_day or report.signed_on.year == report.year + 1:
        return
    early = report.signed_on < last_day
    why = "早于统计期满（统计到当年12月31日）" if early else "不在报告年度的次年"
    yield finding(
        "structure", "signed_on", "note", f"落款日期 {report.signed_on.isoformat()} {why}，请核对",
        evidence=f"落款日期 {report.signed_on.isoformat()}，报告年度 {report.year}", cite=_DATES,
        left=report.signed_on.isoformat(), right=report.year + 1,
    )


def _years(report: AnnualReport) -> Iterator[Finding]:
    """The year in the title and in the statement of the period against the report's year."""
    if report.year is None:
        return
    finding = Finder(report).finding
    named = [int(year) for year in _YEAR.findall(report.title or "")]
    if named and report.year not in named:
        yield finding(
            "structure", "title", "warning", f"标题写的是 {named[0]} 年，报告年度是 {report.year} 年",
            evidence=report.title or "", cite=_TITLE, left=named[0], right=report.year,
        )
    for key, text in report.chapters.items():
        for period in _PERIOD.finditer(text):
            other = [int(year) for year in period.groups() if year and int(year) != report.year]
            if other:
                yield finding(
                    "structure", f"chapters.{key}", "warning",
                    f"正文写的统计期限“{period.group()}”不是报告年度 {report.year} 年",
                    evidence=period.group(), cite=_TITLE, left=other[0], right=report.year,
                )


def _form(report: AnnualReport) -> Iterator[Finding]:
    finding = Finder(report).finding
    if report.edition == "2019" and report.year is not None and report.year >= 2021:
        yield finding(
            "structure", "form", "note", f"{report.year} 年度年报用的是 2019 年（试行）格式的表；2021 年度起应使用国办公开办函〔2021〕30号的格式",
            evidence=f"表二为 2019 年（试行）格式，报告年度 {report.year}", cite=_FORM_OF_2021, left="2019", right="2021",
        )
    if report.edition == "2021" and report.undivided:
        yield finding(
            "structure", "requests.other_undivided", "note", "表三“（六）其他处理”只有一行，现行格式分为三行（逾期不补正、逾期不缴费、其他）",
            evidence="表三“（六）其他处理”为一行", cite=_FORM_OF_2021,
        )


def _headings(report: AnnualReport) -> str:
    found = [_BY_KEY[key].heading for key in report.outline or () if key in _BY_KEY]
    return "读到的章节：" + ("；".join(found) or "无")


def _missing_chapters(report: AnnualReport) -> Iterator[Finding]:
    """Without an outline only the chapters of text can be judged, by whether they are there."""
    missing: list[Chapter]
    if report.outline is None:
        missing = [chapter for chapter in _TEXT if chapter.key not in report.chapters]
        evidence = "读到的正文：" + ("；".join(_BY_KEY[key].heading for key in report.chapters if key in _BY_KEY) or "无")
    else:
        missing = [chapter for chapter in CHAPTERS if chapter.key not in report.outline]
        evidence = _headings(report)
    for chapter in missing:
        yield Finder(report).finding(
            "structure", f"chapters.{chapter.key}", "warning", f"没有找到“{chapter.heading}”一章",
            evidence=evidence, cite=chapter.cite,
        )


def _order(report: AnnualReport) -> Iterator[Finding]:
    found = [key for key in report.outline or () if key in _BY_KEY]
    once = list(dict.fromkeys(found))
    finding = Finder(report).finding
    for key in once:
        if found.count(key) > 1:
            yield finding(
                "structure", f"chapters.{key}", "warning", f"“{_BY_KEY[key].heading}”的标题出现了 {found.count(key)} 次",
                evidence=_headings(report), cite=_BY_KEY[key].cite, left=found.count(key), right=1,
            )
    if once != [chapter.key for chapter in CHAPTERS if chapter.key in once]:
        yield finding(
            "structure", "chapters", "warning", "章节次序与格式不同：" + "、".join(_BY_KEY[key].title for key in once),
            evidence=_headings(report), cite=Cite("年报格式", part="一"),
        )


def _empty_chapters(report: AnnualReport) -> Iterator[Finding]:
    for chapter in _TEXT:
        text = report.chapters.get(chapter.key)
        if text is not None and not text.strip():
            yield Finder(report).finding(
                "structure", f"chapters.{chapter.key}", "warning", f"“{chapter.heading}”只有标题，没有内容",
                evidence=f"“{chapter.heading}”之后没有文字", cite=chapter.cite,
            )


def organ_name(report: AnnualReport) -> str:
    """Whose report it is, from its head or else from its title; "" where neither says."""
    return (report.organ or re.split(r"20\d\d", report.title or "")[0]).strip()


def _overview(report: AnnualReport) -> Iterator[Finding]:
    """Art. 50 and the form: what chapter one must speak of. Words can be told, not whether what is said is enough."""
    text = report.chapters.get("overview", "")
    if not text.strip():
        return
    heads = OVERVIEW_HEADS if report.year is None else rows_in_force(OVERVIEW_HEADS, date(report.year, 12, 31))
    silent = [head for head in heads if not any(word in text for word in head.words)]
    common = [head for head in silent if not head.governments_only]
    if common:
        yield _silent(report, common, "总体情况没有写到：", text)
    of_governments = [head for head in silent if head.governments_only]
    if of_governments and _GOVERNMENT.search(organ_name(report)):
        yield _silent(report, of_governments, "政府的年度报告还应写明工作考核、社会评议、责任追究结果，总体情况没有写到：", text)


def _silent(report: AnnualReport, heads: list[OverviewHead], words: str, text: str) -> Finding:
    titles = "、".join(head.title for head in heads)
    return Finder(report).finding(
        "structure", "chapters.overview", "note", words + titles,
        evidence=f"全章 {len(text)} 字，没有出现：{'、'.join(word for head in heads for word in head.words)}", cite=heads[0].cite,
    )

"""Years in the text that look like slips: a plan dated in the year reported on, a statement dated in the year before."""

import re
from collections.abc import Iterator

from gongkai.law.annual_report.findings import Finder, Finding
from gongkai.law.annual_report.narrative.claims import Claim
from gongkai.law.annual_report.narrative.sentences import Sentence
from gongkai.law.annual_report.report import AnnualReport
from gongkai.law.citation import Cite

_CITE = Cite("条例", 50, 1, 4)
_PLANS = re.compile(r"(?:整改|改进|下一?步|工作)措施|下一步|工作打算|努力方向|今后|计划|思路")
_PLANNED = re.compile(r"加大|加强|继续|进一步|着力|持续|将|拟")
_WILL = re.compile(r"将|拟|计划")
_PAST = re.compile(r"存在|不足|问题|虽|取得|已经|完成了|以来|截至|期间|要点|考核")


def check_years(report: AnnualReport, sentence: Sentence) -> Iterator[Finding]:
    """A note where what is to be done is dated in the year that the report is about."""
    if report.year is None or sentence.chapter not in {"problems", "other"}:
        return
    named = re.search(rf"{report.year}年(?!度?(?:政府信息公开|年报|工作要点))", sentence.plain)
    if not named or f"{report.year + 1}年" in sentence.plain or _PAST.search(sentence.plain[: named.end() + 15]):
        return
    after = sentence.plain[named.end() :]
    planned = _PLANS.search(sentence.heading) or _PLANS.search(sentence.plain[: named.start()])
    if _WILL.search(after[:12]) or (planned and _PLANNED.search(after[:20])):
        yield Finder(report).finding(
            "structure", f"chapters.{sentence.chapter}", "note",
            f"这句像是今后的打算，年份写的却是报告年度 {report.year} 年，请核对是否应为 {report.year + 1} 年。原句：“{sentence.quote}”",
            evidence=sentence.quote, cite=_CITE, left=report.year, right=report.year + 1,
        )


def misdated(report: AnnualReport, claim: Claim) -> Iterator[Finding]:
    """A note where a sentence that begins with the year before, and compares nothing, states what the tables count."""
    text = claim.sentence.plain
    year = claim.year
    if report.year is None or year != report.year - 1 or f"{report.year}年" in text or re.search(r"[比较同]|因20", text):
        return
    if re.match(rf"(?:（[一二三四五六七八九十]+）[^，。：]{{0,16}}?)?{year}年度?，?", text):
        yield Finder(report).finding(
            "narrative", f"chapters.{claim.sentence.chapter}", "note",
            f"这句的年份写的是 {year} 年，报告年度是 {report.year} 年，没有与表核对；请核对年份。原句：“{claim.sentence.quote}”",
            evidence=claim.sentence.quote, cite=_CITE, left=year, right=report.year,
        )

"""Sums within one sentence: 共公开 249 条，其中 9 条、7 条……must make 249, as far as the list claims to be whole."""

import re
from collections.abc import Iterator

from gongkai.law.annual_report.findings import Finder, Finding
from gongkai.law.annual_report.narrative.numerals import NUMBER, read_number
from gongkai.law.annual_report.narrative.sentences import Sentence
from gongkai.law.annual_report.report import AnnualReport
from gongkai.law.citation import Cite

_UNITS = "件|条|篇|份|期|起|个|项|次"
_APPROXIMATE = "余|多|左右|近|约|超"
_TOTAL = re.compile(rf"(?<![近约超逾])(?P<n>{NUMBER})(?P<u>{_UNITS})[，、；：]?(?:（)?其中(?:包括|：|，|含)*")
_PART = re.compile(rf"(?P<label>[^，。；、：]*?)(?P<n>{NUMBER})(?P<u>{_UNITS})(?P<tail>[^，。；、]*)(?P<stop>[，；、]|和|以及|$|。)")
_BREAKS = re.compile(
    r"^(?:均|共|另|此外|同时|全年|累计|并|已|较|比|占|按时|按期)|办结|答复|回复|办理|受理|收到|结转|复议|诉讼|同比|制定|其中|内有|内含|包括|20\d\d年"
)
_UNSURE = re.compile(rf"等|主要|内有|包括|含|{_APPROXIMATE}|[（）]")
_REST = re.compile(r"其[他它余]")
_ELSEWHERE = re.compile(r"发布|推送|刊发|转载|召开|举办")
_WHOLE = 4  # a list this long that names no 等 claims to be whole


def check_parts(report: AnnualReport, sentence: Sentence) -> Iterator[Finding]:
    """A note where the parts of a sentence exceed their total, or a list that claims to be whole falls short of it."""
    words = re.sub(r"（[^（）]*）", "", sentence.plain)
    total = _TOTAL.search(words) if words.count("其中") == 1 else None
    whole = _count(total.group("n")) if total else None
    if total is None or whole is None:
        return
    listed = words[total.end() :]
    parts, ended = _parts(listed, total.group("u"))
    added = sum(number for _, number in parts)
    short = added < whole and ended and _claims_to_be_whole(parts, listed)
    if len(parts) < 2 or not (added > whole or short):
        return
    shown = "+".join(str(number) for _, number in parts)
    yield Finder(report).finding(
        "narrative", f"chapters.{sentence.chapter}", "note",
        f"正文分项之和 {shown}={added}，前面写的总数是 {whole}；请核对是否漏写、重复计算。原句：“{sentence.quote}”",
        evidence=sentence.quote, cite=Cite("条例", 50), left=added, right=whole,
    )


def _count(text: str) -> int | None:
    """A whole number that is not rounded; None for 2.3万."""
    number = read_number(text)
    return int(number.value) if number and number.step == 1 else None


def _claims_to_be_whole(parts: list[tuple[str, int]], listed: str) -> bool:
    """Whether a list ends in 其他, or is long, and says nowhere that it names only some."""
    return (len(parts) >= _WHOLE or bool(_REST.search(parts[-1][0]))) and not _UNSURE.search(listed)


def _parts(words: str, unit: str) -> tuple[list[tuple[str, int]], bool]:
    """Label and number of each part, up to the first that is counted otherwise; and whether that was the sentence's end.

    After parts set off by 、 a part after ，that has a verb of its own counts something else: 其中动态9条、公告7条，微信发布300条.
    """
    found: list[tuple[str, int]] = []
    place, stop, finer = 0, "", False
    while part := _PART.match(words, place):
        label, number = part.group("label"), _count(part.group("n"))
        if number is None or part.group("u") != unit or part.group("tail") or (found and _BREAKS.search(label)):
            break
        if stop == "，" and finer and _ELSEWHERE.search(label):
            break
        found.append((label, number))
        place, stop, finer = part.end(), part.group("stop"), finer or part.group("stop") == "、"
    return found, not words[place:].strip("。！；")

"""Sums within one sentence: 共公开 249 条，其中 9 条、7 条……must make 249, as far as the list claims to be whole."""

import re
from collections.abc import Iterator

from gongkai.law.annual_report.findings import Finder, Finding, plain
from gongkai.law.annual_report.narrative.numerals import NUMBER, Stated, read_number
from gongkai.law.annual_report.narrative.sentences import Sentence
from gongkai.law.annual_report.report import AnnualReport
from gongkai.law.citation import Cite

_UNITS = "件|条|篇|份|期|起|个|项|次"
_APPROXIMATE = "余|多|左右|近|约|超"
_TOTAL = re.compile(rf"(?<![近约超逾])(?P<n>{NUMBER})(?P<u>{_UNITS})[，、；：]?(?:（)?其中(?:包括|：|，|含)*")
_PART = re.compile(rf"(?P<label>[^，。；、：]*?)(?P<n>{NUMBER})(?P<u>{_UNITS})(?P<tail>[^，。；、]*)(?:[，；、]|和|以及|$|。)")
_BREAKS = re.compile(
    r"办结|答复|回复|办理|受理|收到|结转|复议|诉讼|同比|[较比]|均|全年|累计|共|另|此外|同时|超|开展|制定|其中|内有|内含|包括|占|20\d\d年"
)
_UNSURE = re.compile(rf"等|主要|重点|内有|包括|含|{_APPROXIMATE}|[（）]")
_REST = re.compile(r"其[他它余]")
_WHOLE = 4  # a list this long that names no 等 claims to be whole


def check_parts(report: AnnualReport, sentence: Sentence) -> Iterator[Finding]:
    """A note where the parts of a sentence exceed their total, or a list that claims to be whole falls short of it."""
    plain_words = re.sub(r"（[^（）]*）", "", sentence.plain)
    if plain_words.count("其中") != 1:
        return
    total = _TOTAL.search(plain_words)
    whole = read_number(total.group("n")) if total else None
    if total is None or whole is None or whole.step != 1:
        return
    parts = list(_parts(plain_words[total.end() :], total.group("u")))
    numbers = [number for _, number in parts]
    added = sum((number.value for number in numbers), start=whole.value * 0)
    short = len(parts) >= _WHOLE or (parts and _REST.search(parts[-1][0]))
    unsure = _UNSURE.search(plain_words[total.end() :])
    if len(parts) < 2 or added == whole.value or (added < whole.value and (not short or unsure)) or any(n.step != 1 for n in numbers):
        return
    shown = "+".join(plain(number.side) for number in numbers)
    yield Finder(report).finding(
        "narrative", f"chapters.{sentence.chapter}", "note",
        f"正文分项之和 {shown}={plain(_whole(added))}，前面写的总数是 {plain(whole.side)}；请核对是否漏写、重复计算。原句：“{sentence.quote}”",
        evidence=sentence.quote, cite=Cite("条例", 50), left=_whole(added), right=whole.side,
    )


def _whole(value: object) -> int:
    return int(str(value).partition(".")[0])


def _parts(words: str, unit: str) -> Iterator[tuple[str, Stated]]:
    """Label and number of each part, up to the first that is counted in another unit or begins another statement."""
    place = 0
    while part := _PART.match(words, place):
        label, number = part.group("label"), read_number(part.group("n"))
        later = place > 0
        if number is None or part.group("u") != unit or (later and _BREAKS.search(label)) or part.group("tail"):
            return
        yield label, number
        place = part.end()

"""Where the chapters begin: which short line is the heading of which chapter, however it is worded or numbered."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz

from gongkai.law.annual_report.outline import CHAPTERS, Chapter
from gongkai.paperwork.reading.labels import ROWS, row_variants
from gongkai.paperwork.reading.normalise import bare, squeeze

LONGEST = 45  # characters of a heading
LEAST = 0.62
SURE = 0.95  # in an unlikely place only a numbered heading spelt right is believed
NEARLY = 0.1
_GOES_ON = ("，", "、", "；", ",")
UNNUMBERED = 0.12
RIGHT_NUMBER = 0.05
_FUSED = tuple(chapter.title for chapter in CHAPTERS)
_IN_TABLES = {spelling for row in ROWS for spelling in row_variants(row)} | {"行政复议行政诉讼"}
_NUMBER = re.compile(
    r"(?:第?[一二三四五六七八九十]{1,2}(?:[、.．,，:：]|部分|章)?|[0-9]{1,2}[、.．])"
)
_SUB_NUMBER = re.compile(
    r"[(（][一二三四五六七八九十0-9]+[)）]|[0-9]{1,2}[)）]|[①-⑨]|第[一二三四五六七八九十]+[条款项]"
)
_SENTENCE = re.compile(r"[。；;!！?？]|[：:].")
_VARIANTS: dict[str, tuple[str, ...]] = {
    "overview": ("总体情况", "基本情况", "工作总体情况", "概述", "总体概况", "工作概述", "政府信息公开工作总体情况", "工作开展情况"),
    "proactive": ("主动公开政府信息情况", "主动公开政府信息的情况", "主动公开信息情况", "行政机关主动公开政府信息情况", "主动公开情况"),
    "requests": (
        "收到和处理政府信息公开申请情况", "收到和处理政府信息公开申请的情况", "行政机关收到和处理政府信息公开申请情况",
        "依申请公开政府信息情况", "依申请公开情况",
    ),
    "remedies": (
        "政府信息公开行政复议行政诉讼情况", "因政府信息公开工作被申请行政复议提起行政诉讼情况",
        "行政复议行政诉讼情况", "政府信息公开行政复议诉讼情况", "申请行政复议提起行政诉讼情况",
    ),
    "problems": (
        "存在的主要问题及改进情况", "政府信息公开工作存在的主要问题及改进情况", "存在的问题及改进措施", "存在问题及改进措施",
        "存在的主要问题及整改措施", "主要问题及改进情况", "存在的问题和改进情况", "存在的不足及改进措施", "存在问题和下一步打算",
    ),
    "other": ("其他需要报告的事项", "其他需要报告的情况", "需要报告的其他事项", "其他需要说明的事项", "其他事项"),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Heading:
    """The block at place ``at`` is the heading of ``chapter``; ``rest`` is text that follows it in the same block."""

    chapter: str
    at: int
    rest: str = ""


def find_headings(texts: Sequence[str], tables: dict[str, int]) -> list[Heading]:
    """The headings among the blocks' texts, in the order they stand.

    ``tables`` gives for a chapter the place of its table. Of several likely headings the nearest one above the table is
    meant; chapters of text stand before the first table or after the last.
    """
    scored: dict[str, list[tuple[float, int]]] = {}
    for at, text in enumerate(texts):
        for key, score in _scores(text).items():
            scored.setdefault(key, []).append((score, at))
    chosen: dict[int, str] = {}
    for chapter in CHAPTERS:
        places = [(score, at) for score, at in scored.get(chapter.key, []) if at not in chosen]
        place = _choose(places, chapter, tables)
        if place is not None:
            chosen[place] = chapter.key
    return [Heading(key, at, _split(texts[at])[1]) for at, key in sorted(chosen.items())]


def _choose(
    places: Sequence[tuple[float, int]], chapter: Chapter, tables: dict[str, int]
) -> int | None:
    table = tables.get(chapter.key)
    first, last = min(tables.values(), default=0), max(tables.values(), default=0)
    if table is not None:
        fitting = [(score, at) for score, at in places if at < table]
        return _best(fitting or _sure(places), latest=bool(fitting))
    fitting = [
        (score, at)
        for score, at in places
        if (at < first if chapter.key == "overview" else at > last)
    ]
    return _best(fitting or _sure(places), latest=False)


def _sure(places: Sequence[tuple[float, int]]) -> list[tuple[float, int]]:
    return [place for place in places if place[0] >= SURE]


def _best(places: Sequence[tuple[float, int]], *, latest: bool) -> int | None:
    """The likeliest place; of places nearly as likely the last one, or the first."""
    best = max((score for score, _ in places), default=0.0)
    nearly = [at for score, at in places if score >= best - NEARLY]
    return (max if latest else min)(nearly, default=None)


def _scores(text: str) -> dict[str, float]:
    """How likely a text is the heading of each chapter; only what is likely enough."""
    plain = squeeze(_split(text)[0])
    if not plain or len(plain) > LONGEST or _SUB_NUMBER.match(plain) or plain.endswith(_GOES_ON):
        return {}
    if bare(plain) in _IN_TABLES:
        return {}
    number = _NUMBER.match(plain)
    words = bare(plain[number.end() :] if number else plain)
    scores = {}
    for chapter in CHAPTERS:
        score = max(fuzz.ratio(words, variant) / 100 for variant in _spellings(chapter))
        score -= 0.0 if number else UNNUMBERED
        score += RIGHT_NUMBER if number and plain.startswith(chapter.number) else 0.0
        if score >= LEAST:
            scores[chapter.key] = score
    return scores


def _spellings(chapter: Chapter) -> tuple[str, ...]:
    return (bare(chapter.title), *_VARIANTS[chapter.key])


def _split(text: str) -> tuple[str, str]:
    """A block into what may be a heading and the text that goes on in the same block."""
    for title in _FUSED:
        if found := re.match(rf"[一二三四五六][、.．]{title}", text):
            return found.group(), text[found.end() :].lstrip(" ，。：:")
    match = _SENTENCE.search(text)
    if match and match.start() <= LONGEST:
        return text[: match.start()], text[match.start() :].lstrip("。：:；; ")
    return text, ""

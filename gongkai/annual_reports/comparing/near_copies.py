"""Chapters that are near copies of other organs' or of last year's, found among hundreds at the cost of a few in full.

Pure. Figures, headings and the sentences that the format puts into every report are left out. Only texts that share most of
their shingles are compared in full; whether they do is a count of bits.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from zlib import crc32

from rapidfuzz import fuzz

from gongkai.law.annual_report.likeness import NEAR_COPY, figureless

SHINGLE = 4
"""Characters in a shingle: short enough that a text with every sentence touched still shares many."""
BITS = 8192
"""A text's shingles as the bits of one number: what two texts share is counted in less than a microsecond."""
SHARED = 0.6
"""The share of the smaller text's bits that two texts must have in common to be compared in full."""
SHORTEST_OF_LONGEST = 0.66
"""Two texts that are 80 % alike differ less in length than this."""
_SENTENCE = re.compile(r"[^。！？；;!?\n]+[。！？；;!?]?\n*")
_HEADING = re.compile(r"^\s*(?:[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．]\s*)[^，。；]{0,20}$")
_STANDARD = re.compile(
    r"统计期限|数据统计|所列数据|勾稽|本报告(?:由|依照|依据|根据|的电子版|电子版|中所列)|根据《[^》]{0,30}》|按照《[^》]{0,30}》|现公布|特向社会公布|如对本|欢迎.{0,20}联系|联系(?:地址|电话)"
    r"|信息处理费|没有其他需要报告|无其他需要报告"
)
"""What the format, or its notices, put into the mouth of every organ."""


@dataclass(frozen=True, slots=True)
class Text:
    """A chapter of one report: whose and of which year, by a key of the caller's; ``own`` is what somebody wrote, figures aside."""

    organ: int
    year: int
    chapter: str
    own: str

    @classmethod
    def of(cls, organ: int, year: int, chapter: str, text: str) -> "Text":
        """A chapter without what says nothing of its author."""
        return cls(organ, year, chapter, figureless("".join(own_sentences(text))))


@dataclass(frozen=True, slots=True)
class NearCopy:
    """Two chapters and how alike they are in percent; ``one`` is of the year that was asked for."""

    one: Text
    other: Text
    percent: int


def own_sentences(text: str) -> Iterator[str]:
    """The sentences of a chapter that are no heading and do not stand in every report."""
    for found in _SENTENCE.finditer(text):
        sentence = found.group().strip()
        if sentence and not _HEADING.match(sentence) and not _STANDARD.search(sentence):
            yield sentence


def near_copies(texts: Iterable[Text], year: int) -> list[NearCopy]:
    """Every pair that is alike enough, of which at least one is of ``year``: the most alike first.

    The same organ's texts are compared across years, others' within a year and across.
    """
    chapters: dict[str, list[Text]] = defaultdict(list)
    for text in texts:
        if len(text.own) >= NEAR_COPY.shortest:
            chapters[text.chapter].append(text)
    found = [pair for group in chapters.values() for pair in _of_chapter(group, year)]
    return sorted(found, key=lambda pair: (-pair.percent, pair.one.chapter, pair.one.organ, pair.other.organ, pair.other.year))  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Marked:
    """A text with its shingles as bits, worked out once: every pair asks for them."""

    text: Text
    mark: int
    bits: int
    length: int

    @classmethod
    def of(cls, text: Text) -> "_Marked":
        mark = _mark(text.own)
        return cls(text, mark, mark.bit_count(), len(text.own))

    def may_be_like(self, other: "_Marked") -> bool:
        """Whether two texts share enough to be compared in full."""
        shorter, longer = sorted((self.length, other.length))
        if shorter < SHORTEST_OF_LONGEST * longer:
            return False
        return (self.mark & other.mark).bit_count() >= SHARED * min(self.bits, other.bits)


def _of_chapter(texts: Sequence[Text], year: int) -> Iterator[NearCopy]:
    for one, other in _candidates(texts, year):
        percent = fuzz.ratio(one.own, other.own, score_cutoff=NEAR_COPY.percent)
        if percent:
            yield NearCopy(one, other, round(percent))


def _candidates(texts: Sequence[Text], year: int) -> Iterator[tuple[Text, Text]]:
    """Of the texts of the year with each other and with all older ones, those that may be alike."""
    marked = sorted(map(_Marked.of, texts), key=lambda one: one.text.year != year)
    for place, one in enumerate(marked):
        if one.text.year != year:
            return
        yield from ((one.text, it.text) for it in marked[place + 1 :] if one.may_be_like(it))


def _mark(text: str) -> int:
    """The shingles of a text as bits."""
    mark = bytearray(BITS // 8)
    for at in range(max(1, len(text) - SHINGLE + 1)):
        bit = crc32(text[at : at + SHINGLE].encode()) % BITS
        mark[bit // 8] |= 1 << bit % 8
    return int.from_bytes(mark)


@dataclass(frozen=True, slots=True)
class Stretch:
    """A sentence of one of two texts; ``number`` is that of the like sentence in the other, None for none.

    ``ends_line``: the next one begins a paragraph.
    """

    text: str
    number: int | None
    ends_line: bool = False

    @classmethod
    def of(cls, sentence: str, number: int | None) -> "Stretch":
        """A sentence as it stands in the text, line end and all."""
        return cls(sentence.rstrip("\n"), number, sentence.endswith("\n"))


def beside(one: str, other: str) -> tuple[tuple[Stretch, ...], tuple[Stretch, ...]]:
    """Both texts in sentences, those that are alike with the same number: each is paired once, with the most alike."""
    left, right = _sentences(one), _sentences(other)
    pairs = [
        (score, here, there)
        for here, a in enumerate(left)
        for there, b in enumerate(right)
        if (score := _alike(a, b))
    ]
    numbers: tuple[dict[int, int], dict[int, int]] = ({}, {})
    for _, here, there in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if here not in numbers[0] and there not in numbers[1]:
            numbers[0][here] = numbers[1][there] = here
    order = {here: place for place, here in enumerate(sorted(numbers[0]), 1)}
    return (
        tuple(Stretch.of(text, order.get(at)) for at, text in enumerate(left)),
        tuple(Stretch.of(text, order.get(numbers[1].get(at, -1))) for at, text in enumerate(right)),
    )


def _sentences(text: str) -> list[str]:
    return [found.group() for found in _SENTENCE.finditer(text)][:400]


def _alike(one: str, other: str) -> float:
    """How alike two sentences are, 0 below the share, for what stands in every report, and for what is too short to tell."""
    if not list(own_sentences(one)) or len(figureless(one)) < 6:
        return 0
    return fuzz.ratio(figureless(one), figureless(other), score_cutoff=NEAR_COPY.percent)

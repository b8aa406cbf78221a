"""The text of a report as sentences, each with what its section is about; spelling is evened out for the patterns."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Literal

Topic = Literal["", "proactive", "requests", "remedies"]


@dataclass(frozen=True, slots=True)
class Sentence:
    """One sentence. ``quote`` is what people read; ``plain`` the same with even digits and punctuation, without blanks.

    ``heading`` is the heading above it, ``topic`` what that heading or the chapter is about. ``before`` is the plain text
    of up to two sentences before it under the same heading.
    """

    chapter: str
    quote: str
    plain: str
    topic: Topic = ""
    heading: str = ""
    before: str = ""

    def clause_to(self, end: int) -> str:
        """The words from the start of the clause up to ``end``."""
        return re.split(r"[，；。：]", self.plain[:end])[-1]


_WIDE = {ord(wide): narrow for wide, narrow in zip("０１２３４５６７８９％．", "0123456789%.", strict=True)}
_NARROW = {",": "，", ";": "；", ":": "：", "(": "（", ")": "）", "!": "！", "?": "？", "﹒": "."}
_ENDS = "。！？!?"
_MARK = r"(?:[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、是]|第[一二三四五六七八九十][，、]|\d{1,2}[.、．](?!\d))"
_HEADED = re.compile(rf"^\s*{_MARK}")
_MAJOR = re.compile(r"^\s*(?:[（(]|[一二三四五六七八九十]{1,3}、)")
_TOPICS: tuple[tuple[str, Topic], ...] = (
    ("依申请|申请公开|公开申请", "requests"), ("复议|诉讼", "remedies"), ("主动公开|规范性文件", "proactive"),
    ("信息管理|平台|网站|新媒体|监督|保障|组织领导|解读|培训", ""),
)
_OF_CHAPTER: Mapping[str, Topic] = {"proactive": "proactive", "requests": "requests", "remedies": "remedies"}
_HEADING_LENGTH = 30
_LONGEST = 1000  # a text without full stops is cut, so that the work grows with its length and no faster


def plain_text(text: str) -> str:
    """Even digits and punctuation, no blanks nor quotation marks; a comma or point between digits stays. Titles lose their content."""
    text = re.sub(r"[\s“”‘’\"]+", "", text.translate(_WIDE))
    text = re.sub(r"(?<!\d)[,:]|[,:](?!\d)|[;()!?﹒]", lambda found: _NARROW[found.group()], text)
    return re.sub(r"《[^》]*》", "《》", text)


def sentences(chapters: Mapping[str, str]) -> Iterator[Sentence]:
    """All sentences of all chapters in their order."""
    for chapter, text in chapters.items():
        yield from _of_chapter(chapter, text)


def _of_chapter(chapter: str, text: str) -> Iterator[Sentence]:
    topic, heading = _OF_CHAPTER.get(chapter, ""), ""
    before: list[str] = []
    for quote in _split(text):
        plain = plain_text(quote)
        if _HEADED.match(quote):
            named = _topic_of(plain)
            if named is not None or _MAJOR.match(quote):
                topic, heading = named or _OF_CHAPTER.get(chapter, ""), plain[:_HEADING_LENGTH]
                before = []
        yield Sentence(chapter, quote, plain, topic, heading, "".join(before))
        before = [*before[-1:], plain]


def _split(text: str) -> Iterator[str]:
    """Sentences as quoted. A line that does not end in punctuation goes on in the next, unless that is a heading."""
    for block in _blocks(text):
        for piece in re.split(rf"(?<=[{_ENDS}])", block):
            folded = re.sub(r"(?<=[^\x00-\x7f])\s+|\s+(?=[^\x00-\x7f])", "", piece).strip()
            yield from (folded[start : start + _LONGEST] for start in range(0, len(folded), _LONGEST))


def _blocks(text: str) -> Iterator[str]:
    block = ""
    for line in text.split("\n"):
        alone = _HEADED.match(line) or _is_heading(block)
        if block and (alone or block.rstrip()[-1:] in "。！？!?；;：:"):
            yield block
            block = ""
        block += line.strip()
    yield block


def _is_heading(line: str) -> bool:
    return bool(_HEADED.match(line)) and len(line) <= _HEADING_LENGTH and not re.search(r"[，。,；;]", line)


def _topic_of(plain: str) -> Topic | None:
    """What a heading is about: the topic of the first word it knows; None where it knows none."""
    head = re.split(r"[。：，]", plain)[0][:20]
    hits = [(found.start(), topic) for words, topic in _TOPICS if (found := re.search(words, head))]
    return min(hits)[1] if hits else None

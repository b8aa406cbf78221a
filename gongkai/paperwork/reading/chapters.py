"""The text of the chapters: what stands between the headings, without the tables and what the page wraps around."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.law.annual_report.outline import CHAPTERS
from gongkai.paperwork.reading.document import Block, Paragraph, Table
from gongkai.paperwork.reading.header import Header, is_signature, read_header
from gongkai.paperwork.reading.headings import Heading
from gongkai.paperwork.reading.normalise import squeeze, tidy
from gongkai.paperwork.reading.paragraphs import paragraphs
from gongkai.paperwork.reading.places import Places, is_prose

_AFTER_REPORT = re.compile(
    r"^[【\[（(]*(?:打印|关闭|分享|扫一扫|上一篇|下一篇|上一条|下一条|附件[:：1-9]|相关(?:链接|阅读|附件|信息)|责任编辑|编辑[:：]|来源[:：]|主办|承办|"
    r"版权|网站地图|网站标识码|联系我们|您访问的|浏览次数|阅读次数|字体|收藏|返回|友情链接|文档下载|下载|【?纠错|地址[:：]|邮编)"
    r"|ICP备|公网安备|版权所有|网站标识码"
)

_PAGE_DATA = re.compile(
    r"[【\[（(]?(?:发布|发文|成文|生成|公开|更新)?(?:日期|时间|机构|单位)[:：]|来源|信息来源[:：]|作者[:：]|浏览|字号|字体|当前位置|"
    r"您(?:现在)?的位置|索引号|文号|访问|打印|分享|原文链接|标题[:：]|栏目[:：]|责任编辑|阅读|正文$|本地目录|页面链接|=+ ?正文|点击|首页>"
)


@dataclass(frozen=True, slots=True)
class Chapters:
    """The text by chapter key, the order of the headings, and the header."""

    texts: dict[str, str]
    outline: tuple[str, ...]
    header: Header


def plain_texts(blocks: Sequence[Block]) -> list[str]:
    """The text of each block; tables have none of their own."""
    return ["" if isinstance(block, Table) else tidy(block.text) for block in blocks]


def read_chapters(
    blocks: Sequence[Block], places: Places, headings: Sequence[Heading], container_title: str
) -> Chapters:
    """Split a document at its headings."""
    texts = plain_texts(blocks)
    inside = {at for key in places.starts for at in places.blocks(key)}
    first = headings[0].at if headings else min(places.starts.values(), default=len(blocks))
    last = headings[-1].at if headings else 0
    end = _end(texts, last + 1)
    head = texts[:first]
    header = read_header(
        head, [text for text in texts[last + 1 : end] if text], "".join(texts), container_title
    )
    found = _texts(blocks, headings, inside, _body_end(texts, last + 1, end))
    before = [
        at
        for at in range(header.body_starts, first)
        if at not in inside and not _PAGE_DATA.match(texts[at])
    ]
    if preface := paragraphs([blocks[at] for at in before]):
        found["preface"] = preface
    return Chapters(found, tuple(heading.chapter for heading in headings), header)


def _texts(
    blocks: Sequence[Block], headings: Sequence[Heading], inside: set[int], end: int
) -> dict[str, str]:
    texts: dict[str, str] = {}
    for index, heading in enumerate(headings):
        until = headings[index + 1].at if index + 1 < len(headings) else end
        body = [blocks[at] for at in range(heading.at + 1, until) if at not in inside]
        if heading.rest:
            body.insert(0, Paragraph(heading.rest))
        text = paragraphs(body)
        if heading.chapter not in _TEXT_CHAPTERS:
            text = "\n".join(line for line in text.split("\n") if is_prose(Paragraph(line)))
        if text or heading.chapter in _TEXT_CHAPTERS:
            texts[heading.chapter] = text
    return texts


_TEXT_CHAPTERS = {chapter.key for chapter in CHAPTERS if chapter.table is None}


def _end(texts: Sequence[str], start: int) -> int:
    """Where the page goes on with things that are not the report."""
    return next(
        (at for at in range(start, len(texts)) if _AFTER_REPORT.search(squeeze(texts[at]))),
        len(texts),
    )


def _body_end(texts: Sequence[str], start: int, end: int) -> int:
    """Where the signature begins: the organ's name and the date that close the report."""
    at = end
    while at > start and (not texts[at - 1] or is_signature(texts[at - 1])):
        at -= 1
    return at

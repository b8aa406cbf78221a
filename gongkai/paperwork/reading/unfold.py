"""Text whose line breaks were lost: a long line is broken again before each heading and row label of the form."""

import re
from collections.abc import Iterator

from gongkai.paperwork.reading.document import Block, Document, Paragraph, Table

LONG = 200  # characters; no printed line and no heading is that long
_BREAK = re.compile(
    r"(?=[一二三四五六]、(?:总体情况|主动公开政府信息情况|收到和处理政府信息公开申请|政府信息公开行政复议|因政府信息公开工作被|"
    r"存在的主要问题|政府信息公开工作存在|其他需要报告))"
    r"|(?=[四五]、政府信息公开行政)|(?=行政复议 ?行政诉讼)|(?=[一二三四]、(?:本年新收|上年结转|本年度办理结果|结转下年度))"
    r"|(?=[（(][一二三四五六七][)）](?:予以公开|部分公开|不予公开|无法提供|不予处理|其他处理|总计))"
    r"|(?=[1-8][.．、] ?(?:属于|其他法律|危及|保护第三方|本机关不|没有现成|补正后|信访举报|重复申请|要求提供|要求行政|"
    r"无正当理由|申请人|其他))"
    r"|(?=第二十条第[（(])|(?=（本列数据)|(?=信息内容)|(?=规章 ?[0-9])|(?=行政规范性文件 ?[0-9])"
    r"|(?=行政(?:许可|处罚|强制|事业性收费) ?[0-9])"
)
FEWEST = 3  # landmarks in one line before it is taken for a flattened report


def unfold(document: Document) -> Document:
    """The document with its flattened lines broken; others stay as they are."""
    return Document(
        tuple(part for block in document.blocks for part in _parts(block)), document.title
    )


def _parts(block: Block) -> Iterator[Block]:
    if (
        isinstance(block, Table)
        or len(block.text) < LONG
        or len(_BREAK.findall(block.text)) < FEWEST
    ):
        yield block
        return
    for piece in _BREAK.split(block.text):
        if piece.strip():
            yield Paragraph(piece.strip())

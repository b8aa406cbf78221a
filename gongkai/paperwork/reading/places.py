"""Where in a document each of the three tables stands, ruled or not."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.paperwork.reading.document import Block, Table
from gongkai.paperwork.reading.labels import HEADS, ROWS
from gongkai.paperwork.reading.normalise import bare
from gongkai.paperwork.reading.runs import is_figure

LONGEST_LABEL = 60  # bare characters; a longer line is prose that mentions the words
_MARKS: dict[str, re.Pattern[str]] = {
    "proactive": re.compile(
        r"^第?二十条第?.{1,3}项|制发件数|新制作数量|现行有效件数|本年处理决定数量|上一年项目数量|^信息内容"
    ),
    "requests": re.compile(
        r"本年新收政府信息公开申请|申请人情况|第一项加第二项之和|^一?本年新收|^自然人(?:$|法人)|^法人或其他组织|^商业企业"
    ),
    "remedies": re.compile(r"未经复议直接起诉|复议后起诉|结果维持|^行政复议行政诉讼$|^行政复议$"),
}
_SENTENCE = re.compile(r"[。；！]")
_REMARK = re.compile(r"\s*(?:[（(]?(?:备?注|说明|填表说明|填报说明)[:：]|[*※])")
LONG = 20
LIKE_A_ROW = 65
_ALL_LABELS = bare("".join(row.title for row in ROWS) + HEADS)
FEW = 3  # a line with this many figures is a row, whatever its marks


@dataclass(frozen=True, slots=True)
class Places:
    """For each table its first block and the block after its last words; a table that is not there is absent."""

    starts: dict[str, int]
    ends: dict[str, int]

    def blocks(self, key: str) -> range:
        """The places of a table's blocks."""
        return range(self.starts[key], self.ends[key]) if key in self.starts else range(0)


def find_starts(blocks: Sequence[Block]) -> dict[str, int]:
    """Where the tables begin, in their order."""
    starts: dict[str, int] = {}
    at = 0
    for key, mark in _MARKS.items():
        found = next((i for i in range(at, len(blocks)) if _marks(blocks[i], mark)), None)
        if found is not None:
            starts[key] = at = found
    return starts


def find_places(blocks: Sequence[Block], starts: dict[str, int], headings: Sequence[int]) -> Places:
    """Where the tables begin and end: at the next table, the next heading, or where sentences go on after figures."""
    ends = {}
    for start_key, start in starts.items():
        bounds = [at for at in (*headings, *starts.values(), len(blocks)) if at > start]
        ends[start_key] = _end(blocks, start, min(bounds))
    return Places(starts, ends)


def _marks(block: Block, mark: re.Pattern[str]) -> bool:
    if isinstance(block, Table):
        return any(mark.search(bare(cell.text)) for cell in block.cells)
    plain = bare(block.text)
    is_label = len(plain) <= LONGEST_LABEL or _SENTENCE.search(block.text) is None
    return is_label and mark.search(plain) is not None


def _end(blocks: Sequence[Block], start: int, limit: int) -> int:
    """Just after the table: after its last ruled part or row of figures; without rules, at the first sentence below."""
    ruled = [at for at in range(start, limit) if isinstance(blocks[at], Table)]
    if ruled:
        below = range(ruled[-1] + 1, limit)
        rows = (at for at in below if _count_figures(blocks[at]) and not is_prose(blocks[at]))
        return max(rows, default=ruled[-1]) + 1
    figures = False
    for at in range(start, limit):
        if figures and is_prose(blocks[at]):
            return at
        figures = figures or _count_figures(blocks[at]) > 0
    return limit


def _count_figures(block: Block) -> int:
    return 0 if isinstance(block, Table) else sum(map(is_figure, block.text.split()))


def is_prose(block: Block) -> bool:
    """Whether a block is a sentence or a note below a table, not a row of one."""
    if isinstance(block, Table):
        return False
    if _REMARK.match(block.text):
        return True
    return (
        _SENTENCE.search(block.text) is not None and sum(map(is_figure, block.text.split())) < FEW
    )

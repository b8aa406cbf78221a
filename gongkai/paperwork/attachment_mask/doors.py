"""Which kind of file is rewritten by what, and the proof that nothing is left. Runs in the bounded child process."""

from collections.abc import Callable, Mapping

from gongkai.paperwork.attachment_mask.plain_text import masked_lines, masked_table
from gongkai.paperwork.attachment_mask.sheets import masked_workbook
from gongkai.paperwork.attachment_mask.word import masked_word
from gongkai.paperwork.attachment_text.doors import text_of
from gongkai.paperwork.attachment_text.packages import opened
from gongkai.paperwork.attachment_text.pieces import FileText
from gongkai.paperwork.cleaning.kinds import FILE_KINDS
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.personal_data.labelled import found_in

MASKABLE: Mapping[str, Callable[[bytes, Mapping[str, str]], bytes]] = {
    "docx": masked_word,
    "xlsx": masked_workbook,
    "csv": masked_table,
    "text": masked_lines,
}
_BY_HAND = "请在原稿里遮盖之后重新导出，换上新的文件"
_ROUNDS = 4
"""What is masked can set free what stood beside it: digits that were part of a longer number."""
_FEWEST = 6
"""Characters: a shorter value is no proof of anything wherever else it stands."""


def masked(data: bytes, kind: str) -> bytes:
    """The file with every find masked; raises UnreadableReport where that cannot be done for certain."""
    if kind not in MASKABLE:
        raise UnreadableReport(f"程序不能改{FILE_KINDS[kind].label}：{_BY_HAND}")
    before = text_of(data, kind)
    if before.trouble:
        raise UnreadableReport(f"{before.trouble}；不能由程序遮盖，{_BY_HAND}")
    values = left = values_in(before)
    copy = data
    for _ in range(_ROUNDS):
        copy = MASKABLE[kind](
            copy, {key: mask for key, mask in left.items() if len(key) >= _FEWEST}
        )
        left = values_in(text_of(copy, kind))
        if not left:
            break
    if left or _still_there(copy, kind, values):
        raise UnreadableReport(f"文件里有程序改不到的地方（例如嵌在里面的文件）：{_BY_HAND}")
    return copy


def values_in(read: FileText) -> dict[str, str]:
    """Every find as it is written, with its mask."""
    return {
        each.text: each.masked
        for piece in read.pieces
        for each in found_in(piece.text, piece.labels)
    }


def _still_there(copy: bytes, kind: str, values: Mapping[str, str]) -> bool:
    """Whether any part of the copy still holds a value, be it where nobody looks."""
    parts = opened(copy).values() if kind in {"docx", "xlsx"} else [copy]
    wanted = [value.encode() for value in values if len(value) >= _FEWEST]
    return any(value in part for part in parts for value in wanted)

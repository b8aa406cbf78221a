"""What files are taken in for: one row each, with the kinds that fit and how large they may be."""

from collections.abc import Mapping
from dataclasses import dataclass

MIB = 2**20
_DOCUMENTS = frozenset({"pdf", "docx", "xlsx", "pptx", "doc", "xls", "ppt", "ofd", "text", "csv"})
_PICTURES = frozenset({"png", "jpeg", "gif", "webp"})


@dataclass(frozen=True, slots=True)
class Purpose:
    """One purpose. ``public``: a copy without metadata is kept beside the original, and only that may be published.

    ``sealed``: the bytes lie encrypted under a key of the file's own, since people's papers are among them. ``largest`` in bytes.
    """

    key: str
    label: str
    kinds: frozenset[str]
    largest: int
    public: bool
    sealed: bool = False


_ROWS = (
    Purpose("attachment", "公开信息的附件", _DOCUMENTS | _PICTURES, 50 * MIB, public=True),
    Purpose("picture", "图片", _PICTURES, 20 * MIB, public=True),
    Purpose("draft_source", "起草用的原文件", frozenset({"docx", "doc", "pdf", "html", "text"}), 20 * MIB, public=True),
    Purpose("report_source", "年度报告原文件", frozenset({"pdf", "docx", "html", "text", "json"}), 50 * MIB, public=False),
    Purpose("applicant", "申请人在网上提交的材料", frozenset({"pdf", "png", "jpeg", "webp"}), 10 * MIB, public=False, sealed=True),
    Purpose("letter_template", "文书模板", frozenset({"docx"}), 5 * MIB, public=False),
    Purpose("record", "办件材料", _DOCUMENTS | _PICTURES, 50 * MIB, public=False, sealed=True),
)  # fmt: skip
PURPOSES: Mapping[str, Purpose] = {row.key: row for row in _ROWS}
LARGEST = max(row.largest for row in _ROWS)

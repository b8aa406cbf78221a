"""What files are taken in for: one row each, with the kinds that fit and how large they may be."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

MIB = 2**20
_DOCUMENTS = frozenset({"pdf", "docx", "xlsx", "pptx", "doc", "xls", "ppt", "ofd", "text", "csv"})
_PICTURES = frozenset({"png", "jpeg", "gif", "webp"})


@dataclass(frozen=True, slots=True)
class Purpose:
    """One purpose. ``public``: a copy without metadata is kept beside the original, and only that may be published.

    ``sealed``: the bytes lie encrypted under a key of the file's own, since people's papers are among them. ``largest`` in bytes.
    ``streamed``: too large for memory; looked through by seeking, kept piece by piece.
    """

    key: str
    label: str
    kinds: frozenset[str]
    largest: int
    public: bool
    sealed: bool = False
    streamed: bool = False


_ROWS = (
    Purpose("attachment", "公开信息的附件", _DOCUMENTS | _PICTURES, 50 * MIB, public=True),
    Purpose("picture", "图片", _PICTURES, 20 * MIB, public=True),
    Purpose("draft_source", "起草用的原文件", frozenset({"docx", "doc", "pdf", "html", "text"}), 20 * MIB, public=True),
    Purpose("report_source", "年度报告原文件", frozenset({"pdf", "docx", "html", "text", "json"}), 50 * MIB, public=False),
    Purpose("applicant", "申请人在网上提交的材料", frozenset({"pdf", "png", "jpeg", "webp"}), 10 * MIB, public=False, sealed=True),
    Purpose("letter_template", "文书模板", frozenset({"docx"}), 5 * MIB, public=False),
    Purpose("video", "视频", frozenset({"mp4"}), 200 * MIB, public=True, streamed=True),
    Purpose("audio", "音频", frozenset({"mp3", "m4a"}), 50 * MIB, public=True, streamed=True),
    Purpose("record", "办件材料", _DOCUMENTS | _PICTURES, 50 * MIB, public=False, sealed=True),
)  # fmt: skip
PURPOSES: Mapping[str, Purpose] = {row.key: row for row in _ROWS}
LARGEST = max(row.largest for row in _ROWS if not row.streamed)
LARGEST_MEDIA = max(row.largest for row in _ROWS if row.streamed)


def largest_request(path: str) -> int:
    """Bytes that a request to a path may have: more where video is handed in, and nowhere else."""
    takes_media = settings.MEDIA_UPLOADS.fullmatch(path)
    return int(settings.LARGEST_MEDIA_REQUEST if takes_media else settings.LARGEST_REQUEST)

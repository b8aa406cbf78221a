"""Video and sound by content: MP4, M4A, MP3. What they are, how long, and where they say more than a public copy may say.

Reads from an open file by seeking, never the whole of it; no decoder is run.
"""

import zipfile
from typing import BinaryIO

from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.media.found import Found
from gongkai.paperwork.media.mp3 import is_mp3, read_mp3
from gongkai.paperwork.media.mp4 import is_mp4, read_mp4

__all__ = ["Found", "examine_media"]

_ADVICE = {
    "mp4": "请用剪映等软件导出为 MP4（视频 H.264、声音 AAC）再上传",
    "m4a": "请导出为 MP3 或者 M4A 再上传",
}


def examine_media(file: BinaryIO, kinds: frozenset[str]) -> Found:
    """What an open file is; raises UnreadableReport for what is not wanted, HostileFile for what is two things at once."""
    file.seek(0)
    head = file.read(16)
    advice = _ADVICE["mp4" if "mp4" in kinds else "m4a"]
    if not head:
        raise UnreadableReport("文件是空的，请重新选择文件")
    if is_mp4(head):
        found = read_mp4(file, advice)
    elif is_mp3(file):
        found = read_mp3(file)
    else:
        raise UnreadableReport(f"不认识的视频或者音频；{advice}")
    if found.kind not in kinds:
        raise UnreadableReport(f"这里不能上传{'视频' if found.kind == 'mp4' else '音频'}；{advice}")
    file.seek(0)
    if zipfile.is_zipfile(file):
        raise HostileFile("文件同时又是压缩包，可能带有恶意，不予接受；请用原软件重新导出")
    return found

"""Marks of secrecy on papers: 绝密, 机密, 秘密★10年, 工作秘密, 内部资料; told from sentences that merely speak of secrets."""

import re
from collections.abc import Iterator

STATE_SECRET = re.compile(r"(?:绝密|机密|秘密)(?:★.{0,12})?")
"""A line without spaces that is the mark of a state secret."""
_STARRED = re.compile(
    r"(?:绝密|机密|秘密|内部)\s*★\s*(?:[0-9一二三四五六七八九十]{1,3}\s*[年月天]|长期)?"
)
_ALONE = re.compile(
    r"(?:密级[:：]?)?(?:绝密|机密|秘密|工作秘密)级?"
    r"|内部(?:资料|文件|材料|刊物)[，,、。]?(?:请?注意保存|严禁外传|不得外传|请?妥善保管|不得公开)?"
)


def marks_in(text: str) -> Iterator[str]:
    """The marks that stand in a text: with a star anywhere, without one on a line of their own."""
    for line in text.splitlines():
        starred = _STARRED.search(line)
        if starred:
            yield starred[0].strip()
        elif _ALONE.fullmatch(close := "".join(line.split())):
            yield close

"""图集: pictures one below the other, each with a caption and with words for who does not see it.

Data: ``{"pictures": [{"file", "width", "height", "caption", "alt", "large": {"file", "size"}}]}``; ``large`` where a smaller
copy is shown, the picture as it was given.
"""

from typing import Any

from gongkai.publishing.pictures import address
from gongkai.publishing.presentations.row import Data, Presentation, Problem

MOST = 60
LONGEST_CAPTION = 200
LONGEST_ALT = 500
HOW_TO_WRITE = "说清图上有什么、要读者知道什么，不写“图片”“见图”；例：“镇干部在村委会向村民讲解补贴办法，约二十人在场”"
_SAYS_NOTHING = frozenset(
    {"图片", "图", "照片", "见图", "如图", "示意图", "image", "photo", "picture"}
)


def says_nothing(words: str) -> bool:
    """Whether words for a picture say nothing of it: a bare noun, or the name of a file."""
    bare = words.strip().strip("。.").rstrip("0123456789 ").lower()
    return bare in _SAYS_NOTHING or words.lower().endswith((".jpg", ".jpeg", ".png", ".gif"))


def problems_of_words(place: str, words: str) -> list[Problem]:
    """What is wrong with the words for one picture."""
    if not words:
        return [Problem(f"{place}没有替代文字", HOW_TO_WRITE, "form_words", place)]
    if says_nothing(words):
        return [
            Problem(f"{place}的替代文字“{words}”没有说明内容", HOW_TO_WRITE, "form_words", place)
        ]
    return []


def _problems(data: Data) -> list[Problem]:
    rows = data.get("pictures", [])
    if not rows:
        return [Problem("图集里还没有图片", "打开“编辑图集”，选好图片上传")]
    found: list[Problem] = []
    for place, row in enumerate(rows, 1):
        if not row["caption"]:
            said = f"第 {place} 张图片没有图片说明"
            found.append(
                Problem(
                    said,
                    "在图片下面写一句话，看得见的读者也要知道是什么",
                    place=f"第 {place} 张图片",
                )
            )
        found += problems_of_words(f"第 {place} 张图片", row["alt"])
    return found


def picture_shown(row: dict[str, Any]) -> dict[str, Any]:
    """A picture with its addresses."""
    large = row.get("large")
    return {
        **row,
        "source": address(row["file"]),
        "full": address(large["file"] if large else row["file"]),
        "size": large["size"] if large else None,
    }


def _shown(data: Data) -> dict[str, Any]:
    return {"pictures": [picture_shown(row) for row in data.get("pictures", [])]}


PICTURES = Presentation(
    "pictures",
    "图集",
    "图集",
    "几张图片，每张下面一句说明，适合活动、工程、办事现场",
    editor="publishing:picture_set",
    problems=_problems,
    template="publishing/presentations/pictures.html",
    texts={"caption": "图片说明", "alt": "替代文字"},
    shown=_shown,
)

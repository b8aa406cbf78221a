"""一图读懂: one tall picture, and everything that stands in it as text, for everybody to read and to search.

Data: ``{"pieces": [{"file", "width", "height"}], "full": {"file", "size", "width", "height"}, "alt", "text"}``.
"""

from typing import Any

from gongkai.publishing.pictures import address
from gongkai.publishing.presentations.pictures import problems_of_words
from gongkai.publishing.presentations.row import Data, Presentation, Problem

LONGEST_TEXT = 20_000
LEAST_TEXT = 40
"""Characters: fewer cannot be all that stands in a picture that explains a policy. The house's choice."""
_HOW = "把图里的字原样打出来，标题、步骤、数字、电话都要有；一行一段"


def _problems(data: Data) -> list[Problem]:
    if not data.get("full"):
        return [Problem("还没有图片", "打开“编辑一图读懂”，选好图片上传")]
    found = problems_of_words("图片", data.get("alt", ""))
    words = "".join(data.get("text", "").split())
    if not words:
        found.append(Problem("没有写文字版", _HOW, "form_words", "文字版"))
    elif len(words) < LEAST_TEXT:
        found.append(Problem(f"文字版只有 {len(words)} 个字，不像是图上的全部内容", _HOW, "form_words", "文字版"))  # fmt: skip
    return found


def _shown(data: Data) -> dict[str, Any]:
    """The pieces with their addresses, the first of which speaks for all; the text as paragraphs."""
    full = data.get("full")
    pieces = data.get("pieces") or ([full] if full else [])
    return {
        "pieces": [{**piece, "source": address(piece["file"])} for piece in pieces],
        "full": {**full, "source": address(full["file"])} if full else None,
        "alt": data.get("alt", ""),
        "paragraphs": [line for line in data.get("text", "").split("\n") if line.strip()],
    }


ONE_PICTURE = Presentation(
    "one_picture",
    "一图读懂",
    "图解",
    "一张长图说清一件事，另附全部内容的文字版",
    editor="publishing:one_picture",
    problems=_problems,
    template="publishing/presentations/one_picture.html",
    texts={"alt": "替代文字", "text": "文字版"},
    shown=_shown,
)

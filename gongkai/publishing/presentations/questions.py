"""问答: questions with their answers, one after the other. Data: ``{"questions": [{"question", "answer"}]}``."""

import re
from typing import Any

from gongkai.publishing.presentations.row import Data, Presentation, Problem

MOST = 100
LONGEST_QUESTION = 300
LONGEST_ANSWER = 5_000
_NUMBER = r"^(?:[一二三四五六七八九十百]+、|[0-9]{1,3}[.．、])?\s*"
_ASKED = re.compile(_NUMBER + r"(?:问|Q)\s*[0-9]{0,3}\s*[:：]\s*", re.IGNORECASE)
_ANSWERED = re.compile(r"^(?:答|A)\s*[0-9]{0,3}\s*[:：]\s*", re.IGNORECASE)


def asked(text: str) -> list[dict[str, str]]:
    """The questions and answers of a pasted text whose lines begin with 问： and 答：; what stands before the first 问 is left out."""
    rows: list[dict[str, str]] = []
    name = ""
    for line in map(str.strip, text.replace("\r\n", "\n").split("\n")):
        if found := _ASKED.match(line):
            rows.append({"question": line[found.end() :].strip(), "answer": ""})
            name = "question"
        elif rows and (found := _ANSWERED.match(line)):
            name = "answer"
            rows[-1][name] = _joined(rows[-1][name], line[found.end() :].strip())
        elif rows:
            rows[-1][name] = _joined(rows[-1][name], line)
    return rows


def _joined(before: str, line: str) -> str:
    return f"{before}\n{line}" if before and line else before or line


def _problems(data: Data) -> list[Problem]:
    rows = data.get("questions", [])
    if not rows:
        return [Problem("还没有问题", "打开“编辑问答”，写上问题和答复")]
    lacking = [
        (place, "答复" if row["question"] else "问题")
        for place, row in enumerate(rows, 1)
        if not (row["question"] and row["answer"])
    ]
    return [
        Problem(f"第 {place} 问没有写{what}", f"补上{what}，或者删去这一问", place=f"第 {place} 问")
        for place, what in lacking
    ]


def _shown(data: Data) -> dict[str, Any]:
    """The questions with their numbers, and each answer as paragraphs."""
    rows = data.get("questions", [])
    return {
        "questions": [
            {
                "number": number,
                "question": row["question"],
                "paragraphs": [line for line in row["answer"].split("\n") if line.strip()],
            }
            for number, row in enumerate(rows, 1)
        ]
    }


QUESTIONS = Presentation(
    "questions",
    "问答",
    "问答",
    "一问一答，适合办事指引和政策解读；可以把写好的“问：……答：……”整段粘贴进来",
    editor="publishing:questions",
    problems=_problems,
    template="publishing/presentations/questions.html",
    texts={"question": "问题", "answer": "答复"},
    shown=_shown,
)

"""The outcome of a consultation out of its records: how many comments by which way, how each point was answered, and as a draft text."""

from collections import Counter
from html import escape
from typing import Any

from gongkai.law.contribution_states import CHANNELS, needs_answer
from gongkai.law.public_consultations import ANSWERS, answer
from gongkai.participation.models import Consultation

LONGEST_TITLE = 180


def figures_of(consultation: Consultation) -> dict[str, Any]:
    """What the outcome says in numbers and points, as JSON: kept beside the text, so that what is signed is what is shown."""
    comments = list(consultation.comments.values_list("channel", "state", "hidden_reason"))
    by_channel = Counter(channel for channel, _, _ in comments)
    points = [
        {
            "summary": point.summary,
            "answer": point.answer,
            "reason": point.reason,
            "comments": sorted(comment.number for comment in point.comments.all()),
        }
        for point in consultation.points.prefetch_related("comments")
    ]
    answers = Counter(point["answer"] for point in points)
    return {
        "received": len(comments),
        "left_aside": sum(not needs_answer(state, reason) for _, state, reason in comments),
        "channels": [[row.label, by_channel[row.key]] for row in CHANNELS if by_channel[row.key]],
        "answers": [[row.key, row.label, answers[row.key]] for row in ANSWERS if answers[row.key]],
        "points": points,
    }


def title_of(consultation: Consultation) -> str:
    """The title that the draft of the outcome begins with."""
    return f"{consultation.item.title[:LONGEST_TITLE]}：公开征求意见的结果"


def body_of(consultation: Consultation, figures: dict[str, Any]) -> str:
    """The draft of the outcome as HTML; an officer goes on with it."""
    parts = [f"<p>{escape(_opening(consultation, figures))}</p>"]
    if figures["points"]:
        parts.append(f"<p>{escape(_answered(figures))}</p>")
        parts.append(_table(figures))
    if figures["left_aside"]:
        parts.append(
            f"<p>另有 {figures['left_aside']} 条属于与主题无关、重复提交等情况，没有逐条答复。</p>"
        )
    return "\n".join(parts)


def _opening(consultation: Consultation, figures: dict[str, Any]) -> str:
    first, last = consultation.opened_on, consultation.closed_on or consultation.closes_on
    span = f"{first:%Y年%-m月%-d日}至{last:%Y年%-m月%-d日}"
    if not figures["received"]:
        return f"{span}，我们就“{consultation.item.title}”公开征求意见，没有收到意见。"
    ways = "、".join(f"{label} {number} 条" for label, number in figures["channels"])
    return f"{span}，我们就“{consultation.item.title}”公开征求意见，共收到意见 {figures['received']} 条，其中{ways}。"


def _answered(figures: dict[str, Any]) -> str:
    ways = "、".join(f"{label} {number} 点" for _, label, number in figures["answers"])
    return f"归纳为 {len(figures['points'])} 点，{ways}。逐点答复如下。"


def _table(figures: dict[str, Any]) -> str:
    rows = "".join(
        f"<tr><td>{place}</td><td>{escape(point['summary'])}</td><td>{len(point['comments'])}</td>"
        f"<td>{answer(point['answer']).label}</td><td>{escape(point['reason'])}</td></tr>"
        for place, point in enumerate(figures["points"], 1)
    )
    heads = "".join(f"<th>{head}</th>" for head in ("序号", "意见", "条数", "答复", "说明"))
    return f"<table><thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table>"

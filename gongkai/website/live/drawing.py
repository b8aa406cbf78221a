"""Parts of a live Q&A drawn for lines: by the templates of the page itself, so that who reloads and who listens see the same."""

import json
from collections.abc import Iterable, Mapping

from django.db import connections
from django.template.loader import render_to_string

from gongkai.participation.interview_pages import (
    Gone,
    Line,
    Part,
    ShownQuestion,
    is_open,
    parts_since,
    visible,
)
from gongkai.participation.models import Interview
from gongkai.website.live.source import Event, Head

ROOM = "website/live"


class FromDatabase:
    """The record as it stands in the database."""

    def heads(self, numbers: Iterable[int]) -> Mapping[int, Head]:
        """The heads of those that readers may see."""
        rows = visible().filter(pk__in=list(numbers)).only("changes", "state")
        return {row.pk: Head(row.changes, is_open(row)) for row in rows.select_related(None)}

    def since(self, number: int, after: int) -> list[Event]:
        """Every part that changed after a change."""
        interview = visible().filter(pk=number).first()
        if interview is None:
            return []
        found = [event_of(change, part) for change, part in parts_since(interview, after)]
        if interview.head_change > after:
            found.append(head_event(interview))
        return sorted(found, key=lambda event: event.change)

    def rest(self) -> None:
        """Let go of the database."""
        connections.close_all()


def event_of(change: int, part: Part) -> Event:
    """A question or words of the host, or that a question is gone."""
    if isinstance(part, Gone):
        return _event(change, part.key, {"html": ""})
    if isinstance(part, Line):
        said = {"list": "spoken", "place": part.place, "say": "主持人有新的话"}
        return _event(change, part.key, {**said, "html": drawn_line(part)})
    waits = part.place is None
    said = {
        "list": "waiting" if waits else "spoken",
        "place": part.number if waits else part.place,
        "say": "有新的提问" if waits else f"第 {part.number} 个提问有了回答",
    }
    return _event(change, part.key, {**said, "html": drawn_question(part)})


def head_event(interview: Interview) -> Event:
    """Time, state and guests."""
    words = f"访谈{interview.state_label}"
    return _event(interview.head_change, "head", {"html": drawn_head(interview), "say": words})


def drawn_question(question: ShownQuestion) -> str:
    """The part of the page."""
    return render_to_string(f"{ROOM}/question.html", {"part": question})


def drawn_line(line: Line) -> str:
    """The part of the page."""
    return render_to_string(f"{ROOM}/line.html", {"part": line})


def drawn_head(interview: Interview) -> str:
    """The part of the page."""
    context = {"interview": interview, "guests": interview.guests.all()}
    return render_to_string(f"{ROOM}/head.html", context)


def _event(change: int, key: str, said: Mapping[str, object]) -> Event:
    words = json.dumps({"key": key, **said}, ensure_ascii=False)
    return Event(change, key, f"id: {change}\nevent: part\ndata: {words}\n\n".encode())

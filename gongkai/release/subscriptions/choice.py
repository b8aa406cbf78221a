"""What can be subscribed to: a question with its name and its page. How pages offer it is the website's affair."""

import hashlib
import json
from dataclasses import dataclass, field
from typing import Any, Literal

from gongkai.agencies.models import Agency


@dataclass(frozen=True, slots=True)
class Choice:
    """``asked`` of a column: its ``key``; of a search: ``words`` as typed and ``facts``, the organ among them; else nothing.

    ``title`` is for people, ``link`` the page of the list below the organ's pages.
    """

    kind: Literal["organ", "column", "search"]
    title: str
    link: str = ""
    asked: dict[str, Any] = field(default_factory=dict)


def mark_of(agency: Agency, choice: Choice) -> str:
    """Equal for equal questions, whatever they are called."""
    said = json.dumps([agency.pk, choice.kind, choice.asked], sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(said.encode()).hexdigest()

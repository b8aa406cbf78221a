"""What the public copy of an item says of the live Q&A that it announces or records. Reads only; dates in words, as they stay right."""

from typing import Any

from django.utils.timezone import localtime

from gongkai.participation.models import Interview
from gongkai.publishing.models import Item

ANNOUNCEMENT, TRANSCRIPT = "announcement", "transcript"


def interview_panel(item: Item) -> dict[str, Any] | None:
    """Time, state and the ways on; None for an item of no live Q&A, and for what is not announced."""
    known = Interview.objects.select_related("item", "transcript")
    found = known.filter(item=item).first() or known.filter(transcript=item).first()
    if found is None or found.item.published_id is None:
        return None
    return {
        "role": ANNOUNCEMENT if found.item_id == item.pk else TRANSCRIPT,
        "number": found.pk,
        "state": found.state,
        "label": found.state_label if found.state != "planned" else "已预告",
        "when": _when(found),
        "collect_from": f"{localtime(found.collect_from):%Y-%m-%d %H:%M}",
        "announced_for": f"{localtime(found.announced_for):%Y-%m-%d %H:%M}" if found.announced_for else "",
        "reason": found.reason,
        "announcement": f"items/{found.item_id}/",
        "transcript": f"items/{found.transcript_id}/" if _is_public(found.transcript) else "",
    }  # fmt: skip


def _when(interview: Interview) -> str:
    start, end = localtime(interview.starts_at), localtime(interview.ends_at)
    return f"{start:%Y-%m-%d %H:%M} 至 {end:%H:%M}"


def _is_public(item: Item | None) -> bool:
    return item is not None and item.published_id is not None

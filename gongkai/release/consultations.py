"""The public list of consultations, kept beside the copies of their notices. Reads what the copy says, never the record itself."""

from datetime import date
from typing import Any

from gongkai.participation.panel import NOTICE
from gongkai.release.models import PublicConsultation, PublicDocument


def list_consultation(document: PublicDocument) -> None:
    """List the consultation whose notice this document is, or no more."""
    panel = document.payload.get("consultation")
    if panel is None or panel["role"] != NOTICE:
        PublicConsultation.objects.filter(item_id=document.item_id).delete()
        return
    ends = {row["label"]: row["path"] for row in panel["chain"]}
    PublicConsultation.objects.update_or_create(
        number=panel["number"],
        defaults={
            "agency_id": document.agency_id,
            "item_id": document.item_id,
            "title": document.title,
            "kind": panel["kind"],
            "state": panel["state"],
            "opens_on": _day(panel["opens_on"]),
            "closes_on": _day(panel["closes_on"]),
            "takes_web": panel["takes_web"],
            "comments": panel["comments"]["total"],
            "path": document.path,
            "outcome_path": ends.get("征集结果", ""),
            "decision_path": ends.get("决定", ""),
        },
    )


def _day(words: Any) -> date | None:
    return date.fromisoformat(words) if words else None

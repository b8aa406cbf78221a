"""The files of a reply that an applicant may download: links that end, each bound to request, reply, file and the moment of sending."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core import signing

from gongkai.casework.actions.taking import is_open
from gongkai.casework.models import Case, Delivery, DeliveryFile

SALT = "gongkai.website.case_files"
MOST_SECONDS = 400 * 86_400
"""No link outlives this, whatever the organ's rules say; the day on which a sending ends is asked besides."""


@dataclass(frozen=True, slots=True)
class Offered:
    """The files of one sending: with their links while they can be had; ``open`` says whether, ``until`` the last day."""

    delivery: Delivery
    open: bool
    until: date | None
    files: tuple[tuple[DeliveryFile, str], ...]


def offered(case: Case, today: date) -> list[Offered]:
    """What was sent online to the applicant of a request, newest first."""
    rows = Delivery.objects.filter(service__case=case, medium="online", state="sent")
    rows = rows.select_related("service__case__applicant").prefetch_related("files__paper__file")
    return [_offered(row, today) for row in rows.order_by("-pk")]


def _offered(delivery: Delivery, today: date) -> Offered:
    open_now = is_open(delivery, today)
    files = tuple((row, token_of(delivery, row)) for row in delivery.files.all())
    return Offered(delivery, open_now, delivery.open_until, files if open_now else ())


def token_of(delivery: Delivery, row: DeliveryFile) -> str:
    """The link's last part."""
    return signing.dumps(_bound(delivery, row), salt=SALT)


def _bound(delivery: Delivery, row: DeliveryFile) -> list[Any]:
    service = delivery.service
    moment = int(delivery.at.timestamp())
    return [service.case_id, service.decision_id, row.pk, row.sha256, moment]


def file_of(case: Case, token: str) -> DeliveryFile | None:
    """The file of a link, whether it can still be had or not; None where the link is over, made up, or of another request."""
    try:
        bound = signing.loads(token, salt=SALT, max_age=MOST_SECONDS)
    except signing.BadSignature:
        return None
    rows = DeliveryFile.objects.select_related(
        "delivery__service__case__applicant", "delivery__service__case__agency", "paper__file"
    )
    row = rows.filter(pk=bound[2], delivery__service__case=case).first()
    return row if row and bound == _bound(row.delivery, row) else None

"""Letters by e-mail, sent through the outbox: ``put("mail.send", key, {"to": […], "subject": …, "text": …})``."""

import hashlib
from datetime import datetime
from email.utils import parseaddr
from typing import Any

from django.conf import settings
from django.core.mail import EmailMessage


def send(payload: dict[str, Any], now: datetime) -> None:  # noqa: ARG001 - the outbox gives the moment to every handler
    """Send one letter.

    If the machine dies between sending and marking, the letter is sent a second time; both carry the same Message-ID,
    made from the outbox key, by which mail programs show them as one.
    """
    subject = " ".join(str(payload["subject"]).split())
    letter = EmailMessage(subject, payload["text"], to=list(payload["to"]))
    letter.extra_headers["Message-ID"] = message_id(payload["key"])
    letter.send()


def message_id(key: str) -> str:
    """The Message-ID of the letter with this outbox key."""
    _, address = parseaddr(settings.DEFAULT_FROM_EMAIL)
    domain = address.rpartition("@")[2] or "localhost"
    return f"<{hashlib.sha256(key.encode()).hexdigest()[:32]}@{domain}>"

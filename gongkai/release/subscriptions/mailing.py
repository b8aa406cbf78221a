"""Posting one letter, and what a mail server's answer says: of this address, or of the server."""

import re
from smtplib import SMTPDataError, SMTPRecipientsRefused
from typing import Any

from django.core.mail import EmailMessage

_POLICY = re.compile(r"\b5\.7\.")
"""Enhanced codes (RFC 3463) of what a server refuses for reasons of its own: nothing is wrong with the address."""


class Refused(Exception):
    """The server does not take this letter. ``for_good``: it knows no such address; else it may do so later."""

    def __init__(self, said: str, *, for_good: bool) -> None:
        super().__init__(said)
        self.for_good = for_good


def post(letter: EmailMessage) -> None:
    """Send it. Raises Refused for what concerns this letter alone; everything else says that the server is not to be had."""
    try:
        letter.send()
    except SMTPRecipientsRefused as error:
        code, said = next(iter(error.recipients.values()))
        words = _text(said)
        raise Refused(
            f"{code} {words}", for_good=code >= 500 and not _POLICY.search(words)
        ) from error
    except SMTPDataError as error:
        raise Refused(f"{error.smtp_code} {_text(error.smtp_error)}", for_good=False) from error


def _text(said: Any) -> str:
    return said.decode("utf-8", "replace") if isinstance(said, bytes) else str(said)

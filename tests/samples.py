"""Arguments for the addresses that have some: by the address's full name, a function of the cast that makes the record.

The record belongs to ``cast.town`` unless the test of the address says otherwise.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.audit.models import Entry
from gongkai.common.clock import current
from gongkai.common.models import OutboxMessage
from gongkai.files.actions import receive
from tests.people import Cast
from tests.publishing.items import draft

SAMPLES: dict[str, Callable[[Cast], Mapping[str, Any]]] = {}


def stored_file(cast: Cast) -> Mapping[str, Any]:
    """A text that the clerk uploaded."""
    given = SimpleUploadedFile("说明.txt", "办事说明".encode())
    stored = receive(agency=cast.town, upload=given, purpose="record", by=cast.clerk, now=current())
    return {"token": stored.token}


def journal_entry(cast: Cast) -> Mapping[str, Any]:
    """The entry of an upload."""
    stored_file(cast)
    return {"pk": Entry.objects.get(act="files.upload").pk}


def dead_message(cast: Cast) -> Mapping[str, Any]:
    """A message that was given up."""
    now = current()
    made = OutboxMessage.objects.create(
        kind="mail.send", key="x", state="dead", due_at=now, created_at=now
    )
    return {"pk": made.pk}


SAMPLES["files:download"] = stored_file
SAMPLES["audit:entry"] = journal_entry
SAMPLES["desk:retry"] = dead_message
SAMPLES["desk:read"] = lambda _: {"pk": 1}


def item(cast: Cast) -> Mapping[str, Any]:
    """A draft of the town."""
    return {"pk": draft(cast).pk}


SAMPLES["publishing:set_up"] = lambda cast: {"pk": cast.town.pk}
for name in (
    "item",
    "edit",
    "from_word",
    "preview",
    "submit",
    "take_back",
    "approve",
    "send_back",
    "publish",
    "revise",
    "drop_revision",
    "withdraw",
):
    SAMPLES[f"publishing:{name}"] = item
for name in ("version", "restore"):
    SAMPLES[f"publishing:{name}"] = lambda cast: {**item(cast), "number": 1}

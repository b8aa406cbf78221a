"""Arguments for the addresses that have some: by the address's full name, a function of the cast that makes the record.

The record belongs to ``cast.town`` unless the test of the address says otherwise.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.common.clock import current
from gongkai.files.actions import receive
from tests.people import Cast
from tests.publishing.items import draft

SAMPLES: dict[str, Callable[[Cast], Mapping[str, Any]]] = {}


def stored_file(cast: Cast) -> Mapping[str, Any]:
    """A text that the clerk uploaded."""
    given = SimpleUploadedFile("说明.txt", "办事说明".encode())
    stored = receive(agency=cast.town, upload=given, purpose="record", by=cast.clerk, now=current())
    return {"token": stored.token}


SAMPLES["files:download"] = stored_file


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

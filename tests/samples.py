"""Arguments for the addresses that have some: by the address's full name, a function of the cast that makes the record.

The record belongs to ``cast.town`` unless the test of the address says otherwise.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.common.clock import current
from gongkai.files.actions import receive
from tests.people import Cast

SAMPLES: dict[str, Callable[[Cast], Mapping[str, Any]]] = {}


def stored_file(cast: Cast) -> Mapping[str, Any]:
    """A text that the clerk uploaded."""
    given = SimpleUploadedFile("说明.txt", "办事说明".encode())
    stored = receive(agency=cast.town, upload=given, purpose="record", by=cast.clerk, now=current())
    return {"token": stored.token}


SAMPLES["files:download"] = stored_file

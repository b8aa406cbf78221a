"""Arguments for the addresses that have some: by the address's full name, a function of the cast that makes the record.

The record belongs to ``cast.town`` unless the test of the address says otherwise.
"""

from collections.abc import Callable, Mapping
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.agencies.models import Agency
from gongkai.common.clock import current
from gongkai.files.actions import receive
from tests.people import Cast
from tests.publishing.items import draft
from tests.website.released import release, release_report, with_earlier_version

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


def organ(cast: Cast) -> Mapping[str, Any]:
    """The town's site below the installation's."""
    return {"code": cast.town.code}


def shown_item(agency: Agency) -> Mapping[str, Any]:
    """An item that is public."""
    return {"number": release(agency).item_id}


def shown_report(agency: Agency) -> Mapping[str, Any]:
    """A report that is public, with a version from before its correction."""
    release_report(agency, 2024, payload=with_earlier_version())
    return {"year": 2024}


# At the root stands the site of the county, under o/<code>/ that of the town.
SAMPLES["website:item"] = lambda cast: shown_item(cast.county)
SAMPLES["website:report"] = lambda cast: shown_report(cast.county)
SAMPLES["website:download"] = lambda cast: {**shown_report(cast.county), "kind": "csv"}
SAMPLES["website:version"] = lambda cast: {**shown_report(cast.county), "number": 1}
for name in (
    "home",
    "guide",
    "systems",
    "content",
    "reports",
    "compare",
    "reports_feed",
    "apply",
    "apply_form",
    "feedback",
    "search",
    "feed",
    "sitemap",
    "sitemap_xml",
):
    SAMPLES[f"organ:{name}"] = organ
SAMPLES["organ:item"] = lambda cast: {**organ(cast), **shown_item(cast.town)}
SAMPLES["organ:report"] = lambda cast: {**organ(cast), **shown_report(cast.town)}
SAMPLES["organ:download"] = lambda cast: {**SAMPLES["organ:report"](cast), "kind": "csv"}
SAMPLES["organ:version"] = lambda cast: {**SAMPLES["organ:report"](cast), "number": 1}

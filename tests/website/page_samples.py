"""Arguments for the addresses of the public pages, at the county's site and at the town's, and what they show."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from gongkai.agencies.models import Agency
from gongkai.publishing.presentations import DATA
from gongkai.release.models import PublicColumn
from tests.people import Cast
from tests.publishing.charted import CHARTED
from tests.website.released import release, release_report, with_earlier_version

SAMPLES: dict[str, Callable[[Cast], Mapping[str, Any]]] = {}


def organ(cast: Cast) -> Mapping[str, Any]:
    """The town's site below the installation's."""
    return {"code": cast.town.code}


def shown_item(agency: Agency) -> Mapping[str, Any]:
    """An item that is public."""
    return {"number": release(agency).item_id}


def shown_chart(agency: Agency) -> Mapping[str, Any]:
    """A public item with a chart."""
    return {"number": release(agency, presentation="chart", payload={DATA: CHARTED}).item_id}


def shown_column(agency: Agency) -> PublicColumn:
    """A column of the organ's own that is public, no longer kept up, with one below it and two texts."""
    own = {"agency": agency, "national": "content"}
    PublicColumn.objects.create(key="own-2", title="农机购置", parent_key="own-1", place=1, **own)
    for number, key in enumerate(("own-1", "own-2"), 1):
        title = f"关于发放二〇二五年第{number}批耕地地力保护补贴和农机购置补贴有关事项的通知"
        release(agency, column_key=key, title=title, document_number=f"青政发〔2025〕{number}号", validity="valid")  # fmt: skip
    last = {"closed_on": date(2025, 3, 1), "parent_key": "content"}
    return PublicColumn.objects.create(key="own-1", title="惠民补贴", **last, **own)


def shown_month(agency: Agency) -> Mapping[str, Any]:
    """A month of a national column in which something was published."""
    return {"key": "systems", "month": release(agency, "systems").month}


def without_key(arguments: Mapping[str, Any]) -> Mapping[str, Any]:
    """The same arguments for an address that names no column."""
    return {name: value for name, value in arguments.items() if name != "key"}


def shown_report(agency: Agency) -> Mapping[str, Any]:
    """A report that is public, with a version from before its correction."""
    release_report(agency, 2024, payload=with_earlier_version())
    return {"year": 2024}


# At the root stands the site of the county, under o/<code>/ that of the town.
SAMPLES["website:item"] = lambda cast: shown_item(cast.county)
SAMPLES["website:item_table"] = lambda cast: {**shown_chart(cast.county), "place": 1}
SAMPLES["organ:item_table"] = lambda cast: {**organ(cast), **shown_chart(cast.town), "place": 1}
SAMPLES["website:report"] = lambda cast: shown_report(cast.county)
SAMPLES["website:download"] = lambda cast: {**shown_report(cast.county), "kind": "csv"}
SAMPLES["website:open_data_file"] = lambda cast: {"kind": "json"}
SAMPLES["website:version"] = lambda cast: {**shown_report(cast.county), "number": 1}
for name in (
    "home",
    "guide",
    "systems",
    "content",
    "reports",
    "compare",
    "open_data",
    "reports_feed",
    "apply",
    "apply_form",
    "feedback",
    "catalogue",
    "search",
    "feed",
    "sitemap",
    "sitemap_xml",
    "sitemap_places",
):
    SAMPLES[f"organ:{name}"] = organ
SAMPLES["website:column"] = lambda cast: {"key": shown_column(cast.county).key}
SAMPLES["website:own_column_feed"] = lambda cast: {"key": shown_column(cast.county).key}
SAMPLES["organ:own_column_feed"] = lambda cast: {**organ(cast), "key": shown_column(cast.town).key}
SAMPLES["organ:column"] = lambda cast: {**organ(cast), "key": shown_column(cast.town).key}
SAMPLES["website:column_month"] = lambda cast: {
    "key": shown_column(cast.county).key,
    "month": "2025-01",
}
SAMPLES["organ:column_month"] = lambda cast: {**SAMPLES["organ:column"](cast), "month": "2025-01"}
SAMPLES["website:month"] = lambda cast: shown_month(cast.county)
SAMPLES["organ:month"] = lambda cast: {**organ(cast), **shown_month(cast.town)}
for space in ("website", "organ"):
    for name in ("month", "column_month"):
        whole = SAMPLES[f"{space}:{name}"]
        SAMPLES[f"{space}:{name}_page"] = lambda cast, whole=whole: {**whole(cast), "number": 1}
for space in ("website", "organ"):
    listed = SAMPLES[f"{space}:month"]
    SAMPLES[f"{space}:sitemap_month"] = lambda cast, listed=listed: without_key(listed(cast))
    SAMPLES[f"{space}:sitemap_part"] = lambda cast, listed=listed: {
        **without_key(listed(cast)),
        "part": 1,
    }
SAMPLES["organ:item"] = lambda cast: {**organ(cast), **shown_item(cast.town)}
SAMPLES["organ:report"] = lambda cast: {**organ(cast), **shown_report(cast.town)}
SAMPLES["organ:download"] = lambda cast: {**SAMPLES["organ:report"](cast), "kind": "csv"}
SAMPLES["organ:open_data_file"] = lambda cast: {**organ(cast), "kind": "csv"}
SAMPLES["organ:version"] = lambda cast: {**SAMPLES["organ:report"](cast), "number": 1}

"""Public documents for the tests of the site, as the release floor would keep them."""

import json
from datetime import UTC, datetime
from importlib.resources import files
from itertools import count
from typing import Any

from django.core.files.base import ContentFile
from django.core.files.storage import default_storage

from gongkai.agencies.models import Agency, ContactPage, SiteIdentity
from gongkai.common.clock import law_month
from gongkai.release.models import PublicDocument, PublicFile
from gongkai.release.projection import passage
from gongkai.release.words import folded

NOW = datetime(2025, 1, 20, 1, 30, tzinfo=UTC)
"""Half past nine in the morning in China."""
_numbers = count(1)


def contract(year: int = 2024, **requests: int) -> dict[str, Any]:
    """The text of the demo report for that year, with no requests and remedies; ``requests`` sets the natural persons and the total of rows of 表三."""
    found = json.loads(
        (files("gongkai.paperwork") / "demo_report.json").read_text(encoding="utf-8")
    )
    found["year"] = year
    found["title"] = f"青石镇人民政府{year}年政府信息公开工作年度报告"
    for table in (*found["requests"].values(), *found["remedies"].values()):
        table.update(dict.fromkeys(table, 0))
    for row, number in requests.items():
        found["requests"][row] |= {"natural_person": number, "total": number}
    return found


def free_number() -> int:
    """A number that no public document has yet: tests may have published items of their own."""
    taken = PublicDocument.objects.filter
    return next(number for number in _numbers if not taken(item_id=number).exists())


def release(agency: Agency, kind: str = "content", **fields: Any) -> PublicDocument:
    """A public document of the organ."""
    number = fields.pop("number", None) or free_number()
    column = {"annual_report": "reports"}.get(kind, kind)
    values = {
        "agency_name": agency.name,
        "kind": kind,
        "column_key": column,
        "item_version": 1,
        "title": f"公开信息第{number}号",
        "body": "<p>请到便民服务中心办理。</p>",
        "first_published_at": NOW,
        "published_at": NOW,
        "path": f"items/{number}/",
        **fields,
    }
    values.setdefault("month", law_month(values["published_at"]))
    report = values.get("payload", {}).get("report")
    values.setdefault("passage_text", passage(values.get("summary", ""), values["body"], report))
    values.setdefault("search_text", folded(f"{values['title']}\n{values['body']}"))
    return PublicDocument.objects.create(agency=agency, item_id=number, **values)


def release_file(document: PublicDocument, content: bytes = "说明".encode()) -> PublicFile:
    """A file below a public document."""
    key = default_storage.save("ab/cdef", ContentFile(content))
    return document.files.create(
        token=f"token-{document.item_id}",
        name="说明.txt",
        content_type="text/plain",
        storage_key=key,
        size=len(content),
    )


def release_report(agency: Agency, year: int = 2024, **fields: Any) -> PublicDocument:
    """A public annual report; ``payload`` adds to what it holds."""
    requests = fields.pop("requests", {"received": 12, "concluded": 12, "granted": 12})
    report = contract(year, **requests)
    payload = {"report": report, **fields.pop("payload", {})}
    fields.setdefault("title", report["title"])
    return release(
        agency,
        "annual_report",
        year=year,
        path=f"reports/{year}/",
        payload=payload,
        body="",
        **fields,
    )


def with_earlier_version() -> dict[str, Any]:
    """What the payload of a corrected report holds besides the report: the note, and the version of before."""
    earlier = {
        "number": 1,
        "title": "更正前",
        "published_at": "2025-01-10T02:00:00+00:00",
        "sha256": "0" * 64,
        "report": contract(2024, received=99),
    }
    correction = {"at": "2025-03-01T02:00:00+00:00", "note": "更正表三新收数量"}
    return {"corrections": [correction], "earlier": [earlier]}


def make_main(agency: Agency) -> SiteIdentity:
    """The agency's site stands at the root, with its filings and its contact page."""
    ContactPage.objects.create(
        agency=agency,
        office="青石镇党政办公室",
        address="青石镇人民路1号",
        postcode="320001",
        hours="工作日 8:30—17:30",
        telephone="0512-00000001",
        supervision_telephone="0512-00000002",
    )
    return SiteIdentity.objects.create(
        agency=agency,
        main=True,
        name="青石镇人民政府",
        sponsor="青石镇人民政府办公室",
        domain="www.qingshi.gov.cn",
        identification_code="3200010001",
        icp_number="苏ICP备00000001号",
        police_number="苏公网安备32000100000001号",
    )

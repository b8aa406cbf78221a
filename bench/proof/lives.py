"""The lives of an item and of a report through the real actions, each step given out as soon as it is confirmed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.annual_reports import actions as reports
from gongkai.annual_reports.queries import findings
from gongkai.common.clock import current
from gongkai.files.actions import receive
from gongkai.paperwork import print_report
from gongkai.publishing import actions as items
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.models import Item
from gongkai.publishing.reviewing import Secrecy
from tests.annual_reports.stories import flawless
from tests.people import make_agency, make_person

Confirmed = Iterator[tuple[str, Any]]
TOWN = "青石镇人民政府"
SOON = timedelta(seconds=1)


@dataclass(frozen=True)
class Town:
    """An organ and its three officers."""

    agency: Agency
    clerk: User
    reviewer: User
    signer: User


def town_with_officers(code: str, county: Agency | None = None) -> Town:
    """A township of that code, with people who may do everything there that an item, a report or a request needs."""
    agency = make_agency(code, TOWN, parent=county)
    clerk = make_person(f"{code}-clerk", "王经办", agency, "clerk")
    reviewer = make_person(f"{code}-reviewer", "赵审核", agency, "reviewer")
    return Town(agency, clerk, reviewer, make_person(f"{code}-signer", "钱签发", agency, "signer"))


def item_life(town: Town, *, later: bool = False) -> Confirmed:
    """A text from its draft to the public; ``later``: signed to be brought out by the worker a moment after."""
    column = national_column(town.agency, "guide")
    text = Text("公开指南", "<p>申请到一楼大厅。</p>")
    item = items.create_draft(column=column, text=text, by=town.clerk, now=current())
    yield "publishing.create_draft", item
    yield "publishing.submit", items.submit(item=item, by=town.clerk, now=current())
    yield (
        "publishing.approve",
        items.review(item=item, by=town.reviewer, now=current(), secrecy=Secrecy("may_publish")),
    )
    if later:
        at = current() + SOON
        yield (
            "publishing.schedule",
            items.schedule(item=item, release_at=at, by=town.signer, now=current()),
        )
    else:
        yield "publishing.publish", items.publish(item=item, by=town.signer, now=current())


def until_signed(town: Town, title: str, column_key: str = "guide") -> Item:
    """A text that waits for the signer."""
    column = national_column(town.agency, column_key)
    text = Text(title, f"<p>申请到一楼大厅，{title}。</p>")
    item = items.create_draft(column=column, text=text, by=town.clerk, now=current())
    item = items.submit(item=item, by=town.clerk, now=current())
    clear = Secrecy("may_publish")
    return items.review(item=item, by=town.reviewer, now=current(), secrecy=clear)


def report_life(town: Town, year: int) -> Confirmed:
    """A report from an uploaded file to the public."""
    upload = SimpleUploadedFile("年报.html", printed(year))
    file = receive(
        agency=town.agency, upload=upload, purpose="report_source", by=town.clerk, now=current()
    )
    yield "files.upload", file
    report = reports.start(agency=town.agency, year=year, by=town.clerk, now=current())
    yield "annual_reports.start", report
    report = reports.import_file(report=report, file=file, by=town.clerk, now=current())
    yield "annual_reports.import", report
    yield "annual_reports.submit", reports.submit(report=report, by=town.clerk, now=current())
    yield "annual_reports.review", reports.review(report=report, by=town.reviewer, now=current())
    read = [one.fingerprint for one in findings(report) if one.severity == "warning"]
    yield (
        "annual_reports.sign",
        reports.sign(report=report, by=town.signer, now=current(), acknowledged=read),
    )
    yield "annual_reports.publish", reports.publish(report=report, by=town.signer, now=current())


@cache
def printed(year: int) -> bytes:
    """The file of the report of a year."""
    return print_report(flawless(year), "html")

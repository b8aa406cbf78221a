"""Drafts for tests of the editor's pages, and the way to them."""

from dataclasses import replace

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from playwright.sync_api import Page

from gongkai.annual_reports import actions
from gongkai.annual_reports.models import Report
from gongkai.files.actions import receive
from gongkai.files.models import StoredFile
from gongkai.paperwork import print_report
from tests.annual_reports.stories import NOW, drafted, flawless, signed
from tests.browser import sign_in
from tests.law.annual_report.reports import with_figures
from tests.publishing.items import published as published_item

SENTENCE = "本年收到政府信息公开申请{新收}件，公开信息{主动公开信息}条。"
OVERVIEW = """（一）主动公开
本年主动公开政府信息 128 条，制发规范性文件 2 件。
（二）依申请公开
本年收到政府信息公开申请 5 件，全部按时办结。
（三）政府信息管理
落实先审后发，加强政府信息管理。
（四）平台建设
网站运行平稳。
（五）监督保障
接受监督，工作考核、社会评议、责任追究结果已经公布。"""


def broken(cast) -> Report:
    """A draft with a broken balance, a sentence that contradicts a table, and a figure ten times last year's."""
    value = with_figures(
        flawless(),
        {"requests.received.total": 2, "proactive.permits": 520, "requests.carried_in.total": 1},
    )
    chapters = {**value.chapters, "overview": OVERVIEW}
    return drafted(cast, replace(value, chapters=chapters))


def with_last_year(cast) -> Report:
    """The same, with last year's report signed."""
    last = with_figures(flawless(2023), {"proactive.permits": 40})
    signed(cast, last, year=2023)
    return broken(cast)


def with_fields(cast):
    """A draft whose overview has fields, counted once."""
    published_item(cast)
    value = flawless()
    chapters = {**value.chapters, "overview": value.chapters["overview"] + SENTENCE}
    report = drafted(cast, replace(value, chapters=chapters))
    return actions.count_again(report=report, seen_version=report.version, by=cast.clerk, now=NOW)


def handed_in(cast, data: bytes, name: str) -> StoredFile:
    """A file that the clerk uploaded for a report."""
    upload = SimpleUploadedFile(name, data)
    return receive(agency=cast.town, upload=upload, purpose="report_source", by=cast.clerk, now=NOW)


def doubtful_source() -> bytes:
    """The report as a web page in which some cells are hard to read: a dash, words, and fees in another unit."""
    page = print_report(flawless(), "html").decode()
    fees = page.index("行政事业性收费")
    page = page[:fees] + page[fees:].replace(">0</td>", ">251000元</td>", 1)
    for old, new in ((">3</td>", ">—</td>"), (">3</td>", ">三五</td>")):
        page = page.replace(old, new, 1)
    return page.encode()


def imported(cast) -> Report:
    """A draft taken from a file with doubtful cells."""
    report = actions.start(agency=cast.town, year=2024, by=cast.clerk, now=NOW)
    file = handed_in(cast, doubtful_source(), "2024年年报.html")
    return actions.import_file(report=report, file=file, by=cast.clerk, now=NOW)


def url(name: str, report: Report) -> str:
    """The address of a page of the report."""
    return reverse(f"annual_reports:{name}", kwargs={"pk": report.pk})


# A tab that is closed saves what was typed; after a test its database is gone. A test may still send the event itself.
UNSEEN = "document.addEventListener('visibilitychange', (it) => it.isTrusted && it.stopImmediatePropagation(), true)"


def open_editor(page: Page, cast, report: Report, name: str = "edit") -> Page:
    """The page opened by the clerk."""
    page.add_init_script(UNSEEN)
    sign_in(page, cast.clerk)
    page.goto(url(name, report))
    return page

"""A file becomes the report's figures and texts, whole or not at all."""

from dataclasses import replace

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.annual_reports import actions
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.queries import as_value
from gongkai.common.refusals import Conflict, NotAllowed, Refusal
from gongkai.files.actions import receive
from gongkai.paperwork import print_report
from tests.annual_reports.stories import NOW, drafted, flawless, submitted


def stored(cast, value=None, kind="docx", name="年报.docx", data=None):
    """The file of a report, received for import."""
    content = data or print_report(value or flawless(), kind)
    upload = SimpleUploadedFile(name, content)
    return receive(agency=cast.town, upload=upload, purpose="report_source", by=cast.clerk, now=NOW)


@pytest.fixture
def draft(cast):
    return actions.start(agency=cast.town, year=2024, by=cast.clerk, now=NOW)


def take(cast, draft, file, **more):
    return actions.import_file(report=draft, file=file, by=cast.clerk, now=NOW, **more)


@pytest.mark.parametrize("kind", ["docx", "html", "json"])
def test_a_printed_report_comes_back_whole(cast, draft, kind):
    file = stored(cast, kind=kind, name=f"年报.{kind}")
    report = take(cast, draft, file)
    assert as_value(report).figures == flawless().figures
    assert report.source == file
    assert report.reading["report"]["requests"]["received"]["total"] == 3


@pytest.mark.parametrize(
    "value",
    [
        replace(
            flawless(), organ="白沙镇人民政府", title="白沙镇人民政府2024年政府信息公开工作年度报告"
        ),
        flawless(2023),
    ],
    ids=["organ", "year"],
)
def test_the_report_of_another_organ_or_year_is_asked_about(cast, draft, value):
    file = stored(cast, value)
    with pytest.raises(actions.AnotherReport, match="确定要导入到这里吗"):
        take(cast, draft, file)
    assert Report.objects.get().reading == {}
    assert take(cast, draft, file, confirmed=True).year == 2024


@pytest.mark.parametrize("organ", ["青石镇", "临川县青石镇人民政府"])
def test_a_shorter_or_longer_name_of_the_organ_is_no_other_organ(cast, draft, organ):
    title = f"{organ}2024年政府信息公开工作年度报告"
    assert take(cast, draft, stored(cast, replace(flawless(), organ=organ, title=title))).source


def test_a_file_that_is_no_report_is_refused_and_nothing_changes(cast, draft):
    file = stored(cast, name="通知.txt", data="今天下午开会。".encode())
    with pytest.raises(Refusal, match="读不出年度报告"):
        take(cast, draft, file)
    assert Report.objects.get().version == draft.version


def test_a_report_that_was_sent_up_takes_no_file_in(cast):
    with pytest.raises(Refusal, match="已经固定"):
        take(cast, submitted(cast), stored(cast))


def test_who_saved_while_the_file_was_read_is_not_overwritten(cast):
    report = drafted(cast)
    file = stored(cast)
    changed = replace(flawless(), title="别的标题")
    actions.save(report=Report.objects.get(), seen_version=2, value=changed, by=cast.clerk, now=NOW)
    with pytest.raises(Conflict):
        take(cast, report, file)
    assert Report.objects.get().title == "别的标题"


def test_a_file_of_another_organ_is_refused(cast, draft):
    file = stored(cast)
    file.agency = cast.other_town
    with pytest.raises(Refusal, match="不是本机关"):
        take(cast, draft, file)


def test_only_a_clerk_imports(cast, draft):
    with pytest.raises(NotAllowed):
        actions.import_file(report=draft, file=stored(cast), by=cast.reviewer, now=NOW)

"""Take the figures and texts of a stored file into a report that is being drafted or corrected."""

from dataclasses import replace
from datetime import datetime
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.annual_reports.actions.moving import locked
from gongkai.annual_reports.actions.save import keepable, put, require_open
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.values import from_outside
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.files.models import StoredFile
from gongkai.law.annual_report import AnnualReport
from gongkai.paperwork import UnreadableReport, read_report
from gongkai.paperwork.contract_json import to_contract


class AnotherReport(Refusal):
    """The file seems to be the report of another organ or year: a question that the officer may answer with yes."""


def import_file(
    *, report: Report, file: StoredFile, by: User, now: datetime, confirmed: bool = False
) -> Report:
    """Replace figures and texts by what is read from ``file``; what the reading noted is kept in ``reading``.

    From now on the figures are the file's, and rest on no records.

    The file is read before the transaction, for that may take seconds; Conflict where somebody saved meanwhile. Raises
    Refusal where the file is no report, AnotherReport where it names another organ or year, unless ``confirmed``.
    """
    permit = require(by, "annual_reports.edit", report.agency)
    if file.agency_id != report.agency_id:
        raise Refusal("这个文件不是本机关上传的", next_step="请重新上传")
    require_open(report)
    value = _read(file)
    if not confirmed:
        _require_same(report, value)
    return _take_in(report, file, value, permit=permit, at=now)


def _read(file: StoredFile) -> AnnualReport:
    with file.open() as content:
        data = content.read()
    try:
        return read_report(data)
    except UnreadableReport as error:
        raise Refusal(
            f"《{file.name}》读不出年度报告：{error}",
            next_step="请换成年报的 Word、PDF、网页或者文本文件，或者直接在表格里填写",
        ) from error


def _require_same(report: Report, value: AnnualReport) -> None:
    """Refuse where the file says another organ or year, with both sides in the question."""
    organ, year = value.organ, value.year
    other_organ = organ is not None and not _same_organ(organ, report)
    other_year = year is not None and year != report.year
    if other_organ or other_year:
        there = f"{organ or report.organ}{year or report.year}年"
        raise AnotherReport(
            f"文件里写的是{there}的报告，这里是{report.organ}{report.year}年的报告。确定要导入到这里吗？",
            next_step="核对文件；确实是这份报告的，勾选“仍然导入”后再导入",
        )


def _same_organ(organ: str, report: Report) -> bool:
    """Short and full names of one organ name it equally: 青石镇, 青石镇人民政府, 临川县青石镇人民政府."""
    names = {report.organ, *report.agency.names.values_list("name", flat=True)}
    return any(organ in name or name in organ for name in names if name and organ)


@transaction.atomic
def _take_in(
    report: Report, file: StoredFile, value: AnnualReport, *, permit: Permit, at: datetime
) -> Report:
    here = locked(report, report.version)
    require_open(here)
    written = from_outside(value, here)
    columns = keepable(replace(written, title=value.title or here.title))
    reading = _reading(file, value, at)
    read = {"source": file, "reading": reading, "compiled": {}}
    return put(here, columns, "annual_reports.import", permit=permit, at=at, **read)


def _reading(file: StoredFile, value: AnnualReport, at: datetime) -> dict[str, Any]:
    return {
        "at": at.isoformat(),
        "name": file.name,
        "sha256": file.sha256,
        "report": to_contract(value),
    }

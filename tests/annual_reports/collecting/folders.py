"""Folders of reports as organs on other systems send them: small, in several kinds of file, sound unless asked otherwise."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.core.files.base import File

from gongkai.annual_reports.actions.collect import read_batch, take_batch
from gongkai.annual_reports.models import CollectedBatch
from gongkai.law.annual_report import AnnualReport
from gongkai.paperwork import print_report
from tests.annual_reports.stories import NOW, flawless


def report_of(organ: str, year: int = 2024, **figures: int) -> AnnualReport:
    """A sound report of an organ; a figure is named with underscores for its key's dots: ``requests__granted__total=2``."""
    report = flawless(year)
    changed = {key.replace("__", "."): number for key, number in figures.items()}
    return replace(
        report,
        organ=organ,
        title=f"{organ}{year}年政府信息公开工作年度报告",
        figures={**report.figures, **changed},
    )


def printed(organ: str, kind: str = "json", year: int = 2024, **figures: int) -> bytes:
    """The report as a file."""
    return print_report(report_of(organ, year, **figures), kind)


def zipped(files: Mapping[str, bytes], name: str = "年报.zip") -> File:
    """A ZIP of them."""
    room = io.BytesIO()
    with zipfile.ZipFile(room, "w") as archive:
        for path, data in files.items():
            archive.writestr(path, data)
    return File(room, name=name)


def taken(
    cast, files: Mapping[str, bytes], year: int = 2024, now: datetime = NOW
) -> CollectedBatch:
    """A folder taken in by the county's supervisor, nothing of it read."""
    return take_batch(
        collector=cast.county, year=year, upload=zipped(files), by=cast.supervisor, now=now
    )


def read(cast, files: Mapping[str, bytes], year: int = 2024, now: datetime = NOW) -> CollectedBatch:
    """A folder taken in and read."""
    batch = taken(cast, files, year, now)
    read_batch(batch=batch, now=now)
    batch.refresh_from_db()
    return batch


def outcome(batch: CollectedBatch) -> dict[str, str]:
    """By file, what became of it."""
    return dict(batch.files.values_list("name", "state"))

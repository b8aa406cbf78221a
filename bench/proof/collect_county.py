"""A county whose organs hand in files, for the proof of collection: made, and looked at for what is lost or there twice.

``python -m bench.proof.collect_county make FOLDER ORGANS YEAR`` enters the organs and writes a file for each, of mixed kinds;
``… check ORGANS YEAR`` prints problems as JSON, with ``drained`` behind it those of a collection that should be at its end.
"""

import json
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from bench.reading import demo, text_lines
from gongkai.config.framework import ready
from gongkai.law.annual_report.report import AnnualReport
from gongkai.paperwork import print_report

COUNTY = "c360000"
KINDS = ("json", "html", "docx", "txt", "pdf")
PERMITS = "proactive.permits"


def code_of(number: int) -> str:
    """The code of an organ."""
    return f"{COUNTY}-{number:04}"


def name_of(number: int) -> str:
    """The name of an organ."""
    return f"第{number:04}镇人民政府"


def report_of(number: int, year: int) -> AnnualReport:
    """Its report: the demo's, with as many permits as its number says."""
    report, name = demo(), name_of(number)
    return replace(
        report,
        organ=name,
        year=year,
        title=f"{name}{year}年政府信息公开工作年度报告",
        signed_on=None,
        figures={**report.figures, PERMITS: number},
    )


def file_of(number: int, year: int) -> tuple[str, bytes]:
    """Its file, name and content."""
    report, kind = report_of(number, year), KINDS[number % len(KINDS)]
    data = "\n".join(text_lines(report)).encode() if kind == "txt" else print_report(report, kind)
    return f"{number:04}-{name_of(number)}.{kind}", data


def write(folder: Path, organs: int, year: int) -> None:
    """A file for each organ."""
    folder.mkdir(parents=True, exist_ok=True)
    for number in range(1, organs + 1):
        name, data = file_of(number, year)
        (folder / name).write_bytes(data)


def enter(organs: int) -> None:
    """The county and its organs, unless they are there."""
    from gongkai.agencies.models import Agency
    from tests.people import make_agency

    county = Agency.objects.filter(code=COUNTY).first()
    county = county or make_agency(COUNTY, "临川县人民政府", "county_government")
    for number in range(1, organs + 1):
        if not Agency.objects.filter(code=code_of(number)).exists():
            make_agency(code_of(number), name_of(number), parent=county)


def problems(organs: int, year: int, *, drained: bool) -> Iterator[str]:
    """What is lost, there twice, or does not fit together."""
    from gongkai.annual_reports.freezing import sha256_of
    from gongkai.annual_reports.models import CollectedBatch, CollectedFile, HandedIn
    from gongkai.audit.models import Entry

    rows = list(HandedIn.objects.filter(year=year).select_related("organ"))
    twice = [code for code, times in Counter(row.organ.code for row in rows).items() if times > 1]
    yield from (f"{code} is there twice" for code in twice)
    yield from (f"{row} was changed" for row in rows if sha256_of(row.frozen) != row.sha256)
    read = CollectedFile.objects.filter(batch__year=year, state="read")
    if read.count() != len(rows):
        yield f"{read.count()} files are read, {len(rows)} reports are there"
    told = Counter(
        Entry.objects.filter(act="annual_reports.hand_up").values_list("object_id", flat=True)
    )
    yield from (f"{row}: told {told[str(row.pk)]} times" for row in rows if told[str(row.pk)] != 1)
    wrong = [row for row in rows if code_of(row.contract["proactive"]["permits"]) != row.organ.code]
    yield from (f"{row} holds another's figures" for row in wrong)
    if CollectedBatch.objects.filter(year=year).count() > 1:
        yield "the folder was taken in twice"
    if drained and len(rows) != organs:
        others = CollectedFile.objects.filter(batch__year=year).exclude(state="read")
        yield f"{organs} organs, {len(rows)} reports; {list(others.values_list('name', 'state', 'message'))[:5]}"
    if drained and CollectedBatch.objects.filter(year=year).exclude(state="done").exists():
        yield "the batch is not at its end"


def main(arguments: list[str]) -> int:
    """Make or check."""
    ready()
    if arguments[0] == "make":
        enter(int(arguments[2]))
        write(Path(arguments[1]), int(arguments[2]), int(arguments[3]))
        return 0
    from gongkai.annual_reports.models import HandedIn

    organs, year = int(arguments[1]), int(arguments[2])
    found = list(problems(organs, year, drained="drained" in arguments))
    print(json.dumps({"problems": found, "there": HandedIn.objects.filter(year=year).count()}))
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))

"""Records for the pages of the collection: a folder of files of every sort, read; reports that wait, and one sent back."""

from collections.abc import Callable, Mapping
from typing import Any

from gongkai.agencies.models import Agency
from gongkai.annual_reports.actions.collect import accept_sound, send_back
from gongkai.annual_reports.models import CollectedBatch, HandedIn
from gongkai.common.clock import current, law_day
from tests.annual_reports.collecting.folders import printed, read
from tests.people import Cast, make_agency

TOWN, OTHER, BUREAU = "青石镇人民政府", "白沙镇人民政府", "临川县教育局"
CODE = "32000X"
Maker = Callable[[Cast], Mapping[str, Any]]


def last_year() -> int:
    """The year whose collection the pages open with."""
    return law_day(current()).year - 1


def gathered(cast: Cast) -> CollectedBatch:
    """A batch of last year with a file of every outcome: of three organs one is sound, one broken, one missing."""
    year = last_year()
    if not Agency.objects.filter(code=CODE).exists():
        make_agency(CODE, BUREAU, "county_department", cast.county)
    files = {
        "乡镇/青石镇政府信息公开工作年度报告.json": printed(TOWN, year=year, proactive__permits=12),
        "乡镇/白沙镇.json": printed(
            OTHER, year=year, requests__granted__total=4, proactive__permits=5
        ),
        "部门/县教育局（去年的）.json": printed(BUREAU, year=year - 1),
        "部门/县文旅局.json": printed("临川县文化和旅游局", year=year),
        "部门/扫描件.pdf": b"%PDF-1.4 broken",
    }
    return read(cast, files, year, current())


def handed_in(cast: Cast) -> HandedIn:
    """A report with an error that waits."""
    gathered(cast)
    return HandedIn.objects.get(organ=cast.other_town)


def returned(cast: Cast) -> HandedIn:
    """The same, sent back."""
    row, said = handed_in(cast), "请于 2 月 10 日前重新报送。"
    if row.state == "sent_back":
        return row
    return send_back(handed_in=row, remark=said, by=cast.supervisor, now=current())


def summed(cast: Cast) -> Mapping[str, Any]:
    """A collection of which one report is accepted."""
    gathered(cast)
    accept_sound(collector=cast.county, year=last_year(), by=cast.supervisor, now=current())
    return {}


def file_in(state: str) -> Maker:
    """A file with that outcome."""
    return lambda cast: {"pk": gathered(cast).files.get(state=state).pk}


def shown(make: Callable[[Cast], Any]) -> Maker:
    """Make it, and look at the page that has no argument."""

    def made(cast: Cast) -> Mapping[str, Any]:
        make(cast)
        return {}

    return made


SAMPLES: dict[str, Maker] = {
    "annual_reports:batch": lambda cast: {"pk": gathered(cast).pk},
    "annual_reports:collected_file": file_in("no_organ"),
    "annual_reports:collected_original": lambda cast: {
        "pk": gathered(cast).files.filter(state="read").first().pk
    },
    "annual_reports:handed_in": lambda cast: {"pk": handed_in(cast).pk},
    "annual_reports:accept": lambda cast: {"pk": handed_in(cast).pk},
    "annual_reports:return_report": lambda cast: {"pk": handed_in(cast).pk},
    "annual_reports:rollup_cell": lambda cast: {**summed(cast), "cell": "proactive.permits"},
    "annual_reports:return_letter": lambda cast: {"pk": returned(cast).pk, "kind": "txt"},
}
SHOWN: dict[str, Maker] = {
    "annual_reports:collection": shown(gathered),
    "annual_reports:rollup": summed,
}

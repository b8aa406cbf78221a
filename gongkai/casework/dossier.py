"""What lies in the file of a case, in its order: every paper with its day, who brought it, and by which article. Reads only."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from gongkai.casework.models import Case, CaseFile, Service
from gongkai.common.clock import law_day
from gongkai.files.models import StoredFile
from gongkai.law.citation import Cite
from gongkai.law.service_ways import service_way
from gongkai.paperwork.cleaning import FILE_KINDS

_ASKED = Cite("条例", 29)
CITES: Mapping[str, Cite] = {
    "request": _ASKED, "identity": _ASKED, "authorisation": _ASKED, "correction": Cite("条例", 30), "reasons": Cite("条例", 35),
    "opinion": Cite("条例", 32), "payment": Cite("信息处理费办法", 6), "search": Cite("条例", 36, None, 4), "original": Cite("条例", 36),
    "given": Cite("条例", 36, None, 2), "letter": Cite("条例", 36),
}  # fmt: skip
"""By use of a paper: the article under which it belongs to the file."""
_NOT_IN_NAMES = re.compile(r"[\\/:*?\"<>|\s]+")
LONGEST_NAME = 60


@dataclass(frozen=True, slots=True)
class Sheet:
    """One paper. ``place`` is its path in the archive; ``file`` None for what was destroyed."""

    number: int
    day: date
    title: str
    who: str
    cite: str
    place: str
    file: StoredFile | None

    @property
    def sha256(self) -> str:
        """That of the paper as it was handed in; "" for one destroyed."""
        return self.file.sha256 if self.file else ""


def sheets_of(case: Case) -> list[Sheet]:
    """Every paper of a case, those of service too, by day; two with the same file are one."""
    found: dict[int, tuple[date, str, str, str, StoredFile]] = {}
    for day, title, who, cite, file in (*_papers(case), *_proofs(case)):
        found.setdefault(file.pk, (day, title, who, cite, file))
    rows = sorted(found.values(), key=lambda row: row[0])
    return [_sheet(number, *row) for number, row in enumerate(rows, 1)]


def _papers(case: Case) -> Iterator[tuple[date, str, str, str, StoredFile]]:
    paper: CaseFile
    for paper in case.papers.select_related("file"):
        title = f"{paper.get_use_display()}：{paper.title}"
        cite = str(CITES.get(paper.use, ""))
        yield law_day(paper.added_at), title, paper.added_by, cite, paper.file


def _proofs(case: Case) -> Iterator[tuple[date, str, str, str, StoredFile]]:
    service: Service
    for service in case.services.exclude(proof=None).select_related("proof", "notice"):
        what = service.notice.row.title if service.notice else "答复"
        cite = str(service_way(service.way).cite)
        yield service.sent_on, f"送达凭证：{what}", service.by_name, cite, service.proof


def _sheet(number: int, day: date, title: str, who: str, cite: str, file: StoredFile) -> Sheet:
    ending = FILE_KINDS[file.kind].extensions[0]
    name = _NOT_IN_NAMES.sub("_", title)[:LONGEST_NAME]
    place = f"材料/{number:03}-{name}.{ending}"
    return Sheet(number, day, title, who, cite, place, None if file.destroyed_at else file)

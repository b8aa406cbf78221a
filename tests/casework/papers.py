"""Papers of a case for the tests: PDFs with secrets in them, put into the file of a case, marked and blacked out."""

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.casework import actions
from gongkai.casework.actions import burning, redacting
from gongkai.casework.models import Case, CaseFile, RedactionSheet
from gongkai.files.actions import receive
from gongkai.paperwork.redaction import Box
from tests.casework import cases
from tests.paperwork.redaction.made import CASES, made
from tests.people import Cast

SECRET = "4711"
GROUND = "third_party_rights"
Edges = tuple[int, float, float, float, float]


def added(
    cast: Cast,
    case: Case,
    data: bytes,
    *,
    use: str = "original",
    name: str = "补偿方案.pdf",
    day: str = "2026-11-05",
) -> CaseFile:
    """A file put into the file of a case."""
    who = cases.on(cast.clerk, day)
    upload = SimpleUploadedFile(name, data)
    stored = receive(agency=case.agency, upload=upload, purpose="record", **who)
    return actions.add_paper(case=case, stored=stored, use=use, **who)


def edges(boxes: tuple[Box, ...]) -> list[Edges]:
    """Boxes of the battery as places."""
    return [(box.page, *box.edges) for box in boxes]


def paper(cast: Cast, case: Case | None = None, kind: str = "text", **more: str) -> CaseFile:
    """A paper of that kind of the battery."""
    return added(cast, case or cases.registered(cast), made(kind, SECRET), **more)


def marked(
    cast: Cast, found: CaseFile, kind: str = "text", day: str = "2026-11-05"
) -> RedactionSheet:
    """The secret's places marked, or the last page where the secret is not seen."""
    who = cases.on(cast.clerk, day)
    sheet = redacting.start_redaction(paper=found, **who)
    boxes = edges(CASES[kind].boxes) or [(1, 0.8, 0.8, 0.9, 0.9)]
    return redacting.add_boxes(sheet=sheet, boxes=boxes, ground=GROUND, note="个人住址", **who)


def asked(cast: Cast, sheet: RedactionSheet, day: str = "2026-11-05", **more) -> RedactionSheet:
    """The file is to be made."""
    sheet.refresh_from_db()
    said = {
        "title": "补偿方案（涂黑）.pdf",
        "keep_words": True,
        "seen_version": sheet.version,
        **more,
    }
    return burning.ask_to_burn(sheet=sheet, **said, **cases.on(cast.clerk, day))


def burnt(
    cast: Cast, found: CaseFile, kind: str = "text", day: str = "2026-11-05", **more
) -> RedactionSheet:
    """The paper blacked out."""
    sheet = asked(cast, marked(cast, found, kind, day), day, **more)
    burning.burn(sheet.pk, sheet.version, cases.at(day))
    sheet.refresh_from_db()
    return sheet

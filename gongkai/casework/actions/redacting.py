"""涂黑（《条例》第三十七条）：在材料上标记不予公开的地方，加上、去掉、撤销一步；原件始终不变"""

from collections.abc import Collection, Iterable
from datetime import datetime

from django.core.files.base import ContentFile
from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.casework.actions.moving import locked
from gongkai.casework.actions.papers import read_paper
from gongkai.casework.admission import require_admitted
from gongkai.casework.models import Case, CaseFile, RedactionBox, RedactionSheet
from gongkai.casework.models.redaction import IN_WORK
from gongkai.casework.redacting import Edges, boxes_of, can_be_redacted, edges_of
from gongkai.casework.wording import said
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.files.actions import receive
from gongkai.files.models import StoredFile
from gongkai.law.attributes import grounds_of
from gongkai.law.case_states import cite_of, find_move
from gongkai.law.citation import Cite
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.redaction import Box, Look, as_pdf, check, look_at

PART = Cite("条例", 37)
MOST_BOXES = 5_000


def start_redaction(*, paper: CaseFile, by: User, now: datetime) -> RedactionSheet:
    """Begin to black out a paper: reading it is journaled; what is no PDF becomes one beside it.

    Not a transaction of its own: looking into the file takes seconds. Refusal for kinds that cannot be blacked out, and for
    what cannot be read.
    """
    require_open(paper, by=by, now=now)
    if not can_be_redacted(paper):
        raise Refusal("只有 PDF、图片和 Word 文件可以涂黑", next_step="请导出为 PDF 再加入材料")
    given = read_paper(paper=paper, by=by, now=now)
    try:
        data = as_pdf(given, paper.file.kind)
        look = look_at(data)
    except UnreadableReport as error:
        raise Refusal(str(error)) from error
    working = paper.file
    if paper.file.kind != "pdf":
        upload = ContentFile(data, name="工作文件.pdf")
        working = receive(agency=paper.case.agency, upload=upload, purpose="record", by=by, now=now)
    return _started(paper, working, look, by=by, now=now)


@transaction.atomic
def _started(
    paper: CaseFile, working: StoredFile, look: Look, *, by: User, now: datetime
) -> RedactionSheet:
    case, permit = require_open(paper, by=by, now=now)
    there = RedactionSheet.objects.filter(source=paper, state__in=IN_WORK).first()
    if there is not None:
        return there
    sheet = RedactionSheet.objects.create(
        source=paper,
        working=working,
        sizes=[list(size) for size in look.sizes],
        losses=list(look.dropped),
        title=f"{paper.title.rpartition('.')[0] or paper.title}（涂黑）.pdf"[-120:],
        source_sha256=paper.file.sha256,
        started_by=by.name,
        started_at=now,
    )
    after = {"file": paper.get_use_display(), "sha256": paper.file.sha256}
    record("casework.start_redaction", case, by=permit, at=now, organ=case.agency.code, after=after)
    return sheet


def require_open(paper: CaseFile, *, by: User, now: datetime) -> tuple[Case, Permit]:
    """The case, locked where a transaction runs; Refusal where nothing is handed out of it any more, or not by this person."""
    case = locked(paper.case) if transaction.get_connection().in_atomic_block else paper.case
    permit = require(by, "casework.handle", case.agency)
    if paper.is_personal:
        require(by, "casework.read_personal", case.agency)
    require_admitted(by, case)
    if find_move("decide", case.state, law_day(now)) is None:
        raise Refusal(f"“{case.state_label}”的申请不用再涂黑材料", cite=cite_of("decide"))
    return case, permit


def begin_redaction(
    sheet: RedactionSheet, states: Collection[str], *, by: User, now: datetime
) -> tuple[Case, RedactionSheet, Permit]:
    """Lock the case and the go; Refusal where it is in none of these states."""
    case, permit = require_open(sheet.source, by=by, now=now)
    here = (
        RedactionSheet.objects.select_for_update(of=("self",))
        .select_related("source__case__agency", "source__file", "working")
        .get(pk=sheet.pk)
    )
    if here.state not in states:
        raise Refusal(
            f"这份材料现在是“{here.get_state_display()}”，不能这样办理",
            cite=PART,
            next_step="刷新页面，看看现在的情况",
        )
    return case, here, permit


@transaction.atomic
def add_boxes(
    *,
    sheet: RedactionSheet,
    boxes: Iterable[Edges],
    ground: str,
    note: str = "",
    by: User,
    now: datetime,
) -> RedactionSheet:
    """Mark places, one step for all of them. Refusal for one that is not on its page, and for an unknown ground."""
    _, here, _ = begin_redaction(sheet, ("draft",), by=by, now=now)
    wanted = _checked(here, boxes)
    if ground not in {row.key for row in grounds_of("withheld", law_day(now))}:
        raise Refusal("请选择不予公开的依据", cite=PART)
    why = said(note, most=200, needed=False)
    there = set(edges_of(boxes_of(here)))
    fresh = [edges for edges in dict.fromkeys(wanted) if edges not in there]
    if len(there) + len(fresh) > MOST_BOXES:
        raise Refusal(f"一份材料最多标记 {MOST_BOXES} 处，请按整页标记")
    if not fresh:
        raise Refusal("这些地方已经标记过了")
    _step(here)
    RedactionBox.objects.bulk_create(
        RedactionBox(
            sheet=here,
            **dict(zip(("page", "left", "top", "right", "bottom"), edges, strict=True)),
            ground=ground,
            note=why,
            added=here.step,
            by_name=by.name,
            at=now,
        )
        for edges in fresh
    )
    return here


def _checked(sheet: RedactionSheet, boxes: Iterable[Edges]) -> list[Edges]:
    wanted = list(boxes)
    try:
        check((Box(*edges) for edges in wanted), sheet.pages)
    except UnreadableReport as wrong:
        raise Refusal(str(wrong), cite=PART) from wrong
    return wanted


def _step(sheet: RedactionSheet) -> None:
    """One step further; what was made of the earlier places is no longer what would be made."""
    sheet.step += 1
    sheet.version += 1
    sheet.fault = ""
    sheet.save()


@transaction.atomic
def remove_box(*, sheet: RedactionSheet, box: int, by: User, now: datetime) -> RedactionSheet:
    """Take one place away."""
    _, here, _ = begin_redaction(sheet, ("draft",), by=by, now=now)
    found = boxes_of(here).filter(pk=box).first()
    if found is None:
        raise Refusal("这一处已经去掉了", next_step="刷新页面，看看现在的情况")
    _step(here)
    found.removed = here.step
    found.save(update_fields=("removed",))
    return here


@transaction.atomic
def undo_step(*, sheet: RedactionSheet, by: User, now: datetime) -> RedactionSheet:
    """Take the last step back: what it added goes, what it took away is there again."""
    _, here, _ = begin_redaction(sheet, ("draft",), by=by, now=now)
    if here.step == 0:
        raise Refusal("没有可以撤销的一步")
    here.boxes.filter(added=here.step).delete()
    here.boxes.filter(removed=here.step).update(removed=None)
    here.step -= 1
    here.version += 1
    here.save()
    return here


@transaction.atomic
def drop_redaction(*, sheet: RedactionSheet, by: User, now: datetime) -> RedactionSheet:
    """Give up a go that has not become a file."""
    case, here, permit = begin_redaction(sheet, ("draft", "leftover"), by=by, now=now)
    here.state, here.made = "dropped", None
    here.version += 1
    here.save()
    after = {"file": here.source.get_use_display()}
    record("casework.drop_redaction", case, by=permit, at=now, organ=case.agency.code, after=after)
    return here


@transaction.atomic
def redact_again(*, sheet: RedactionSheet, by: User, now: datetime) -> RedactionSheet:
    """A further go that begins with the places of one that became a file; that file is not to be sent any more once this one is made."""
    _, old, _ = begin_redaction(sheet, ("burnt",), by=by, now=now)
    look = Look(tuple(map(tuple, old.sizes)), tuple(old.losses))
    fresh = _started(old.source, old.working, look, by=by, now=now)
    if fresh.step == 0:
        fresh.title = old.title
        _step(fresh)
        RedactionBox.objects.bulk_create(
            RedactionBox(
                sheet=fresh, page=box.page, left=box.left, top=box.top, right=box.right,
                bottom=box.bottom, ground=box.ground, note=box.note, added=1, by_name=by.name, at=now,
            )
            for box in boxes_of(old)
        )  # fmt: skip
    return fresh


def bytes_of(stored: StoredFile) -> bytes:
    """The content of a stored file."""
    with stored.open() as content:
        return content.read()

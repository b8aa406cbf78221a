"""制作涂黑后的文件（《条例》第三十七条）：重新做成页面图片，逐处核验；别处还有同样文字的，由人决定；核验过的才成为可以提供的材料"""

from collections.abc import Callable
from datetime import datetime, timedelta

from django.core.files.base import ContentFile
from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.casework.actions.moving import keep
from gongkai.casework.actions.redacting import PART, add_boxes, begin_redaction, bytes_of
from gongkai.casework.models import Case, CaseFile, RedactionSheet
from gongkai.casework.redacting import boxes_of, edges_of
from gongkai.casework.telling import tell
from gongkai.casework.wording import said
from gongkai.common.outbox import put
from gongkai.common.permissions import Permit
from gongkai.common.refusals import Refusal
from gongkai.files.actions import receive
from gongkai.files.models import StoredFile
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.redaction import Box, Redaction, Released, redact

KIND = "casework.burn"
AT_ONCE = 5
"""Up to so many pages the person waits for the file; more are made in the background."""
PATIENCE = timedelta(minutes=5)
"""After which the background makes a file that was to be made at once, and was not."""


@transaction.atomic
def ask_to_burn(
    *,
    sheet: RedactionSheet,
    title: str,
    keep_words: bool,
    seen_version: int,
    by: User,
    now: datetime,
) -> RedactionSheet:
    """Let the file be made of the places as they were seen; nothing can be marked meanwhile."""
    _, here, _ = begin_redaction(sheet, ("draft",), by=by, now=now)
    if here.version != seen_version:
        raise Refusal(
            "您打开这一页之后，标记又有改动", cite=PART, next_step="看过现在的标记，再制作"
        )
    if not boxes_of(here).exists():
        raise Refusal("还没有标记要涂黑的地方", cite=PART)
    here.title = said(title, "新文件的名称", most=115).replace("/", "／")
    here.keep_words, here.state, here.pages_done = keep_words, "burning", 0
    here.fault, here.burnt_by_id = "", by.pk
    here.version += 1
    here.save()
    at_once = here.pages <= AT_ONCE
    payload = {"sheet": here.pk, "version": here.version}
    due = now + PATIENCE if at_once else now
    put(KIND, f"{KIND}:{here.pk}:{here.version}", payload, now=now, due=due)
    return here


def burn(pk: int, version: int, now: datetime) -> RedactionSheet | None:
    """Make the file; None where that is not wanted any more, or done. Takes seconds, in no transaction.

    Whoever asked for it is whose act it is: a post that ended meanwhile ends it. A file that cannot be made is said so on the page.
    """
    sheet = RedactionSheet.objects.select_related("source__case__agency", "working").get(pk=pk)
    if sheet.state != "burning" or sheet.version != version:
        return None
    by = User.objects.get(pk=sheet.burnt_by_id)
    try:
        released = _released(sheet)
        upload = ContentFile(released.data, name=sheet.title)
        agency = sheet.source.case.agency
        made = receive(agency=agency, upload=upload, purpose="record", by=by, now=now)
        return _finished(sheet, version, made, released, by=by, now=now)
    except (UnreadableReport, Refusal) as fault:
        return _failed(sheet, version, str(fault))


def _released(sheet: RedactionSheet) -> Released:
    """The file that the marked places make of the paper."""
    wanted = [Redaction(Box(box.page, *box.edges), box.ground) for box in boxes_of(sheet)]
    data = bytes_of(sheet.working)
    return redact(data, wanted, keep_words=sheet.keep_words, told=_telling(sheet))


def _telling(sheet: RedactionSheet) -> Callable[[int], object]:
    """Writes down how many pages are done, for the page that waits."""
    return lambda done: RedactionSheet.objects.filter(pk=sheet.pk).update(pages_done=done)


@transaction.atomic
def _failed(sheet: RedactionSheet, version: int, why: str) -> RedactionSheet:
    here = RedactionSheet.objects.select_for_update(of=("self",)).get(pk=sheet.pk)
    if here.state == "burning" and here.version == version:
        here.state, here.fault = "draft", why[:300]
        here.version += 1
        here.save()
    return here


@transaction.atomic
def _finished(
    sheet: RedactionSheet,
    version: int,
    made: StoredFile,
    released: Released,
    *,
    by: User,
    now: datetime,
) -> RedactionSheet:
    case, here, permit = begin_redaction(sheet, ("burning",), by=by, now=now)
    if here.version != version:
        raise Refusal("已经另外制作", cite=PART)
    here.made, here.pages_done, here.losses = made, released.pages, list(released.dropped)
    here.leftovers = [[each.box.page, *each.box.edges] for each in released.leftovers]
    here.leftovers_found = len(released.leftovers)
    here.version += 1
    if here.leftovers:
        here.state = "leftover"
        here.save()
    else:
        _put_into_case(case, here, permit, now)
    if here.pages > AT_ONCE:
        tell(case, "burn_redaction", mover=None, now=now)
    return here


def _put_into_case(case: Case, sheet: RedactionSheet, permit: Permit, now: datetime) -> None:
    """The file becomes a paper that may be given, tied to what it was made of."""
    sheet.result = CaseFile.objects.create(
        case=case,
        file=sheet.made,
        use="given",
        title=sheet.title,
        added_by=permit.actor_name,
        added_at=now,
    )
    sheet.result_sha256 = sheet.made.sha256
    sheet.burnt_by, sheet.burnt_at, sheet.state = permit.actor_name, now, "burnt"
    sheet.save()
    keep(case, now)
    after = {
        "file": sheet.source.get_use_display(),
        "sha256": sheet.result_sha256,
        "source_sha256": sheet.source_sha256,
        "places": len(edges_of(boxes_of(sheet))),
        "leftovers": sheet.leftovers_found,
    }
    record(
        "casework.burn_redaction",
        case,
        by=permit,
        at=now,
        organ=case.agency.code,
        after=after,
        reason=sheet.leftovers_reason,
    )


@transaction.atomic
def accept_leftovers(
    *, sheet: RedactionSheet, reason: str, seen_version: int, by: User, now: datetime
) -> RedactionSheet:
    """The same words may be seen at the other places: somebody looked at each and says why."""
    case, here, permit = begin_redaction(sheet, ("leftover",), by=by, now=now)
    if here.version != seen_version:
        raise Refusal("您打开这一页之后，又有改动", cite=PART, next_step="看过现在的情况，再决定")
    here.leftovers_reason = said(reason, cite=PART)
    here.version += 1
    _put_into_case(case, here, permit, now)
    return here


@transaction.atomic
def cover_leftovers(
    *, sheet: RedactionSheet, ground: str, note: str = "", by: User, now: datetime
) -> RedactionSheet:
    """Mark the other places too, and make the file anew."""
    here = _back(sheet, by, now)
    return add_boxes(
        sheet=here, boxes=map(tuple, here.leftovers), ground=ground, note=note, by=by, now=now
    )


@transaction.atomic
def mark_further(*, sheet: RedactionSheet, by: User, now: datetime) -> RedactionSheet:
    """Go back to marking; what was made is not used."""
    return _back(sheet, by, now)


def _back(sheet: RedactionSheet, by: User, now: datetime) -> RedactionSheet:
    _, here, _ = begin_redaction(sheet, ("leftover",), by=by, now=now)
    here.state, here.made = "draft", None
    here.version += 1
    here.save()
    return here

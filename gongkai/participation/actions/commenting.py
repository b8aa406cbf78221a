"""收意见：公众在网上提的，经办人从来信、会议、电话登记的"""

from datetime import date, datetime, time

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.clock import LAW_ZONE, law_day
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.files.models import StoredFile
from gongkai.law.citation import Cite
from gongkai.law.contribution_states import CHANNELS
from gongkai.participation.actions.moving import enter, locked, tell_of_comments
from gongkai.participation.draft_paragraphs import paragraph
from gongkai.participation.incoming import LONGEST_TYPED, Said, checked_said, line
from gongkai.participation.models import Comment, Consultation
from gongkai.participation.queries import outcome_in_review, takes_comments
from gongkai.participation.sealing import sealed

PUBLIC = Permit(None, "公众", "网上提意见")
"""Who comments online; the journal never names them."""
HEARD = Cite("决策程序条例", 14, 1)
PERIOD = Cite("决策程序条例", 15, 1)
TYPED = {row.key for row in CHANNELS if row.typed_in}


class Over(Refusal):
    """The consultation takes no comments online: not yet, no more, or never did."""


@transaction.atomic
def comment_online(*, consultation: Consultation, said: Said, now: datetime) -> Comment:
    """Take in what somebody says on the site. Raises Over."""
    here = locked(consultation)
    if not takes_comments(here, law_day(now)):
        raise Over("这次征集现在不收网上的意见", cite=PERIOD)
    tidy = checked_said(said)
    row = _kept(here, tidy, now, channel="web", received_at=now)
    _tell(here, row, PUBLIC, "participation.comment", now)
    return row


@transaction.atomic
def enter_comment(
    *,
    consultation: Consultation,
    said: Said,
    channel: str,
    received_on: date,
    by: User,
    now: datetime,
    scan: StoredFile | None = None,
    late_reason: str = "",
) -> Comment:
    """Type in what came by letter, in a meeting or by telephone; after the end with the reason why it still counts."""
    here, today = locked(consultation), law_day(now)
    permit = require(by, "participation.handle", here.agency)
    why = _admitted(here, channel, received_on, today, late_reason)
    if scan is not None and (scan.agency_id, scan.purpose) != (here.agency_id, "record"):
        raise Refusal("只能附上本机关作为办件材料上传的文件")
    tidy = checked_said(said, most=LONGEST_TYPED)
    at = datetime.combine(received_on, time.min, LAW_ZONE)
    row = _kept(
        here, tidy, now, channel=channel, received_at=at, entered_by=by.name, scan=scan, late_reason=why
    )  # fmt: skip
    _tell(here, row, permit, "participation.enter_comment", now, reason=why)
    return row


def _admitted(here: Consultation, channel: str, received: date, today: date, reason: str) -> str:
    """The reason for a late one, tidied; Refusal for what cannot be typed in."""
    if channel not in TYPED:
        raise Refusal("请选择提出的方式", cite=Cite("决策程序条例", 14, 2))
    if here.opened_on is None or here.state not in {"open", "closed"}:
        raise Refusal(f"“{here.state_label}”的征集不能再登记意见", cite=PERIOD)
    if outcome_in_review(here):
        raise Refusal("结果正在审核，不能再登记意见", next_step="请先把结果退回起草")
    if not here.opened_on <= received <= today:
        raise Refusal(f"收到的日期要在 {here.opened_on} 至今天之间", cite=PERIOD)
    why = line(reason)[:300]
    if today > here.closes_on and not why:
        raise Refusal(
            f"征集已于 {here.closes_on} 截止，现在登记要写明原因",
            cite=PERIOD,
            next_step="例：邮戳在截止日期以前，信件迟到",
        )
    return why if today > here.closes_on else ""


def _kept(here: Consultation, said: Said, now: datetime, **how: object) -> Comment:
    here.last_number += 1
    here.save(update_fields=("last_number",))
    quoted = _quoted(here, said.paragraph)
    row = Comment.objects.create(
        consultation=here,
        number=here.last_number,
        text=said.text,
        paragraph=said.paragraph if quoted else None,
        quoted=quoted,
        entered_at=now,
        **how,
    )
    row.sealed = sealed(row, {"name": said.name, "contact": said.contact})
    if row.sealed:
        row.save(update_fields=("sealed",))
    return row


def _quoted(here: Consultation, number: int | None) -> str:
    """How the paragraph stands in the draft that is public; "" for the whole. Refusal for one that is not there."""
    if number is None:
        return ""
    version = here.item.published
    found = paragraph(version.body, number) if version else None
    if found is None:
        raise Refusal("草案里没有这一段", cite=HEARD, next_step="请重新选择针对哪一段")
    return found.quote


def _tell(
    here: Consultation, row: Comment, permit: Permit, act: str, now: datetime, reason: str = ""
) -> None:
    said = {"comment": row.number, "channel": row.channel, "paragraph": row.paragraph}
    late = {"late": True} if row.late_reason else {}
    enter(act, here, permit, now, after={**said, **late, **row.sealed}, reason=reason)
    tell_of_comments(here, now)

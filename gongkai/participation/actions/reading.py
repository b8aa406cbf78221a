"""查看提意见的人、听证参加人和来信的原件：先记入留痕，再显示"""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.participation.actions.moving import enter
from gongkai.participation.models import Comment, Participant
from gongkai.participation.sealing import opened

READ = "participation.read_personal"


@transaction.atomic
def read_commenter(*, comment: Comment, by: User, now: datetime) -> Mapping[str, str]:
    """Who made a comment, once the journal says who looked. Raises personal.Erased."""
    here = comment.consultation
    permit = require(by, READ, here.agency)
    why = f"查看第 {comment.number} 条意见的提出人"
    return opened(comment, on=here, by=permit, at=now, organ=here.agency.code, reason=why)


@transaction.atomic
def read_participant(*, participant: Participant, by: User, now: datetime) -> Mapping[str, str]:
    """Who takes part in a hearing, likewise."""
    here = participant.hearing.consultation
    permit = require(by, READ, here.agency)
    why = f"查看听证参加人“{participant.shown_as}”"
    return opened(participant, on=here, by=permit, at=now, organ=here.agency.code, reason=why)


@transaction.atomic
def read_scan(*, comment: Comment, by: User, now: datetime) -> bytes:
    """The letter behind a comment, once the journal says who took it."""
    here = comment.consultation
    permit = require(by, READ, here.agency)
    if comment.scan is None:
        raise Refusal("这条意见没有附原件")
    with comment.scan.open_safe() as content:
        found = content.read()
    enter("participation.read_person", here, permit, now, after={"comment": comment.number})
    return found

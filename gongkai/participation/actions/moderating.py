"""审核公众的意见：显示（可以遮盖个人信息）、不显示（写明原因）；原文一字不动"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.law.contribution_states import HIDING, MoveKey, move_from
from gongkai.participation.actions.moving import enter, keep, locked, tell_site
from gongkai.participation.incoming import LONGEST_TYPED, tidy
from gongkai.participation.models import Comment, Consultation

REASONS = {row.key for row in HIDING}


@transaction.atomic
def show(
    *, comment: Comment, words: str, by: User, now: datetime, seen: str | None = None
) -> Comment:
    """Let the public read these words of a comment: its own, with what is personal masked. ``seen`` as in ``hide``."""
    row, here, permit = _begin(comment, "show", by, now, seen)
    shown = tidy(words)
    if not shown or len(shown) > LONGEST_TYPED:
        raise Refusal("请填写给公众看的文字；整条不宜显示的，选“不显示”")
    row.state, row.shown_text, row.hidden_reason = "shown", shown, ""
    after = {"masked": True} if shown != row.text else {}
    return _finish(row, here, permit, by, now, after, "show")


@transaction.atomic
def hide(
    *, comment: Comment, reason: str, by: User, now: datetime, seen: str | None = None
) -> Comment:
    """Show a comment to nobody outside; the public reads that there is one, and for which reason it is not shown.

    Refusal where ``seen``, the mark of the comment on the page of who decides, is no longer its mark.
    """
    row, here, permit = _begin(comment, "hide", by, now, seen)
    if reason not in REASONS:
        raise Refusal("请选择不显示的原因", cite=Cite("决策程序条例", 14, 1))
    row.state, row.hidden_reason = "hidden", reason
    return _finish(row, here, permit, by, now, {"hidden_reason": reason}, "hide")


def _begin(
    comment: Comment, key: MoveKey, by: User, now: datetime, seen: str | None
) -> tuple[Comment, Consultation, Permit]:
    here = locked(comment.consultation)
    permit = require(by, "participation.moderate", here.agency)
    row = Comment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    if seen is not None and seen != row.mark:
        raise Refusal(
            f"您打开以后，{row.moderated_by}刚把这条意见办为“{row.state_label}”，这次没有办理",
            next_step="您填写的还在，仍要办理的，再点一次",
        )
    if move_from(row.state, key, law_day(now)) is None:
        raise Refusal(f"这条意见现在是“{row.state_label}”，不能这样办理")
    return row, here, permit


def _finish(
    row: Comment,
    here: Consultation,
    permit: Permit,
    by: User,
    now: datetime,
    after: dict[str, object],
    act: str,
) -> Comment:
    row.moderated_at, row.moderated_by = now, by.name
    row.save()
    keep(here, now)
    said = {"comment": row.number, **after}
    enter(f"participation.{act}", here, permit, now, after=said)
    tell_site(here, now)
    return row

"""归纳意见：一点可以对应多条意见，一条意见可以说几点；每一点写明怎样答复、为什么"""

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.db.models import Max

from gongkai.accounts.models import User
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.law.public_consultations import answer
from gongkai.participation.actions.moving import enter, keep, locked
from gongkai.participation.incoming import line, required
from gongkai.participation.models import Comment, Consultation, Point
from gongkai.participation.queries import outcome_in_review

STUDIED = Cite("决策程序条例", 18)
LONGEST_SUMMARY, LONGEST_REASON = 500, 1000


@transaction.atomic
def add_point(
    *,
    consultation: Consultation,
    summary: str,
    answer: str,
    reason: str,
    comments: Iterable[Comment],
    by: User,
    now: datetime,
) -> Point:
    """One point that some comments make, with the answer to it."""
    here, permit = _begin(consultation, by)
    last = here.points.aggregate(last=Max("place"))["last"] or 0
    row = Point(consultation=here, place=last + 1)
    return _written(row, summary, answer, reason, comments, permit, by, now, "add_point")


@transaction.atomic
def change_point(
    *,
    point: Point,
    summary: str,
    answer: str,
    reason: str,
    comments: Iterable[Comment],
    by: User,
    now: datetime,
) -> Point:
    """The same point said, answered or gathered otherwise."""
    here, permit = _begin(point.consultation, by)
    row = Point.objects.get(pk=point.pk)
    row.consultation = here
    return _written(row, summary, answer, reason, comments, permit, by, now, "change_point")


@transaction.atomic
def remove_point(*, point: Point, by: User, now: datetime) -> None:
    """Take a point away; its comments wait for another."""
    here, permit = _begin(point.consultation, by)
    said = {"point": point.summary, "answer": point.answer}
    Point.objects.filter(pk=point.pk, consultation=here).delete()
    keep(here, now)
    enter("participation.remove_point", here, permit, now, before=said)


def _begin(consultation: Consultation, by: User) -> tuple[Consultation, Permit]:
    here = locked(consultation)
    permit = require(by, "participation.handle", here.agency)
    if here.state not in {"open", "closed"}:
        raise Refusal(f"“{here.state_label}”的征集不能再归纳意见", cite=STUDIED)
    if outcome_in_review(here):
        raise Refusal("结果正在审核，不能再改归纳的意见", next_step="请先把结果退回起草")
    return here, permit


def _written(
    row: Point,
    summary: str,
    key: str,
    reason: str,
    comments: Iterable[Comment],
    permit: Permit,
    by: User,
    now: datetime,
    act: str,
) -> Point:
    here = row.consultation
    row.summary = required(summary, "归纳的意见", LONGEST_SUMMARY, cite=STUDIED)
    row.answer, row.reason = key, _reason(key, reason)
    row.by_name, row.at = by.name, now
    mine = [comment for comment in comments if comment.consultation_id == here.pk]
    if not mine:
        raise Refusal("请选择这一点对应的意见", cite=STUDIED)
    row.save()
    row.comments.set(mine)
    keep(here, now)
    numbers = "、".join(str(each.number) for each in mine)
    said = {"point": row.summary, "answer": row.answer, "comment": numbers}
    enter(f"participation.{act}", here, permit, now, after=said, reason=row.reason)
    return row


def _reason(key: str, reason: str) -> str:
    """The reason, tidied; Refusal for an unknown answer, and where the answer needs a reason and has none."""
    try:
        rule = answer(key)
    except KeyError as unknown:
        raise Refusal("请选择怎样答复") from unknown
    if rule.reason:
        return required(reason, f"“{rule.label}”的理由", LONGEST_REASON, cite=rule.cite)
    return line(reason)[:LONGEST_REASON]

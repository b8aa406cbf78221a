"""公布草案时开始征集，到期截止；公布结果、决定时接着办"""

from datetime import date, datetime, timedelta

from django.db import transaction

from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.participation.actions.moving import begin, finish, tell_site
from gongkai.participation.models import Consultation
from gongkai.participation.outcome_text import figures_of
from gongkai.participation.periods import ends_of
from gongkai.participation.queries import consultation_behind
from gongkai.publishing.models import Item, ItemVersion


def guard_outcome(item: Item, version: ItemVersion) -> None:
    """Refusal to release an outcome whose figures are no longer those of the records."""
    consultation = Consultation.objects.filter(outcome=item, answered_at=None).first()
    if consultation is None:
        return
    if version.payload.get("outcome") != figures_of(consultation):
        raise Refusal(
            "意见的归纳在起草结果以后又有改动，结果里的数字对不上",
            cite=Cite("决策程序条例", 18),
            next_step="退回起草人，在意见征集里点“重新生成结果”，再送审",
        )


def item_published(item: Item, now: datetime) -> None:
    """Go on with the consultation of an item that became public; part of its transaction."""
    consultation = consultation_behind(item)
    if consultation is None:
        return
    today = law_day(now)
    if consultation.item_id == item.pk and consultation.state == "planned":
        if consultation.opens_on is None or consultation.opens_on <= today:
            _open(consultation, today, now)
    elif consultation.outcome_id == item.pk and consultation.answered_at is None:
        _answer(consultation, now)
    else:
        tell_site(consultation, now)


def _open(consultation: Consultation, today: date, now: datetime) -> None:
    """Fix the last day. A period that became shorter than the rule meanwhile, without a reason, is lengthened to it."""
    step = begin(consultation, "open", by=None, now=now)
    here = step.consultation
    found = ends_of(here.kind, today, here.days)
    end = found.day if found else today + timedelta(days=here.days)
    after = {}
    if found and found.is_short and not here.short_reason and found.shortest:
        end = found.shortest
        here.days = (end - today).days
        after["lengthened"] = True
    here.opened_on, here.closes_on = today, end
    finish(step, now=now, after={"until": end.isoformat(), **after})


def _answer(consultation: Consultation, now: datetime) -> None:
    _close_if_over(consultation, now)
    step = begin(consultation, "answer", by=None, now=now)
    step.consultation.answered_at = now
    finish(step, now=now, after={"item": step.consultation.outcome.title})


def _close_if_over(consultation: Consultation, now: datetime) -> None:
    """Close one whose last day is over, where the job has not come to it yet."""
    consultation.refresh_from_db()
    if consultation.state == "open" and law_day(now) > consultation.closes_on:
        _close(consultation, now)
        consultation.refresh_from_db()


def _close(consultation: Consultation, now: datetime) -> None:
    step = begin(consultation, "close", by=None, now=now)
    step.consultation.closed_on = step.consultation.closes_on
    finish(step, now=now, after={"until": step.consultation.closes_on.isoformat()})


@transaction.atomic
def follow_the_days(now: datetime) -> int:
    """Open what begins today and close what is over: the scheduled job. Returns how many."""
    today = law_day(now)
    begins = Consultation.objects.filter(state="planned", opens_on__lte=today)
    begins = begins.exclude(item__published=None)
    over = Consultation.objects.filter(state="open", closes_on__lt=today)
    opened, closed = list(begins), list(over)
    for row in opened:
        _open(row, today, now)
    for row in closed:
        _close(row, now)
    return len(opened) + len(closed)

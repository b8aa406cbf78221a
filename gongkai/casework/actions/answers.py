"""收到申请人的补正（《条例》第三十条）和理由（第三十五条）"""

from datetime import date, datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.casework.actions.dropping import drop_lapse
from gongkai.casework.actions.happening import happen
from gongkai.casework.actions.marking import mark
from gongkai.casework.actions.moving import Step, begin, finish
from gongkai.casework.incoming import LONGEST as LONGEST_LINE
from gongkai.casework.incoming import LONGEST_WANTED, line
from gongkai.casework.models import Case, CaseNotice
from gongkai.casework.sealing import sealed
from gongkai.casework.wording import plain, said
from gongkai.common.refusals import Refusal
from gongkai.law.clock_events import Kind


@transaction.atomic
def receive_correction(
    *,
    case: Case,
    received_on: date,
    words: str,
    by: User,
    now: datetime,
    title: str = "",
    wanted: str = "",
    seen_version: int | None = None,
) -> Case:
    """The corrected request came in: the whole period begins anew (art. 30). ``title`` and ``wanted`` replace what was unclear."""
    step = begin(case, "receive_correction", by=by, now=now, seen_version=seen_version)
    return corrected(step, received_on, words, title=title, wanted=wanted, now=now)


def corrected(
    step: Step, received_on: date, words: str, *, title: str = "", wanted: str = "", now: datetime
) -> Case:
    """Let the correction happen, whoever registered it."""
    text = said(words, "补正的内容", most=LONGEST_WANTED, cite=step.move.cite)
    here = step.case
    clock = happen(step, Kind.CLARIFY_RECEIVED, received_on, now=now)
    _answered(step, "clarification", received_on, text)
    was = {"title": here.title, "wanted": here.wanted}
    here.title = line(title)[:LONGEST_LINE] or here.title
    here.wanted = wanted.replace("\0", "").strip()[:LONGEST_WANTED] or here.wanted
    became = {name: getattr(here, name) for name in was}
    mark(here)
    drop_lapse(step, now=now)
    changed = [name for name, old in was.items() if became[name] != old]
    return finish(
        step,
        now=now,
        before=sealed(here, {name: was[name] for name in changed}),
        after={
            "day": plain(received_on),
            **sealed(here, {name: became[name] for name in changed}),
        },
        clock=clock,
    )


@transaction.atomic
def receive_reasons(
    *,
    case: Case,
    received_on: date,
    words: str,
    by: User,
    now: datetime,
    seen_version: int | None = None,
) -> Case:
    """The applicant gave reasons (art. 35): sound ones lead to an answer or a fixed delay, others to an outcome of their own."""
    step = begin(case, "receive_reasons", by=by, now=now, seen_version=seen_version)
    return reasoned(step, received_on, words, now=now)


def reasoned(step: Step, received_on: date, words: str, *, now: datetime) -> Case:
    """Let the reasons come in, whoever registered them."""
    text = said(words, "申请人说明的理由", most=LONGEST_WANTED, cite=step.move.cite)
    clock = happen(step, Kind.REASONS_RECEIVED, received_on, now=now)
    _answered(step, "reasons", received_on, text)
    return finish(step, now=now, after={"day": plain(received_on)}, clock=clock)


def _answered(step: Step, kind: str, day: date, text: str) -> None:
    """Write the answer beside the notice that asked for it."""
    notice = CaseNotice.objects.filter(case=step.case, kind=kind, state="issued").last()
    if notice is None:
        raise Refusal("没有对应的告知书", cite=step.move.cite)
    notice.answered_on, notice.answer = day, text
    notice.save(update_fields=("answered_on", "answer"))

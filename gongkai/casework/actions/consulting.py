"""征求第三方（《条例》第三十二条）、共同制作机关（第三十四条）、其他机关（第三十三条第三款）的意见"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.casework.actions.happening import happen
from gongkai.casework.actions.letter_issuing import AS_IT_IS, Wording, issue, new_letter
from gongkai.casework.actions.moving import Step, begin, finish
from gongkai.casework.clock import clock_on
from gongkai.casework.incoming import line
from gongkai.casework.letters import CONSULTATION_LETTERS
from gongkai.casework.models import Case, Consultation
from gongkai.casework.sealing import sealed
from gongkai.casework.wording import plain, said
from gongkai.common.refusals import Refusal
from gongkai.law.case_states import MoveKey
from gongkai.law.clock_events import Kind
from gongkai.law.consultations import Family
from gongkai.law.steps import in_words

_MOVE: Mapping[Family, MoveKey] = {
    "third_party": "consult_third_party",
    "joint_organ": "consult_joint_organ",
    "other_organ": "consult_other_organ",
}
LONGEST = 4000
LONGEST_NAME, LONGEST_CONTACT = 100, 200


def kind_of(family: str, fact: str) -> Kind:
    """The event of the clock for a fact about a consultation: asked, received, answered."""
    return Kind(f"{family}_{fact}")


@dataclass(frozen=True, slots=True)
class Party:
    """Who is asked. A third party's name and contact are sealed; ``label`` is an organ's name."""

    name: str
    contact: str = ""


@transaction.atomic
def consult(
    *,
    case: Case,
    family: Family,
    party: Party,
    about: str,
    by: User,
    now: datetime,
    seen_version: int | None = None,
    wording: Wording = AS_IT_IS,
) -> Consultation:
    """Ask for an opinion in writing, from today; the time it takes is not counted (art. 33 para. 3)."""
    step = begin(case, _MOVE[family], by=by, now=now, seen_version=seen_version)
    name = _named(step, party)
    words = said(about, "征求意见的内容", most=LONGEST, cite=step.move.cite)
    asked = step.case.consultations.filter(family=family)
    label = f"{asked.count() + 1}号" if family == "third_party" else name[:80]
    if asked.filter(label=label).exists():
        raise Refusal(f"已经征求过{label}的意见", cite=step.move.cite)
    clock = happen(step, kind_of(family, "asked"), step.today, now=now, party=label)
    row = Consultation.objects.create(
        case=step.case,
        family=family,
        label=label,
        about=words,
        sealed=_sealed(step.case, family, name, party.contact),
        asked_on=step.today,
        asked_by=step.permit.actor_name,
        at=now,
    )
    _issue_letters(step, row, wording, now)
    finish(
        step,
        now=now,
        after={"family": row.get_family_display(), "consultation": label},
        clock=clock,
    )
    return row


def _issue_letters(step: Step, row: Consultation, wording: Wording, now: datetime) -> None:
    """The letter, and what goes with it for the answer; only the letter itself may have been reworded."""
    for place, kind in enumerate(CONSULTATION_LETTERS[row.family]):  # type: ignore[index]  # the choices are the table's
        letter = new_letter(
            step.case,
            kind,
            by_name=step.permit.actor_name,
            now=now,
            wording=wording if place == 0 else AS_IT_IS,
            consultation=row,
        )
        issue(letter, on=step.today, permit=step.permit, now=now)


def _named(step: Step, party: Party) -> str:
    """The party's name, tidied; Refusal for none, or for what is too long."""
    name = line(party.name)
    if not name or len(name) > LONGEST_NAME or len(party.contact) > LONGEST_CONTACT:
        raise Refusal(
            "请填写向谁征求意见，姓名或者名称不超过 100 个字，联系方式不超过 200 个字",
            cite=step.move.cite,
        )
    return name


def _sealed(case: Case, family: Family, name: str, contact: str) -> Mapping[str, object]:
    if family != "third_party":
        return {}
    return sealed(case, {"party_name": name, "party_contact": line(contact)})


def _locked(consultation: Consultation) -> Consultation:
    return Consultation.objects.select_for_update(of=("self",)).get(pk=consultation.pk)


@transaction.atomic
def opinion_letter_arrived(
    *, consultation: Consultation, received_on: date, by: User, now: datetime
) -> Consultation:
    """The letter reached the party: its fifteen working days run from here (art. 32, art. 34)."""
    step = begin(consultation.case, "record_opinion", by=by, now=now)
    here = _locked(consultation)
    if here.received_on:
        raise Refusal("已经登记过对方收到的日期", cite=step.move.cite)
    kind = kind_of(here.family, "received")
    clock = happen(step, kind, received_on, now=now, party=here.label)
    here.received_on = received_on
    here.save()
    after = {"consultation": here.label, "day": plain(received_on), "answer": "收到征求意见书"}
    finish(step, now=now, after=after, clock=clock)
    return here


@transaction.atomic
def record_opinion(
    *,
    consultation: Consultation,
    answered_on: date,
    agrees: bool,
    by: User,
    now: datetime,
    reasons: str = "",
) -> Consultation:
    """What the party said. A third party that refuses needs a reason for its refusal to count (art. 32)."""
    step = begin(consultation.case, "record_opinion", by=by, now=now)
    here = _locked(consultation)
    if here.answer in {"agrees", "refuses"}:
        raise Refusal("已经登记过对方的意见", cite=step.move.cite)
    words = said(reasons, most=LONGEST, needed=False)
    kind = kind_of(here.family, "answered")
    clock = happen(step, kind, answered_on, now=now, party=here.label)
    here.answered_on, here.answer = answered_on, "agrees" if agrees else "refuses"
    here.has_reasons = bool(words)
    if here.family == "third_party":
        here.sealed = {**here.sealed, **sealed(here.case, {"party_reasons": words})}
    else:
        here.opinion = words
    here.save()
    after = {
        "consultation": here.label,
        "day": plain(answered_on),
        "answer": here.get_answer_display(),
    }
    finish(step, now=now, after=after, clock=clock)
    return here


@transaction.atomic
def record_silence(*, consultation: Consultation, by: User, now: datetime) -> Consultation:
    """The party's period ended without an opinion. Silence of a third party is neither consent nor refusal, an organ's is consent."""
    step = begin(consultation.case, "record_opinion", by=by, now=now)
    here = _locked(consultation)
    if here.answer:
        raise Refusal("已经登记过对方的意见", cite=step.move.cite)
    require_silent(step, here)
    here.answer = "silent"
    here.save()
    finish(step, now=now, after={"consultation": here.label, "answer": here.rule.silence})
    return here


def require_silent(step: Step, consultation: Consultation) -> None:
    """Refusal while the party may still speak."""
    clock = clock_on(step.case, step.today)
    mine = (consultation.family, consultation.label)
    found = (
        [each for each in clock.consultations if (each.family, each.party) == mine] if clock else []
    )
    last = found[-1].last_day(clock.calendar) if clock and found else None
    if last is None:
        raise Refusal(f"{consultation.rule.silence}，不能按逾期登记", cite=consultation.rule.cite)
    if step.today <= last:
        raise Refusal(
            f"对方提出意见的最后一日是{in_words(last)}，还没有届满",
            cite=consultation.rule.cite,
            next_step="等期限届满的次日再登记",
        )

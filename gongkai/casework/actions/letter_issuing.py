"""文书定稿：编发文字号、固定文字（《条例》第三十六条、第四十五条），由办理的那一步在同一次写入里完成；作废写明原因"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field, replace
from datetime import date, datetime
from typing import Any

from gongkai.agencies.models import Agency, LetterFacts
from gongkai.audit.actions import record
from gongkai.casework.actions.numbers import next_number, typed_number
from gongkai.casework.letters import Drafted, drafted, masked, opened, series_of
from gongkai.casework.letters.drafting import text_of
from gongkai.casework.models import (
    Case,
    CaseNotice,
    CaseNumber,
    Consultation,
    Decision,
    Letter,
    LetterTemplate,
)
from gongkai.casework.sealing import sealed
from gongkai.common.outbox import put
from gongkai.common.permissions import Permit
from gongkai.common.refusals import Refusal
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.letters import WrongFact
from gongkai.law.letters.fields import by_label
from gongkai.law.remedies import ONLINE
from gongkai.paperwork.letters import OfficialLetter
from gongkai.paperwork.letters.own_template.words import OPTIONAL, lines_by_label

PRINT = "casework.print_letter"
WORDS = "letter_words"


@dataclass(frozen=True, slots=True)
class Wording:
    """What a person says of a letter beside the record: paragraphs reworded, and facts by key that no record holds."""

    body: tuple[str, ...] = ()
    facts: Mapping[str, Any] = field(default_factory=dict)


AS_IT_IS = Wording()


def new_letter(
    case: Case,
    kind: str,
    *,
    by_name: str,
    now: datetime,
    wording: Wording = AS_IT_IS,
    outcome: str = "",
    notice: CaseNotice | None = None,
    decision: Decision | None = None,
    consultation: Consultation | None = None,
) -> Letter:
    """A draft, not kept yet, with the organ's own template of the day."""
    return Letter(
        case=case,
        kind=kind,
        outcome=outcome,
        notice=notice,
        decision=decision,
        consultation=consultation,
        body=list(wording.body),
        facts=dict(wording.facts),
        drafted_by=by_name,
        changed_at=now,
    )


def issue(letter: Letter, *, on: date, permit: Permit, now: datetime) -> Letter:
    """Give the draft its number, freeze its words, let it be printed: part of the caller's transaction, whose case is locked.

    Refusal for a letter that still has blanks, or does not know who hears a remedy against it.
    """
    case = letter.case
    require_whole(letter, on)
    title = letter.row.title
    names = opened(case, letter.consultation, permit=permit, now=now, reason=f"{title}定稿")
    made = _drafted(letter, on, names=names)
    letter.template = template_of(case.agency, letter.kind, on)
    letter.number = _number(letter, permit, now) if letter.row.official else None
    words = replace(made.letter(), document_number=str(letter.number or ""))
    _require_fitting(letter.template, words, made)
    letter.sealed = sealed(case, {WORDS: as_json(words, made)})
    letter.state, letter.signed_on, letter.text_since = "issued", on, made.text.in_force.since
    letter.issued_by_id, letter.issued_by, letter.issued_at = (
        permit.actor_id,
        permit.actor_name,
        now,
    )
    letter.changed_at = now
    letter.save()
    put(PRINT, f"{PRINT}:{letter.pk}", {"letter": letter.pk}, now=now)
    _note("casework.issue_letter", letter, permit, now)
    return letter


def require_whole(letter: Letter, on: date) -> None:
    """Refusal while something stands in the way of the letter's going out. Opens no personal data."""
    made = _drafted(letter, on, names=masked(letter.case, letter.consultation))
    if made.blocked:
        raise Refusal(
            f"《{letter.row.title}》还不能定稿：{made.blocked}",
            cite=letter.row.cite,
            next_step="打开这份文书，补上还缺的内容",
        )


def _drafted(letter: Letter, on: date, **more: Any) -> Drafted:
    try:
        return drafted(letter, on, **more)
    except (NoRuleInForce, WrongFact, ValueError) as wrong:
        raise Refusal(f"《{letter.row.title}》不能定稿：{wrong}", cite=letter.row.cite) from wrong


def _number(letter: Letter, permit: Permit, now: datetime) -> CaseNumber:
    """The next of its series; for a reply the one that the officer took from elsewhere, if there is one."""
    agency, decision = letter.case.agency, letter.decision
    if decision and decision.document_number and letter.row.to == "applicant":
        return typed_number(agency, decision.document_number, permit, now)
    return next_number(agency, permit, now, series_of(letter.kind))


def as_json(words: OfficialLetter, made: Drafted) -> str:
    """What is frozen: the letter as it is printed, and the facts that an organ's own template may ask for."""
    facts = {key: value for key, value in made.facts.items() if key not in _OF_THE_LETTER}
    return json.dumps({"letter": asdict(words), "facts": facts}, ensure_ascii=False, default=str)


_OF_THE_LETTER = {"body", "document_number", "enclosures", "title", "addressee"}


def _require_fitting(template: LetterTemplate | None, words: OfficialLetter, made: Drafted) -> None:
    """Refusal where the organ's own form asks for something that this letter does not say."""
    if template is None:
        return
    there = lines_by_label(words, by_label(made.facts))
    missing = [each for each in template.fields if each not in there and each not in OPTIONAL]
    if missing:
        raise Refusal(
            f"本机关的模板还要：{'、'.join(missing)}",
            cite=made.text.cite,
            next_step="在这份文书里补上，或者请管理员换一份模板",
        )


def template_of(agency: Agency, kind: str, on: date) -> LetterTemplate | None:
    """The organ's own template for a kind on a day; None where it uses the form of this system."""
    return templates_on(agency, on).get(kind)


def templates_on(agency: Agency, on: date) -> dict[str, LetterTemplate]:
    """The organ's own templates in use on a day, by kind: of several that began, the last one, unless its time is over."""
    begun = LetterTemplate.objects.filter(agency=agency, since__lte=on).order_by("since", "pk")
    last = {row.kind: row for row in begun}
    return {kind: row for kind, row in last.items() if row.until is None or row.until >= on}


def issue_for_notice(
    notice: CaseNotice, kind: str, *, permit: Permit, now: datetime, wording: Wording = AS_IT_IS
) -> Letter:
    """The letter of a notice that goes out now: the draft that was made with it, or a new one."""
    letter = notice.letters.filter(kind=kind).exclude(state="void").first()
    if letter is None:
        letter = new_letter(
            notice.case, kind, by_name=permit.actor_name, now=now, wording=wording, notice=notice
        )
    letter.case, letter.notice = notice.case, notice
    return issue(letter, on=notice.issued_on, permit=permit, now=now)


def require_remedy_online(decision: Decision, way: str) -> None:
    """Refusal where a reply goes out over the network and its organ tells no address for reconsideration (复议法 art. 22 para. 2)."""
    if way != "electronic" or not ONLINE.in_force.covers(decision.signed_on):
        return
    facts = LetterFacts.objects.filter(agency=decision.case.agency_id).first()
    if facts is None or not facts.online_reconsideration:
        raise Refusal(
            ONLINE.rule,
            cite=ONLINE.cite,
            next_step="请管理员在“机关 → 文书资料”里填写网址，撤销签发后重新签发",
        )


def make_void(
    letters: Iterable[Letter], why: str, *, permit: Permit, now: datetime
) -> list[Letter]:
    """Letters that were issued and do not go out: their numbers are explained, and never given again."""
    gone = [letter for letter in letters if letter.state == "issued"]
    for letter in gone:
        letter.state, letter.changed_at = "void", now
        letter.save()
        if letter.number:
            letter.number.void_reason = why[:500]
            letter.number.save(update_fields=("void_reason",))
        _note("casework.void_letter", letter, permit, now, why)
    return gone


def _note(act: str, letter: Letter, permit: Permit, now: datetime, reason: str = "") -> None:
    case = letter.case
    after = {
        "letter": letter.row.title,
        "document_number": str(letter.number or ""),
        "text_since": str(text_of(letter, letter.signed_on).in_force.since),
    }
    record(act, case, by=permit, at=now, organ=case.agency.code, after=after, reason=reason[:500])

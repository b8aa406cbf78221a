"""拟写文书：随答复、告知书起草，改写段落，补上缺的内容；单独出具的文书（登记回执、协助函、转送函、终止办理告知书）"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.casework.actions.letter_issuing import (
    Wording,
    issue,
    make_void,
    new_letter,
    require_whole,
)
from gongkai.casework.actions.moving import locked
from gongkai.casework.admission import require_admitted
from gongkai.casework.letters.drafting import as_value, text_of
from gongkai.casework.letters.kinds import TO_THIRD_PARTY, decides, kinds_of_reply, loose_kinds
from gongkai.casework.models import Case, CaseNotice, Consultation, Decision, Letter
from gongkai.casework.wording import said
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Conflict, Refusal
from gongkai.law.letters import LetterText, field, field_of_label
from gongkai.law.letters.letter import labels_in

LONGEST_PARAGRAPH = 4000
MOST_PARAGRAPHS = 60
LONGEST_FACT = 4000


def prepare_for_reply(decision: Decision, *, by_name: str, now: datetime) -> None:
    """Bring the drafts of a reply in line with its outcome; wording for another outcome does not fit and is left behind."""
    wanted = _wanted(decision)
    for letter in decision.letters.filter(state="draft"):
        if (letter.kind, letter.consultation_id) not in wanted:
            letter.delete()
            continue
        if letter.outcome != decision.outcome:
            letter.outcome, letter.body, letter.facts = decision.outcome, [], {}
            letter.save()
        wanted.pop((letter.kind, letter.consultation_id))
    for (kind, _), consultation in wanted.items():
        new_letter(
            decision.case,
            kind,
            by_name=by_name,
            now=now,
            outcome=decision.outcome,
            decision=decision,
            consultation=consultation,
        ).save()


def _wanted(decision: Decision) -> dict[tuple[str, int | None], Consultation | None]:
    """The letters of the outcome; one to each third party against whose will something goes out."""
    found: dict[tuple[str, int | None], Consultation | None] = {}
    for kind in kinds_of_reply(decision.outcome):
        if kind != TO_THIRD_PARTY:
            found[kind, None] = None
            continue
        refused = decision.case.consultations.filter(family="third_party", answer="refuses")
        found |= {(kind, row.pk): row for row in refused}
    return found


def prepare_for_notice(notice: CaseNotice, kind: str, *, by_name: str, now: datetime) -> None:
    """The draft of a notice that must be approved before it goes out."""
    new_letter(notice.case, kind, by_name=by_name, now=now, notice=notice).save()


def require_letters_whole(decision: Decision, now: datetime) -> None:
    """Refusal while a letter of the reply has blanks."""
    for letter in _drafts(decision, now):
        require_whole(letter, law_day(now))


def issue_for_reply(decision: Decision, *, permit: Permit, now: datetime) -> None:
    """Number and freeze the letters of a reply that is being signed."""
    for letter in _drafts(decision, now):
        issue(letter, on=law_day(now), permit=permit, now=now)


def _drafts(decision: Decision, now: datetime) -> list[Letter]:
    """The drafts of a reply, made where it is older than letters are."""
    prepare_for_reply(decision, by_name=decision.submitted_by, now=now)
    found = list(decision.letters.filter(state="draft").select_related("consultation"))
    for letter in found:
        letter.case, letter.decision = decision.case, decision
    return found


def void_for_reply(
    decision: Decision, why: str, *, permit: Permit, now: datetime, again: bool = False
) -> None:
    """A signed reply does not go out. ``again``: it will be worked on, from the wording that it had."""
    for old in make_void(decision.letters.all(), why, permit=permit, now=now):
        if again:
            new_letter(
                decision.case,
                old.kind,
                by_name=old.drafted_by,
                now=now,
                wording=Wording(tuple(old.body), old.facts),
                outcome=old.outcome,
                decision=decision,
                consultation=old.consultation,
            ).save()


@transaction.atomic
def draft_letter(*, case: Case, kind: str, by: User, now: datetime) -> Letter:
    """A letter that belongs to no act of its own: a receipt, a letter of help, of transfer, the end of a withdrawn request."""
    here = locked(case)
    permit = require(by, "casework.handle", here.agency)
    require_admitted(by, here)
    if kind not in loose_kinds(here):
        raise Refusal("这一件现在不能单独出具这种文书", next_step="刷新页面，看看它现在的状态")
    outcome = here.outcome if kind in {"closing", "transfer"} else ""
    letter = new_letter(here, kind, by_name=by.name, now=now, outcome=outcome)
    letter.save()
    after = {"letter": letter.row.title}
    record("casework.draft_letter", here, by=permit, at=now, organ=here.agency.code, after=after)
    return letter


@transaction.atomic
def save_letter(
    *,
    letter: Letter,
    body: tuple[str, ...],
    facts: Mapping[str, Any],
    by: User,
    now: datetime,
    seen_version: int | None = None,
) -> Letter:
    """Reword a draft and say what only a person knows. ``body`` empty: the text of the law as it is; ``facts`` by key, as JSON."""
    here, permit = _opened(letter, by, seen_version)
    text = text_of(here, law_day(now))
    here.body = list(_checked_body(text, body))
    here.facts = _checked_facts(facts)
    here.version += 1
    here.changed_at = now
    here.save()
    after = {"letter": here.row.title, "reworded": bool(here.body)}
    case = here.case
    record("casework.save_letter", case, by=permit, at=now, organ=case.agency.code, after=after)
    return here


@transaction.atomic
def drop_letter(
    *, letter: Letter, by: User, now: datetime, seen_version: int | None = None
) -> None:
    """Throw a draft away that belongs to no act of its own."""
    here, permit = _opened(letter, by, seen_version)
    if not is_loose(here):
        raise Refusal("这份文书随答复或者告知书办理，不能单独删去")
    after = {"letter": here.row.title}
    case = here.case
    record("casework.drop_letter", case, by=permit, at=now, organ=case.agency.code, after=after)
    here.delete()


@transaction.atomic
def issue_letter(
    *, letter: Letter, by: User, now: datetime, seen_version: int | None = None
) -> Letter:
    """Number and freeze a letter that belongs to no act of its own; one that decides something is for whoever signs."""
    act = "casework.approve" if decides(letter.kind) else "casework.handle"
    here, permit = _opened(letter, by, seen_version, act=act)
    if not is_loose(here):
        raise Refusal("这份文书随答复或者告知书定稿")
    return issue(here, on=law_day(now), permit=permit, now=now)


def is_loose(letter: Letter) -> bool:
    """Whether it belongs to no act of its own."""
    return not (letter.decision_id or letter.notice_id or letter.consultation_id)


def is_editable(letter: Letter) -> bool:
    """Whether its words may change: a draft whose reply is not under review, whose notice is not approved yet."""
    if letter.state != "draft":
        return False
    if letter.decision is not None:
        return bool(letter.decision.state == "draft")
    return letter.notice is None or letter.notice.state == "proposed"


def _opened(
    letter: Letter, by: User, seen: int | None, *, act: str = "casework.handle"
) -> tuple[Letter, Permit]:
    """The letter, locked with its case, and the permit; Refusal where its words are fixed, Conflict where another was first."""
    case = locked(letter.case)
    here = Letter.objects.select_for_update(of=("self",)).get(pk=letter.pk)
    here.case = case
    permit = require(by, act, case.agency)
    require_admitted(by, case)
    if not is_editable(here):
        raise Refusal(
            "文书已经送审、批准或者定稿，文字不能再改",
            cite=here.row.cite,
            next_step="答复退回、收回以后可以修改",
        )
    if seen is not None and seen != here.version:
        raise Conflict("您打开之后，别人已经改过这份文书", theirs=here)
    return here, permit


def _checked_body(text: LetterText, body: tuple[str, ...]) -> tuple[str, ...]:
    """The paragraphs tidied; Refusal for a field that is unknown, or one that the text needs and that was dropped."""
    tidy = tuple(said(each, "一段", most=LONGEST_PARAGRAPH, needed=False) for each in body)
    tidy = tuple(each for each in tidy if each)
    if not tidy:
        return ()
    if len(tidy) > MOST_PARAGRAPHS:
        raise Refusal(f"正文超过 {MOST_PARAGRAPHS} 段")
    found = labels_in(tidy)
    unknown = [label for label in found if field_of_label(label) is None]
    dropped = [label for label in text.needs if label not in found]
    if unknown or dropped:
        what = [f"没有这样的字段：{'、'.join(unknown)}"] if unknown else []
        what += [f"文书应当有，不能删去：{'、'.join(dropped)}"] if dropped else []
        raise Refusal("；".join(what), cite=text.cite)
    return tidy


def _checked_facts(facts: Mapping[str, Any]) -> dict[str, Any]:
    """What was typed, for known fields and of their kinds; empty ones fall away."""
    tidy: dict[str, Any] = {}
    for key, typed in facts.items():
        label = field(key).label
        value = _tidied(typed, label)
        if value in (None, "", []):
            continue
        try:
            as_value(key, value)
        except ValueError as wrong:
            raise Refusal(f"“{label}”填的内容不对") from wrong
        tidy[key] = value
    return tidy


def _tidied(typed: Any, label: str) -> Any:
    """Words and lines without what is too much."""
    if isinstance(typed, (list, tuple)):
        return [said(str(each), label, most=LONGEST_FACT) for each in typed if str(each).strip()]
    return said(typed, label, most=LONGEST_FACT, needed=False) if isinstance(typed, str) else typed

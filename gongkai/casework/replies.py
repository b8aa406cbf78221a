"""A reply as acts take it: the outcome with all that its row of law asks for. Checked here; written and judged by ``actions``."""

import hashlib
import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from gongkai.casework.clock import clock_on
from gongkai.casework.letters.of_reply import is_asked
from gongkai.casework.models import Case, Decision, DecisionPart, ReplyFile
from gongkai.casework.models.decision import GROUND_CHOICES
from gongkai.casework.outgoing import SentFile, listed, require_sendable, sent_files
from gongkai.casework.wording import said
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.law.outcome_needs import DISCLOSING, Facts, unmet
from gongkai.law.outcomes import Outcome, outcome
from gongkai.law.record_corrections import CorrectionResult, correction_result

LONGEST = 20_000
MOST_PARTS = 500
CHOICE = Cite("条例", 36)
BY_ITSELF = "withdrawn"
"""The outcome that an act of its own brings about."""
_GROUNDS = {key for key, _ in GROUND_CHOICES}


@dataclass(frozen=True, slots=True)
class Part:
    """One document or part of one: given, or withheld on a ``ground`` (a key of ``law.attributes``) with its reason."""

    title: str
    given: bool
    ground: str = ""
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Reply:
    """One reply. ``says`` answers what the outcome's row asks to be said, in its order; ``earlier`` is the pk of an earlier case."""

    outcome: str
    statement: str
    reason: str = ""
    basis: str = ""
    says: tuple[str, ...] = ()
    parts: tuple[Part, ...] = field(default_factory=tuple)
    organ_name: str = ""
    organ_contact: str = ""
    earlier: int | None = None
    document_number: str = ""
    files: tuple[SentFile, ...] = ()

    def sha256(self) -> str:
        """The hash of everything it says."""
        told = {
            "outcome": self.outcome,
            "statement": self.statement,
            "reason": self.reason,
            "basis": self.basis,
            "says": list(self.says),
            "parts": [[part.title, part.given, part.ground, part.reason] for part in self.parts],
            "organ": [self.organ_name, self.organ_contact],
            "earlier": self.earlier,
            "document_number": self.document_number,
        }
        if self.files:
            told["files"] = [[file.paper, file.sha256] for file in self.files]
        return hashlib.sha256(
            json.dumps(told, ensure_ascii=False, sort_keys=True).encode()
        ).hexdigest()


Row = Outcome | CorrectionResult


def row_of(case: Case, key: str) -> Row:
    """The row of law of an outcome; Refusal for one that is not open to the case or is reached by an act of its own."""
    try:
        row: Row = correction_result(key) if case.kind == "correction" else outcome(key)
    except KeyError as unknown:
        raise Refusal("请选择处理决定", cite=CHOICE) from unknown
    if key == BY_ITSELF:
        raise Refusal("申请人撤回的，用“登记申请人撤回”办理", cite=row.cite)
    return row


def tidied(case: Case, reply: Reply) -> Reply:
    """The reply tidied as a draft may hold it; what is missing is asked for when it is handed in."""
    row = row_of(case, reply.outcome)
    parts = tuple(_part(part) for part in reply.parts)
    if len(parts) > MOST_PARTS:
        raise Refusal(f"逐件说明超过 {MOST_PARTS} 件，请拆分申请或者合并说明")
    earlier = _earlier(case, reply.earlier) if reply.earlier else None
    return Reply(
        row.key,
        said(reply.statement, "答复内容", most=LONGEST, needed=False),
        said(reply.reason, most=LONGEST, needed=False),
        said(reply.basis, "所依据的条款", needed=False),
        tuple(said(each, "应写明的内容", most=2000, needed=False) for each in reply.says),
        parts,
        said(reply.organ_name, "机关名称", most=100, needed=False),
        said(reply.organ_contact, "联系方式", most=200, needed=False),
        earlier.pk if earlier else None,
        said(reply.document_number, "文号", most=60, needed=False),
        sent_files(case, [file.paper for file in reply.files]),
    )


def _part(part: Part) -> Part:
    title = said(part.title, "文件或者内容的名称", most=300)
    if part.given:
        return Part(title, given=True)
    if part.ground not in _GROUNDS:
        raise Refusal(f"“{title}”不予公开，请选择依据", cite=Cite("条例", 37))
    why = said(part.reason, f"“{title}”不予公开的理由", most=4000, cite=Cite("条例", 37))
    return Part(title, given=False, ground=part.ground, reason=why)


def _earlier(case: Case, pk: int) -> Case:
    """The earlier case; Refusal unless it was answered, at the same organ, to the same applicant as far as both are known."""
    found = Case.objects.filter(pk=pk, agency=case.agency_id).exclude(pk=case.pk).first()
    cite = Cite("条例", 36, None, 6)
    if found is None or found.closed_on is None or found.outcome in {"", BY_ITSELF}:
        raise Refusal("选定的那一件不是本机关已经答复的申请", cite=cite)
    if found.identity_index != case.identity_index and found.identity_index and case.identity_index:
        raise Refusal("选定的那一件不是同一申请人提出的", cite=cite)
    return found


AMEND = "点“修改答复”，补上再送审"
"""What to do about a draft that lacks something."""


def require_whole(case: Case, reply: Reply) -> None:
    """Refusal for a reply that lacks what its row of law asks for."""
    row = row_of(case, reply.outcome)
    require_sendable(case, reply.files)
    if row.grounds and not reply.reason:
        raise Refusal("这种决定应当说明理由", cite=row.cite, next_step="点“修改答复”，填写“理由”")
    missing = [
        what
        for place, what in enumerate(row.says)
        if is_asked(row.key, place) and not _at(reply.says, place)
    ]
    if missing:
        raise Refusal(f"还应写明：{'；'.join(missing)}", cite=row.cite, next_step=AMEND)
    if isinstance(row, CorrectionResult):
        if row.organ and not (reply.organ_name and reply.organ_contact):
            what = "请写明有权更正的机关的名称和联系方式"
            raise Refusal(what, cite=row.cite, next_step=AMEND)
        return
    _require_parts(row, reply.parts)


def _at(says: tuple[str, ...], place: int) -> str:
    return says[place] if place < len(says) else ""


def _require_parts(row: Outcome, parts: tuple[Part, ...]) -> None:
    """Art. 37: a partial reply says of each document what is given and what is withheld, and why."""
    given = sum(part.given for part in parts)
    if row.key == "partly_granted" and not 0 < given < len(parts):
        what = "部分公开的，请逐件写明公开哪些、不公开哪些"
        raise Refusal(what, cite=row.cite, next_step=AMEND)
    if row.row.startswith("refused") and given:
        raise Refusal("决定不予公开，逐件说明里却有公开的", cite=row.cite, next_step="改为部分公开")
    if row.row == "granted" and given < len(parts):
        raise Refusal(
            "决定予以公开，逐件说明里却有不公开的", cite=Cite("条例", 37), next_step="改为部分公开"
        )


def facts_of(case: Case, reply_earlier: int | None, today: date) -> Facts | None:
    """What the law asks for when an outcome is chosen; None for a request to correct a record."""
    clock = clock_on(case, today)
    if clock is None:
        return None
    asked = case.consultations.filter(family="third_party", answer="refuses", has_reasons=True)
    reasons = case.notices.filter(kind="reasons", took_effect=True)
    return Facts(
        clock,
        today,
        objected=asked.exists(),
        earlier_reply=reply_earlier is not None,
        reasons_asked=reasons.exists(),
    )


def require_ready(case: Case, key: str, earlier: int | None, today: date) -> None:
    """Refusal where something that the outcome presupposes has not happened (``law.outcome_needs``)."""
    facts = facts_of(case, earlier, today)
    for need in unmet(key, facts) if facts else ():
        raise Refusal(need.text, cite=need.cite, next_step=need.next_step)


def discloses(key: str) -> bool:
    """Whether information goes out with the reply, so that it must pass the review of art. 17."""
    return key in DISCLOSING


def reply_of(decision: Decision) -> Reply:
    """What a decision says."""
    return Reply(
        decision.outcome,
        decision.statement,
        decision.reason,
        decision.basis,
        tuple(decision.says),
        tuple(Part(row.title, row.given, row.ground, row.reason) for row in decision.parts.all()),
        decision.organ_name,
        decision.organ_contact,
        decision.earlier_id,
        decision.document_number,
        listed(decision),
    )


def write(decision: Decision, reply: Reply) -> None:
    """Put a reply into an open decision."""
    decision.outcome, decision.statement, decision.reason = (
        reply.outcome,
        reply.statement,
        reply.reason,
    )
    decision.basis, decision.says = reply.basis, list(reply.says)
    decision.organ_name, decision.organ_contact = reply.organ_name, reply.organ_contact
    decision.earlier_id, decision.document_number = reply.earlier, reply.document_number
    decision.save()
    decision.parts.all().delete()
    DecisionPart.objects.bulk_create(_rows(decision, reply.parts))
    decision.files.all().delete()
    ReplyFile.objects.bulk_create(
        ReplyFile(decision=decision, paper_id=file.paper, sha256=file.sha256, order=place)
        for place, file in enumerate(reply.files, 1)
    )


def _rows(decision: Decision, parts: Iterable[Part]) -> list[DecisionPart]:
    return [
        DecisionPart(
            decision=decision,
            order=place,
            title=part.title,
            given=part.given,
            ground=part.ground,
            reason=part.reason,
        )
        for place, part in enumerate(parts, 1)
    ]

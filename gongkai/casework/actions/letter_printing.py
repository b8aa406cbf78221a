"""文书印出：定稿以后生成 PDF 和 DOCX 各一份，存入这一件的材料，以后不再改变；查看、下载记入留痕"""

import json
from dataclasses import replace
from datetime import date, datetime
from typing import Any, Literal

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit import personal
from gongkai.audit.actions import record
from gongkai.casework.actions.letter_issuing import WORDS
from gongkai.casework.actions.papers import read_paper
from gongkai.casework.admission import require_admitted
from gongkai.casework.letters import drafted, masked, opened
from gongkai.casework.letters.drafting import as_value
from gongkai.casework.models import CaseFile, Letter
from gongkai.casework.sealing import subject_of
from gongkai.common.clock import law_day
from gongkai.common.permissions import SYSTEM, Permit, allowed, require
from gongkai.files.actions import keep_made
from gongkai.law.letters import Value
from gongkai.paperwork.letters import OfficialLetter, print_letter
from gongkai.paperwork.letters.own_template import fill_template

FileKind = Literal["pdf", "docx"]
DRAFT_MARK = "草稿，未经签发"


@transaction.atomic
def print_letter_files(payload: dict[str, Any], now: datetime) -> None:
    """What the outbox calls: make both files of an issued letter, once."""
    letter = Letter.objects.select_for_update(of=("self",)).get(pk=payload["letter"])
    if letter.is_printed or not letter.sealed:  # done already, or its words were erased
        return
    _print(letter, SYSTEM, now)


def _print(letter: Letter, permit: Permit, now: datetime) -> None:
    words, facts = _frozen(letter, permit, now)
    letter.pdf = _kept(letter, "pdf", print_letter(words, "pdf"), permit, now)
    letter.docx = _kept(letter, "docx", _docx(letter, words, facts), permit, now)
    letter.save(update_fields=("pdf", "docx"))
    after = {
        "letter": letter.row.title,
        "document_number": str(letter.number or ""),
        "pdf_sha256": letter.pdf.file.sha256,
        "docx_sha256": letter.docx.file.sha256,
    }
    case = letter.case
    record("casework.print_letter", case, by=permit, at=now, organ=case.agency.code, after=after)


def _frozen(
    letter: Letter, permit: Permit, now: datetime
) -> tuple[OfficialLetter, dict[str, Value]]:
    """The words as they were frozen, and the facts for a template, once the journal says that they were opened to be printed."""
    case = letter.case
    found = personal.reveal(
        subject_of(case),
        {WORDS: letter.sealed[WORDS]},
        on=case,
        by=permit,
        at=now,
        organ=case.agency.code,
        reason=f"印出{letter.row.title}",
    )
    kept = json.loads(found[WORDS])
    said = kept["letter"]
    for name in ("paragraphs", "enclosures"):
        said[name] = tuple(said[name])
    said["signed_on"] = date.fromisoformat(said["signed_on"]) if said["signed_on"] else None
    facts = {key: as_value(key, value) for key, value in kept["facts"].items()}
    return OfficialLetter(**said), facts


def _docx(letter: Letter, words: OfficialLetter, facts: dict[str, Value]) -> bytes:
    """In the organ's own form where it has one, else in that of this system."""
    if letter.template is None:
        return print_letter(words, "docx")
    with letter.template.file.open() as content:
        return fill_template(content.read(), words, facts)


def _kept(letter: Letter, kind: FileKind, data: bytes, permit: Permit, now: datetime) -> CaseFile:
    case, title = letter.case, f"{letter.row.title} {letter.number or ''}".strip()
    stored = keep_made(
        agency=case.agency, name=f"{title}.{kind}", kind=kind, data=data, permit=permit, now=now
    )
    return CaseFile.objects.create(
        case=case,
        file=stored,
        use="letter",
        title=f"{title}（{kind.upper()}）"[:120],
        added_by=permit.actor_name,
        added_at=now,
    )


@transaction.atomic
def read_letter(*, letter: Letter, kind: FileKind, by: User, now: datetime) -> bytes:
    """A file of an issued letter, once the journal says who took it; printed now where the worker has not come to it yet."""
    require(by, "casework.read_personal", letter.case.agency)
    require_admitted(by, letter.case)
    print_letter_files({"letter": letter.pk}, now)
    here = Letter.objects.select_related("pdf__file", "docx__file").get(pk=letter.pk)
    paper = here.pdf if kind == "pdf" else here.docx
    paper.case = letter.case
    return read_paper(paper=paper, by=by, now=now)


@transaction.atomic
def read_draft(*, letter: Letter, kind: FileKind, by: User, now: datetime) -> bytes:
    """A draft as a file, marked as one; with names only for whoever may read personal data, and then the journal says so."""
    case, today = letter.case, law_day(now)
    permit = require(by, "casework.view", case.agency)
    require_admitted(by, case)
    about = letter.consultation
    names = masked(case, about)
    if allowed(by, "casework.read_personal", case.agency) and case.applicant.sealed:
        why = f"下载{letter.row.title}草稿"
        names = opened(case, about, permit=permit, now=now, reason=why)
    made = drafted(letter, today, names)
    words = replace(
        made.preview(), signed_on=None, document_number=DRAFT_MARK, note=f"{DRAFT_MARK}，不对外发出"
    )
    return print_letter(words, kind)

"""网上申请：草稿、提交（《条例》第二十九条、第三十一条第三项），过期草稿的清理"""

import json
from collections.abc import Iterable
from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import QuerySet

from gongkai.agencies.models import Agency
from gongkai.casework.actions.register import enter
from gongkai.casework.incoming import Dates, Request, Who
from gongkai.casework.models import Case, CaseCode, CaseFile, DraftFile, RequestDraft
from gongkai.casework.online import (
    APPLICANT,
    Fields,
    code_index,
    code_of,
    draft_days,
    draft_key,
    fields_of,
    key_index,
    new_secret,
)
from gongkai.casework.telling import tell
from gongkai.common import vault
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal
from gongkai.files.models import StoredFile

LONGEST_DRAFT = 100_000
AFTER_SENDING = timedelta(days=1)
"""How long a draft that was sent in is kept: for a form sent twice, and for a further request of the same applicant."""
PORTION = 200


@transaction.atomic
def begin_draft(*, agency: Agency, now: datetime, like: Fields | None = None) -> str:
    """A new draft; returns the secret of its link, which is kept nowhere. ``like``: what it begins with."""
    secret = new_secret()
    draft = RequestDraft(agency=agency, key_index=key_index(secret))
    _keep(draft, secret, like or {}, now)
    return secret


@transaction.atomic
def save_draft(
    *, draft: RequestDraft, secret: str, step: str, fields: dict[str, str], now: datetime
) -> RequestDraft:
    """Keep one step of the form; its days begin anew. Refusal once it was sent in."""
    here = _locked(draft)
    if here.case_id:
        raise Refusal("这份申请已经提交，不能再改", next_step="要补充、更正的，请与工作人员联系")
    _keep(here, secret, {**fields_of(here, secret), step: fields}, now)
    return here


def _locked(draft: RequestDraft) -> RequestDraft:
    found = RequestDraft.objects.select_for_update(of=("self",)).select_related("agency")
    return found.get(pk=draft.pk)


def _keep(draft: RequestDraft, secret: str, fields: Fields, now: datetime) -> None:
    text = json.dumps(fields, ensure_ascii=False)
    if len(text) > LONGEST_DRAFT:
        raise Refusal("填写的内容太多，请删减")
    draft.sealed = vault.seal(text, context=draft.key_index, key=draft_key(secret))
    draft.expires_on = law_day(now) + timedelta(days=draft_days(draft.agency))
    draft.save()


@transaction.atomic
def keep_draft_file(*, draft: RequestDraft, stored: StoredFile, use: str) -> None:
    """Put an uploaded file with a draft, in place of an earlier one for the same use."""
    here = _locked(draft)
    if here.case_id or stored.purpose != "applicant" or stored.agency_id != here.agency_id:
        raise Refusal("这个文件不能加到这份申请里")
    _forget(here.files.filter(use=use))
    DraftFile.objects.create(draft=here, file=stored, use=use)


@transaction.atomic
def submit_draft(
    *, draft: RequestDraft, secret: str, who: Who, what: dict[str, str], now: datetime
) -> Case:
    """The form becomes a request that waits to be confirmed, once, however often it is sent. ``what``: title, wanted, form, route."""
    here = _locked(draft)
    if here.case_id:
        return Case.objects.select_related("number", "agency").get(pk=here.case_id)
    today = law_day(now)
    request = Request(
        "internet",
        who,
        Dates(submitted=today, arrived=today),
        what["title"],
        what["wanted"],
        wanted_form=what["form"],
        wanted_route=what["route"],
    )
    case = enter(agency=here.agency, request=request, permit=APPLICANT, now=now)
    CaseCode.objects.create(case=case, index=code_index(code_of(secret)))
    for row in here.files.select_related("file"):
        _add_paper(case, row, now)
    here.case, here.expires_on = case, today + AFTER_SENDING
    here.save()
    tell(case, "apply_online", mover=None, now=now)
    return case


def _add_paper(case: Case, row: DraftFile, now: datetime) -> None:
    CaseFile.objects.create(
        case=case,
        file=row.file,
        use=row.use,
        title=row.file.name,
        added_by=APPLICANT.actor_name,
        added_at=now,
    )


@transaction.atomic
def sweep_drafts(*, now: datetime) -> int:
    """Delete drafts whose days are over, with files that went into no request; returns how many."""
    over = list(RequestDraft.objects.filter(expires_on__lt=law_day(now)).order_by("pk")[:PORTION])
    for draft in over:
        _forget(draft.files.all())
        draft.delete()
    return len(over)


@transaction.atomic
def forget_uploads(stored: Iterable[StoredFile]) -> None:
    """Take what applicants handed in out of the store again where nothing came of it; the bytes go with the daily sweep."""
    _unless_used([each.pk for each in stored])


def _forget(rows: QuerySet[DraftFile]) -> None:
    """Take files off a draft, and out of the store where no request holds them; their bytes go with the daily sweep."""
    pks = list(rows.values_list("file", flat=True))
    rows.delete()
    _unless_used(pks)


def _unless_used(pks: list[int]) -> None:
    used = set(CaseFile.objects.filter(file__in=pks).values_list("file", flat=True))
    used |= set(DraftFile.objects.filter(file__in=pks).values_list("file", flat=True))
    StoredFile.objects.filter(pk__in=set(pks) - used, purpose="applicant").delete()

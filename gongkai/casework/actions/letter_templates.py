"""本机关的文书模板：上传前逐项检查字段，自哪一天起启用，停用；发文字号的写法"""

from collections.abc import Mapping
from datetime import date, datetime
from io import BytesIO

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.audit.actions import record
from gongkai.casework.actions.numbers import written
from gongkai.casework.letters.templates import faults_of
from gongkai.casework.models import CaseRules, LetterTemplate
from gongkai.casework.models.rules import LETTER_PATTERNS
from gongkai.casework.wording import plain
from gongkai.common.clock import law_day
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Conflict, Refusal
from gongkai.files.actions import Upload, receive
from gongkai.files.models import StoredFile
from gongkai.files.purposes import MIB, PURPOSES
from gongkai.law.letters import letter
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.letters.own_template import Survey, survey_template

SET_UP = "casework.set_up"
LARGEST = PURPOSES["letter_template"].largest


class _Read(BytesIO):
    """An upload that was read already, under its name."""

    def __init__(self, data: bytes, name: str) -> None:
        super().__init__(data)
        self.name = name
        self.size = len(data)


def add_template(
    *, agency: Agency, kind: str, upload: Upload, since: date, by: User, now: datetime
) -> LetterTemplate:
    """Take in an organ's own form for a kind of letter. Reading it comes before the transaction: it takes a second or two.

    Refusal that names every field in the way; Unacceptable for a file that is no plain Word file.
    """
    permit = require(by, SET_UP, agency)
    data = upload.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise Refusal(f"模板超过 {LARGEST // MIB} MB", next_step="请压缩图片后再上传")
    survey = _surveyed(data, upload.name or "模板.docx", kind, law_day(now))
    if since < law_day(now):
        raise Refusal("启用日期不能早于今天：已经定稿的文书不会改变")
    stored = receive(
        agency=agency,
        upload=_Read(data, upload.name or "模板.docx"),
        purpose="letter_template",
        by=by,
        now=now,
    )
    return _entered(agency, kind, stored, survey, since, permit, now)


def _surveyed(data: bytes, name: str, kind: str, today: date) -> Survey:
    try:
        survey = survey_template(data, name)
    except UnreadableReport as unfit:
        raise Refusal(str(unfit)) from unfit
    if faults := faults_of(kind, survey, today):
        raise Refusal("；".join(faults), next_step="在 Word 里改好以后再上传")
    return survey


@transaction.atomic
def _entered(
    agency: Agency,
    kind: str,
    stored: StoredFile,
    survey: Survey,
    since: date,
    permit: Permit,
    now: datetime,
) -> LetterTemplate:
    row = LetterTemplate.objects.create(
        agency=agency,
        kind=kind,
        file=stored,
        fields=list(survey.known),
        since=since,
        by_name=permit.actor_name,
        at=now,
    )
    after = {"letter": letter(kind).title, "since": plain(since), "sha256": stored.sha256}
    record("casework.add_template", agency, by=permit, at=now, organ=agency.code, after=after)
    return row


@transaction.atomic
def end_template(*, template: LetterTemplate, until: date, by: User, now: datetime) -> None:
    """Use a form no more from the day after ``until``; letters made with it stay as they are."""
    agency = template.agency
    permit = require(by, SET_UP, agency)
    here = LetterTemplate.objects.select_for_update(of=("self",)).get(pk=template.pk)
    if here.until is not None:
        raise Refusal("这份模板已经停用")
    if until < max(here.since, law_day(now)):
        raise Refusal("停用日期不能早于今天和启用日期")
    here.until = until
    here.save(update_fields=("until",))
    after = {"letter": letter(here.kind).title, "until": plain(until)}
    record("casework.end_template", agency, by=permit, at=now, organ=agency.code, after=after)


@transaction.atomic
def set_letter_patterns(
    *,
    agency: Agency,
    patterns: Mapping[str, str],
    seen_version: int | None,
    by: User,
    now: datetime,
) -> CaseRules:
    """How 发文字号 are written from now on, by series; numbers that were given stay."""
    permit = require(by, SET_UP, agency)
    tidy = {key: patterns.get(key, "").replace("\0", "").strip() for key in LETTER_PATTERNS}
    tried = [
        written(tidy[key] or usual, agency, law_day(now).year, 1)
        for key, usual in LETTER_PATTERNS.items()
    ]
    if len(set(tried)) < len(tried):
        raise Refusal("各类文书的写法不能一样，否则编出的文号分不清")
    rules = CaseRules.objects.select_for_update().filter(agency=agency).first()
    if rules is not None and rules.version != seen_version:
        raise Conflict("您打开之后，别人已经改过", theirs=rules)
    rules = rules or CaseRules(agency=agency, version=0)
    before = {"letter_patterns": dict(rules.letter_patterns)}
    rules.letter_patterns = {
        key: said for key, said in tidy.items() if said and said != LETTER_PATTERNS[key]
    }
    rules.version += 1
    rules.save()
    after = {"letter_patterns": rules.letter_patterns}
    record(
        "casework.set_letter_patterns",
        agency,
        by=permit,
        at=now,
        organ=agency.code,
        before=before,
        after=after,
    )
    return rules

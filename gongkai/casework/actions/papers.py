"""办件材料：加入、查看"""

from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.casework.actions.moving import keep, locked
from gongkai.casework.admission import require_admitted
from gongkai.casework.incoming import line
from gongkai.casework.models import Case, CaseFile
from gongkai.casework.models.applicant import USES
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.files.models import StoredFile


@transaction.atomic
def add_paper(
    *, case: Case, stored: StoredFile, use: str, by: User, now: datetime, title: str = ""
) -> CaseFile:
    """Put a stored file into the file of a case."""
    here = locked(case)
    permit = require(by, "casework.handle", here.agency)
    require_admitted(by, here)
    if stored.agency_id != here.agency_id or stored.purpose != "record":
        raise Refusal("只能加入本机关作为办件材料上传的文件")
    if use not in dict(USES) or use == "letter":
        raise Refusal("请选择材料的用途")
    row, _ = CaseFile.objects.get_or_create(
        case=here,
        file=stored,
        use=use,
        defaults={"title": line(title)[:120] or stored.name, "added_by": by.name, "added_at": now},
    )
    keep(here, now)
    after = {"use": row.get_use_display(), "sha256": stored.sha256}
    record("casework.add_paper", here, by=permit, at=now, organ=here.agency.code, after=after)
    return row


@transaction.atomic
def read_paper(*, paper: CaseFile, by: User, now: datetime) -> bytes:
    """The bytes of a paper, once the journal says who took it; papers of people need the act for personal data."""
    case = paper.case
    act = "casework.read_personal" if paper.is_personal else "casework.view"
    permit = require(by, act, case.agency)
    require_admitted(by, case)
    with paper.file.open_safe() as content:
        found = content.read()
    after = {"use": paper.get_use_display(), "sha256": paper.file.sha256}
    record("casework.read_paper", case, by=permit, at=now, organ=case.agency.code, after=after)
    return found

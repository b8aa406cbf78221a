"""查看申请人、代理人、第三方的信息：先记入留痕，再显示"""

from collections.abc import Mapping
from datetime import datetime

from django.db import transaction

from gongkai.accounts.models import User
from gongkai.audit import personal
from gongkai.casework.admission import require_admitted
from gongkai.casework.incoming import line
from gongkai.casework.models import Case, Consultation
from gongkai.casework.sealing import subject_of
from gongkai.common.permissions import require

READ = "casework.read_personal"
LONGEST_REASON = 200


@transaction.atomic
def read_applicant(*, case: Case, by: User, now: datetime, reason: str = "") -> Mapping[str, str]:
    """The applicant's data, once the journal says who read them. Raises personal.Erased."""
    return _read(case, case.applicant.sealed, reason, by, now)


@transaction.atomic
def read_agent(*, case: Case, by: User, now: datetime) -> Mapping[str, str]:
    """The agent's data, likewise. Raises personal.Erased."""
    return _read(case, case.applicant.agent, "查看代理人", by, now)


@transaction.atomic
def read_party(*, consultation: Consultation, by: User, now: datetime) -> Mapping[str, str]:
    """Who the third party is, how to reach it, and the reasons that it gave; likewise. Raises personal.Erased."""
    why = f"查看{consultation.rule.who}（{consultation.label}）"
    return _read(consultation.case, consultation.sealed, why, by, now)


def _read(
    case: Case, fields: Mapping[str, dict[str, str]], reason: str, by: User, now: datetime
) -> Mapping[str, str]:
    permit = require(by, READ, case.agency)
    require_admitted(by, case)
    return personal.reveal(
        subject_of(case),
        dict(fields),
        on=case,
        by=permit,
        at=now,
        organ=case.agency.code,
        reason=line(reason)[:LONGEST_REASON],
    )

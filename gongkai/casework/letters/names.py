"""Who a letter is for: masked, for whoever only looks; opened with an entry in the journal, for what goes out."""

from dataclasses import dataclass
from datetime import datetime

from gongkai.audit import personal
from gongkai.casework.models import Case, Consultation
from gongkai.casework.sealing import subject_of
from gongkai.common.permissions import Permit

APPLICANT = ("name", "phone", "address")
PARTY = ("party_name", "party_contact")


@dataclass(frozen=True, slots=True)
class Names:
    """The applicant's name and contact, and those of a third party where the letter is about one."""

    applicant: str
    contact: str = ""
    party: str = ""


def masked(case: Case, consultation: Consultation | None = None) -> Names:
    """As lists show them: nothing is opened."""
    party = f"第三方（{consultation.label}）" if consultation else ""
    return Names(case.masked_name or "申请人", "（联系方式不在这里显示）", party)


def opened(
    case: Case,
    consultation: Consultation | None,
    *,
    permit: Permit,
    now: datetime,
    reason: str,
) -> Names:
    """The data as they are, once the journal says who had them for which letter. Raises personal.Erased."""
    about = {name: case.applicant.sealed.get(name) for name in APPLICANT}
    sealed = {name: value for name, value in about.items() if value}
    if consultation is not None and consultation.family == "third_party":
        sealed |= {name: consultation.sealed[name] for name in PARTY if name in consultation.sealed}
    found = personal.reveal(
        subject_of(case),
        sealed,
        on=case,
        by=permit,
        at=now,
        organ=case.agency.code,
        reason=reason,
    )
    contact = "，".join(filter(None, (found.get("phone"), found.get("address"))))
    return Names(found.get("name", ""), contact, found.get("party_name", ""))

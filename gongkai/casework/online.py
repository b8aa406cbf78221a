"""The public side of requests, read: drafts by the secret of their link, requests by number and query code.

Writes are in ``actions.online``.
"""

import json
import re
import secrets
import unicodedata
from datetime import date

from gongkai.agencies.models import Agency
from gongkai.casework.models import Case, CaseRules, RequestDraft
from gongkai.common import vault
from gongkai.common.permissions import Permit

APPLICANT = Permit(None, "申请人", "互联网渠道")
"""Who does what applicants do themselves; the journal never names them."""
GROUPS, DIGITS = 6, 4
"""The query code: six groups of four digits, 80 bits, to be typed on the number pad of a telephone."""
LONGEST_SECRET = 64
Fields = dict[str, dict[str, str]]
"""What a draft holds: by step, the fields as typed."""


def new_secret() -> str:
    """256 random bits for the link of a draft."""
    return secrets.token_urlsafe(32)


def key_index(secret: str) -> str:
    """By what a draft is found."""
    return vault.blind_index(secret.encode().hex(), field="casework.request_draft")


def draft_key(secret: str) -> bytes:
    """What seals a draft: neither the database nor the keys of the installation open it without the link."""
    return vault.derived(f"casework.request_draft:{secret}")


def find_draft(agency: Agency, secret: str, today: date) -> RequestDraft | None:
    """The draft of that link at an organ; None where there is none, and where its time is over."""
    if len(secret) > LONGEST_SECRET:
        return None
    known = RequestDraft.objects.select_related("agency", "case__number")
    return known.filter(agency=agency, key_index=key_index(secret), expires_on__gte=today).first()


def fields_of(draft: RequestDraft, secret: str) -> Fields:
    """What was typed so far."""
    if not draft.sealed:
        return {}
    opened = vault.unseal(draft.sealed, context=draft.key_index, key=draft_key(secret))
    found: Fields = json.loads(opened)
    return found


def draft_days(agency: Agency) -> int:
    """How many days the organ keeps a draft after it was last changed."""
    return _rules(agency).draft_days


def download_days(agency: Agency) -> int:
    """For how many days the files of a reply sent online can be downloaded."""
    return _rules(agency).download_days


def _rules(agency: Agency) -> CaseRules:
    """The organ's rules, the defaults where it set none."""
    return CaseRules.objects.filter(agency=agency).first() or CaseRules(agency=agency)


def code_of(secret: str) -> str:
    """The query code of the request that a draft becomes: the same if the form is sent twice, known to nobody without the link."""
    number = int.from_bytes(vault.derived(f"casework.code:{secret}"))
    plain = str(number % 10 ** (GROUPS * DIGITS)).zfill(GROUPS * DIGITS)
    return " ".join(plain[at : at + DIGITS] for at in range(0, len(plain), DIGITS))


def code_index(code: str) -> str:
    """By what a request is found: spaces, hyphens and full width make no difference."""
    digits = re.sub(r"[^0-9]", "", unicodedata.normalize("NFKC", code))
    return vault.blind_index(digits, field="casework.code")


def case_by_code(agency: Agency, number: str, code: str) -> Case | None:
    """The request with that number and query code; of the number, year and serial are enough. None tells nothing more.

    The parts of a request that was split are found by their own numbers and the code that the applicant has.
    """
    case = (
        Case.objects.select_related("agency", "number")
        .filter(agency=agency, code__index=code_index(code))
        .first()
    )
    if case is None:
        return None
    given = _digits(number)
    return next((each for each in (case, *parts_of(case)) if _is_called(each, given)), None)


def parts_of(case: Case) -> list[Case]:
    """What a request was split into, and what of that was split again, the earliest first."""
    found: list[Case] = []
    level = [case]
    while level and level[0].state == "split":
        rows = Case.objects.filter(parent__in=level).select_related("agency", "number")
        rows = rows.prefetch_related("events")
        level = sorted(rows, key=lambda each: (each.state != "split", each.pk))
        found += level
    return sorted(found, key=lambda each: each.pk)


def _is_called(case: Case, given: list[str]) -> bool:
    """Whether these runs of digits are its number, or year and serial of it."""
    year_and_serial = [str(case.number.year), str(case.number.serial)]
    return given in (year_and_serial, _digits(case.number.number))


def _digits(text: str) -> list[str]:
    """The runs of digits, without leading zeros."""
    runs = re.findall(r"[0-9]+", unicodedata.normalize("NFKC", text))
    return [run.lstrip("0") for run in runs]

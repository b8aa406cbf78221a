"""To whom a reply is sent online or by e-mail: who asked, at the address given with the request, and nobody else."""

from collections.abc import Mapping

from gongkai.casework.models import Case, CaseCode
from gongkai.casework.models.delivery import MEDIA
from gongkai.common import vault
from gongkai.common.refusals import Refusal

MOST_MAILED = 20 * 2**20
"""Bytes of files that one e-mail carries; more than that many servers do not take."""
FIELDS: Mapping[str, tuple[str, ...]] = {"online": ("name",), "mail": ("name", "mail")}
"""By medium, the fields of the applicant that are shown before sending; the last is the address."""


def open_media(case: Case) -> list[tuple[str, str]]:
    """The ways that are open to a case: online for who has a query code (of the request that it was
    split from, too), by e-mail for who gave an address.
    """
    kept = case.applicant.sealed
    codes = CaseCode.objects.filter(case__in=[pk for pk in (case.pk, case.parent_id) if pk])
    can = {"online": codes.exists(), "mail": bool(kept.get("mail"))}
    return [(key, label) for key, label in MEDIA if can[key] and kept.get("name")]


def recipient_fields(case: Case, medium: str) -> tuple[str, ...]:
    """The fields that say who gets it; Refusal where this way is not open to the case."""
    if medium not in dict(open_media(case)):
        raise Refusal(
            "这一件不能这样发送：申请人没有查询码或者没有留电子邮箱，或者个人信息已经销毁",
            next_step="邮寄或者当面送达",
        )
    return FIELDS[medium]


def recipient_mark(case: Case, medium: str, fields: Mapping[str, str]) -> str:
    """Equal for the same recipient of the same case; tells nothing of the address."""
    told = "\n".join((str(case.pk), medium, *(fields[name] for name in FIELDS[medium])))
    return vault.blind_index(told, field="casework.delivery")

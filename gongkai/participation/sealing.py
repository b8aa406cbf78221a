"""Who says something, and who takes part in a hearing: sealed under a key of the record's own, opened only by what the journal keeps."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import models

from gongkai.audit import personal
from gongkai.common.permissions import Permit

LABELS = {"name": "姓名", "contact": "联系方式"}


def subject_of(row: models.Model) -> str:
    """The subject under which the key of the record is kept."""
    return f"{row._meta.label_lower}:{row.pk}"


def sealed(row: models.Model, fields: Mapping[str, str]) -> personal.Sealed:
    """The fields as the column ``sealed`` keeps them; empty ones are left out, and nothing at all makes no key."""
    given = {name: words for name, words in fields.items() if words}
    return personal.seal(subject_of(row), given) if given else {}


def opened(
    row: Any, *, on: models.Model, by: Permit, at: datetime, organ: str, reason: str
) -> dict[str, str]:
    """The values, once the journal says who read them; raises personal.Erased."""
    fields = dict(row.sealed)
    if not fields:
        return {}
    return personal.reveal(subject_of(row), fields, on=on, by=by, at=at, organ=organ, reason=reason)

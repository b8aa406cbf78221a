"""The organ locked for a change, and the refusal of a change that was begun on an older version."""

from typing import TypeVar

from django.db import models

from gongkai.agencies.models import Agency
from gongkai.common.models import Versioned
from gongkai.common.refusals import Conflict, Refusal

Record = TypeVar("Record", bound=Versioned)


def locked(agency: Agency, seen_version: int | None = None) -> Agency:
    """The organ as it is now, locked. Raises Conflict where somebody changed it since ``seen_version``."""
    found = Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)
    refuse_stale(found, seen_version)
    return found


def refuse_stale(record: Versioned, seen_version: int | None) -> None:
    """Raise Conflict unless the record still has the version that the person saw; None means nobody looked."""
    if seen_version is not None and record.version != seen_version:
        raise Conflict(f"“{record}”在您打开之后已被他人修改", theirs=record)


def save_next(record: Record, **changes: object) -> dict[str, dict[str, object]]:
    """Set the fields, count the version on, save; returns what changed as ``before`` and ``after`` for the journal."""
    before = {name: plain(getattr(record, name)) for name in changes}
    for name, value in changes.items():
        setattr(record, name, value)
    record.version += 1
    record.full_clean(validate_unique=False, validate_constraints=False)
    record.save()
    after = {name: plain(getattr(record, name)) for name in changes}
    changed = [name for name in changes if before[name] != after[name]]
    return {
        "before": {name: before[name] for name in changed},
        "after": {name: after[name] for name in changed},
    }


def plain(value: object) -> object:
    """A value as JSON keeps it."""
    if isinstance(value, models.Model):
        return str(value)
    return value if value is None or isinstance(value, bool | int | str) else str(value)


def require_reason(reason: str) -> str:
    """The reason without blanks around it; Refusal where there is none."""
    said = reason.strip()
    if not said:
        raise Refusal("请写明理由", next_step="填写理由后再次提交")
    return said

"""Departments inside an organ: added, renamed, ended."""

from datetime import date, datetime

from django.db import transaction

from gongkai.agencies.actions.dated_rows import refuse_outside
from gongkai.agencies.actions.locking import locked, require_reason
from gongkai.agencies.models import Agency, Department
from gongkai.audit.actions import record
from gongkai.common.permissions import Actor, require
from gongkai.common.refusals import Conflict, Refusal


@transaction.atomic
def add_department(
    *, agency: Agency, code: str, name: str, since: date, by: Actor, now: datetime
) -> Department:
    """Add a department from ``since`` on."""
    permit = require(by, "agencies.edit", agency)
    agency = locked(agency)
    refuse_outside(agency, since)
    if agency.departments.filter(code=code).exists():
        raise Refusal(f"本机关已有代码为 {code} 的部门")
    department = Department.objects.create(agency=agency, code=code, name=name, since=since)
    after = {"code": code, "name": name, "since": str(since)}
    record("agencies.add_department", department, by=permit, at=now, organ=agency.code, after=after)
    return department


@transaction.atomic
def rename_department(
    *, department: Department, name: str, by: Actor, now: datetime, seen: str | None = None
) -> Department:
    """Give the department another name. ``seen`` is the one that the person saw; None means nobody looked."""
    permit = require(by, "agencies.edit", department.agency)
    organ = locked(department.agency).code
    department.refresh_from_db(fields=["name"])
    if seen is not None and seen != department.name:
        raise Conflict("该部门在您打开之后已被他人更名", theirs=department)
    before, department.name = {"name": department.name}, name
    department.save(update_fields=["name"])
    after = {"name": name}
    record("agencies.rename_department", department, by=permit, at=now, organ=organ, before=before, after=after)  # fmt: skip
    return department


@transaction.atomic
def close_department(
    *,
    department: Department,
    until: date,
    reason: str,
    by: Actor,
    now: datetime,
    seen: str | None = None,
) -> Department:
    """End the department with ``until``. ``seen`` is the end that the person saw, "" for none."""
    permit = require(by, "agencies.edit", department.agency)
    said = require_reason(reason)
    organ = locked(department.agency).code
    department.refresh_from_db(fields=["until"])
    if seen is not None and seen != str(department.until or ""):
        raise Conflict("该部门在您打开之后已被他人撤销", theirs=department)
    if until < department.since:
        raise Refusal(f"该部门自 {department.since} 设立，撤销日期不能早于这一天")
    department.until = until
    department.save(update_fields=["until"])
    after = {"until": str(until)}
    record("agencies.close_department", department, by=permit, at=now, organ=organ, after=after, reason=said)  # fmt: skip
    return department

"""增加、修改、移动、停止和恢复本机关自己的栏目；全国统一的栏目名称、位置不变（《平台规范通知》）"""

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.db import transaction
from django.db.models import Max

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency, Department
from gongkai.audit.actions import record
from gongkai.common.clock import law_day
from gongkai.common.outbox import put
from gongkai.common.permissions import Permit, require
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.publishing.column_tree import DEEPEST, REQUIRED, below, depth
from gongkai.publishing.models import Column

LONGEST_TITLE = 60
MOST_DAYS = 730
NOTICE = Cite("平台规范通知")
HOLDERS = ("systems", "content")
"""The national columns below which an organ may have its own."""


@transaction.atomic
def add_column(
    *,
    parent: Column,
    title: str,
    by: User,
    now: datetime,
    department: Department | None = None,
    rhythm_days: int | None = None,
    required: Iterable[str] = (),
) -> Column:
    """A column of the organ's own below another. Its key, which is its address, is given once and never changes."""
    agency = _locked(parent.agency)
    permit = require(by, "publishing.set_up", agency)
    _require_holder(parent)
    column = Column(agency=agency, parent=parent, key=_next_key(agency), opened_on=law_day(now))
    column.order = (parent.children.aggregate(last=Max("order"))["last"] or 0) + 1
    _fill(column, title, department, rhythm_days, required)
    column.save()
    _journal("publishing.add_column", column, permit, now, {"title": column.title})
    return column


@transaction.atomic
def change_column(
    *,
    column: Column,
    by: User,
    now: datetime,
    title: str = "",
    department: Department | None = None,
    rhythm_days: int | None = None,
    required: Iterable[str] = (),
) -> Column:
    """Its name, whose it is, how often it must be renewed, which facts it asks for. National columns keep their names."""
    agency = _locked(column.agency)
    permit = require(by, "publishing.set_up", agency)
    here = Column.objects.get(pk=column.pk)
    before = said(here)
    _fill(here, here.title if here.fixed else title, department, rhythm_days, required)
    here.save()
    _journal("publishing.change_column", here, permit, now, said(here), before=before)
    return here


@transaction.atomic
def move_column(*, column: Column, parent: Column, order: int, by: User, now: datetime) -> Column:
    """Put a column of the organ's own elsewhere below the same national column; all addresses stay."""
    agency = _locked(column.agency)
    permit = require(by, "publishing.set_up", agency)
    here = Column.objects.get(pk=column.pk)
    _require_own(here)
    if parent.agency_id != agency.pk or parent.national != here.national:
        raise Refusal("栏目只能在同一个全国统一栏目里移动", cite=NOTICE)
    _require_holder(parent)
    inside = below(here)
    if parent.pk in {each.pk for each in inside}:
        raise Refusal("栏目不能放到它自己下面")
    if depth(parent) + 1 + max(depth(each) - depth(here) for each in inside) > DEEPEST:
        raise Refusal(f"栏目最多 {DEEPEST} 层，请放到上一层")
    before = {"parent": here.parent.title, "order": here.order}
    here.parent, here.order = parent, order
    here.save()
    after = {"parent": parent.title, "order": order}
    _journal("publishing.move_column", here, permit, now, after, before=before)
    return here


@transaction.atomic
def close_column(*, column: Column, by: User, now: datetime) -> Column:
    """Take no new texts into a column; what is public stays, and its address keeps answering."""
    return _open_or_close(column, closing=True, by=by, now=now)


@transaction.atomic
def reopen_column(*, column: Column, by: User, now: datetime) -> Column:
    """Take texts again."""
    return _open_or_close(column, closing=False, by=by, now=now)


def _open_or_close(column: Column, *, closing: bool, by: User, now: datetime) -> Column:
    agency = _locked(column.agency)
    permit = require(by, "publishing.set_up", agency)
    here = Column.objects.get(pk=column.pk)
    _require_own(here)
    if closing and any(not each.closed_on for each in below(here) if each.pk != here.pk):
        raise Refusal("下面还有没停的栏目，请先停下面的")
    if not closing and here.parent.closed_on:
        raise Refusal("上级栏目已经停止，请先恢复上级栏目")
    here.closed_on = law_day(now) if closing else None
    here.save()
    act = "publishing.close_column" if closing else "publishing.reopen_column"
    _journal(act, here, permit, now, {"closed_on": str(here.closed_on or "")})
    return here


def _locked(agency: Agency) -> Agency:
    """One change of an organ's columns at a time."""
    return Agency.objects.select_for_update(no_key=True).get(pk=agency.pk)


def _require_own(column: Column) -> None:
    if column.fixed:
        raise Refusal("全国统一的栏目不能移动、停止", cite=NOTICE)


def _require_holder(parent: Column) -> None:
    if parent.national not in HOLDERS:
        raise Refusal("本机关的栏目放在“制度”或者“法定主动公开内容”下面", cite=NOTICE)
    if parent.closed_on:
        raise Refusal("上级栏目已经停止，请先恢复上级栏目")
    if depth(parent) + 1 > DEEPEST:
        raise Refusal(f"栏目最多 {DEEPEST} 层，请放到上一层")


def _next_key(agency: Agency) -> str:
    """own-1, own-2 …: never one that was given before, since columns are never deleted."""
    taken = agency.columns.filter(fixed=False).count()
    while agency.columns.filter(key=f"own-{taken + 1}").exists():
        taken += 1
    return f"own-{taken + 1}"


def _fill(
    column: Column,
    title: str,
    department: Department | None,
    rhythm_days: int | None,
    required: Iterable[str],
) -> None:
    tidy = " ".join(title.replace("\0", "").split())
    if not tidy or len(tidy) > LONGEST_TITLE:
        raise Refusal(f"请填写栏目名称，不超过 {LONGEST_TITLE} 个字")
    beside = Column.objects.filter(agency=column.agency, parent=column.parent, title=tidy)
    if not column.fixed and beside.exclude(pk=column.pk).exists():
        raise Refusal(f"同一级里已经有“{tidy}”了")
    if department is not None and department.agency_id != column.agency_id:
        raise Refusal("请选择本机关的部门")
    if rhythm_days is not None and not 1 <= rhythm_days <= MOST_DAYS:
        raise Refusal(f"更新周期要在 1 至 {MOST_DAYS} 日之间")
    wanted = set(required)
    if not wanted <= set(REQUIRED):
        raise Refusal("没有这个必填项，请重新勾选")
    column.title, column.department, column.rhythm_days = tidy, department, rhythm_days
    column.required_facts = [name for name in REQUIRED if name in wanted]


def said(column: Column) -> dict[str, Any]:
    """What the journal says of a column."""
    return {
        "title": column.title,
        "department": column.department.name if column.department else "",
        "rhythm_days": column.rhythm_days,
        "required_facts": list(column.required_facts),
    }


def _journal(
    act: str,
    column: Column,
    permit: Permit,
    now: datetime,
    after: dict[str, Any],
    before: dict[str, Any] | None = None,
) -> None:
    """Write the journal, and let the public side look at the organ's columns again."""
    agency = column.agency
    record(act, column, by=permit, at=now, organ=agency.code, before=before or {}, after=after)
    key = f"release.columns:{agency.pk}:{now.isoformat()}:{column.pk}"
    put("release.columns", key, {"agency": agency.pk}, now=now)

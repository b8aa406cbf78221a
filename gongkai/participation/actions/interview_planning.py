"""筹备在线访谈：预告作为一条信息起草，经审核、签发公布；公布前可以改，公布后只能延期、取消"""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils.html import format_html, format_html_join
from django.utils.timezone import localtime

from gongkai.accounts.models import User
from gongkai.audit.actions import record
from gongkai.common.permissions import require
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.participation.actions.interview_moving import (
    locked,
    require_seen,
    tell_readers,
    visible_change,
)
from gongkai.participation.models import Guest, Interview
from gongkai.participation.queries import IN_REVIEW
from gongkai.publishing.actions import create_draft
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.models import Column

MOST_GUESTS = 12
LONGEST_SESSION = timedelta(hours=12)
LONGEST = {"topic": 150, "host": 100, "department": 100}
_NAMES = {"topic": "主题", "host": "主持人", "department": "承办单位"}
ACT = "participation.plan_interview"


@dataclass(frozen=True, slots=True)
class Plan:
    """What is announced. ``guests``: name and post of each."""

    topic: str
    host: str
    department: str
    collect_from: datetime
    starts_at: datetime
    ends_at: datetime
    guests: tuple[tuple[str, str], ...]

    def said(self) -> dict[str, Any]:
        """As the journal keeps it."""
        return {
            "topic": self.topic,
            "starts_at": in_words(self.starts_at),
            "guests": [f"{post} {name}" for name, post in self.guests],
        }


@transaction.atomic
def plan_interview(*, column: Column, plan: Plan, by: User, now: datetime) -> Interview:
    """A new live Q&A, with the draft of its announcement."""
    permit = require(by, ACT, column.agency)
    tidy = checked(plan, now)
    text = Text(f"在线访谈预告：{tidy.topic}", announcement_of(tidy))
    item = create_draft(column=column, text=text, by=by, now=now)
    interview = Interview(agency=column.agency, item=item, created_by=by.name, created_at=now)
    _write(interview, tidy, now)
    record("participation.plan_interview", interview, by=permit, at=now, organ=column.agency.code, after=tidy.said())  # fmt: skip
    return interview


@transaction.atomic
def change_interview(*, interview: Interview, seen_version: int, plan: Plan, by: User, now: datetime) -> Interview:  # fmt: skip
    """Change what is not announced yet. The text of the announcement is changed where texts are."""
    here = locked(interview, now)
    permit = require(by, ACT, here.agency)
    if here.state != "planned":
        raise Refusal(
            f"“{here.state_label}”的访谈不能再改", next_step="时间有变的，由签发人办理延期"
        )
    require_seen(here, seen_version)
    _require_not_in_review(here)
    tidy = checked(plan, now)
    before = {"topic": here.topic, "starts_at": in_words(here.starts_at)}
    here.version += 1
    here.guests.all().delete()
    _write(here, tidy, now)
    record("participation.change_interview", here, by=permit, at=now, organ=here.agency.code, before=before, after=tidy.said())  # fmt: skip
    return here


def _require_not_in_review(interview: Interview) -> None:
    """Refusal while reviewer or signer look at the announcement: what they pass is what readers are told."""
    if interview.item.state in IN_REVIEW:
        raise Refusal(
            f"预告现在是“{interview.item.state_label}”，主题、时间和嘉宾不能改",
            cite=Cite("条例", 17, 1),
            next_step="先把预告收回修改，或者请审核人退回",
        )


@transaction.atomic
def add_guest(*, interview: Interview, name: str, post: str, by: User, now: datetime) -> Guest:
    """One more who answers, also while it goes on."""
    here = locked(interview, now)
    permit = require(by, "participation.host_interview", here.agency)
    if here.state == "cancelled":
        raise Refusal("已经取消的访谈不用再加嘉宾")
    ((name, post),) = checked_guests(((name, post),))
    taken = here.guests.count()
    if taken >= MOST_GUESTS:
        raise Refusal(f"嘉宾最多 {MOST_GUESTS} 位")
    guest = Guest.objects.create(interview=here, place=taken + 1, name=name, post=post)
    if here.state != "planned":
        here.head_change = visible_change(here)
        tell_readers(here, now)
    record("participation.add_guest", here, by=permit, at=now, organ=here.agency.code, after={"guest": str(guest)})  # fmt: skip
    return guest


def _write(interview: Interview, plan: Plan, now: datetime) -> None:
    for name in ("topic", "host", "department", "collect_from", "starts_at", "ends_at"):
        setattr(interview, name, getattr(plan, name))
    interview.changed_at = now
    interview.save()
    Guest.objects.bulk_create(
        Guest(interview=interview, place=place, name=name, post=post)
        for place, (name, post) in enumerate(plan.guests, start=1)
    )


def checked(plan: Plan, now: datetime) -> Plan:
    """The plan tidied; Refusal for one that cannot be announced."""
    lines = {name: one_line(getattr(plan, name)) for name in LONGEST}
    for name, text in lines.items():
        if not text or len(text) > LONGEST[name]:
            raise Refusal(f"请填写{_NAMES[name]}，不超过 {LONGEST[name]} 个字")
    require_times(plan.collect_from, plan.starts_at, plan.ends_at, now)
    guests = checked_guests(plan.guests)
    if not guests:
        raise Refusal("请填写至少一位嘉宾的姓名和职务")
    return Plan(
        **lines,
        collect_from=plan.collect_from,
        starts_at=plan.starts_at,
        ends_at=plan.ends_at,
        guests=guests,
    )


def require_times(collect_from: datetime, starts_at: datetime, ends_at: datetime, now: datetime) -> None:  # fmt: skip
    """Refusal for times that are past or out of order."""
    if starts_at <= now:
        raise Refusal("开始时间要在现在以后")
    if collect_from > starts_at:
        raise Refusal("征集问题要在访谈开始之前，或者同时开始")
    if not timedelta() < ends_at - starts_at <= LONGEST_SESSION:
        raise Refusal(f"结束时间要在开始以后 {LONGEST_SESSION // timedelta(hours=1)} 小时之内")


def checked_guests(guests: tuple[tuple[str, str], ...]) -> tuple[tuple[str, str], ...]:
    """Name and post of each, tidied."""
    tidy = tuple((one_line(name), one_line(post)) for name, post in guests)
    if len(tidy) > MOST_GUESTS:
        raise Refusal(f"嘉宾最多 {MOST_GUESTS} 位")
    for name, post in tidy:
        if not name or not post or len(name) > 40 or len(post) > 80:
            raise Refusal("每位嘉宾都要写姓名（不超过 40 个字）和职务（不超过 80 个字）")
    return tidy


def one_line(text: str) -> str:
    """The text on one line."""
    return " ".join(text.replace("\0", "").split())


def announcement_of(plan: Plan) -> str:
    """The text of the announcement, to be gone on with by the clerk."""
    guests = format_html_join("", "<li>{} {}</li>", [(post, name) for name, post in plan.guests])
    return format_html(
        "<p>{}将就“{}”与网友在线交流，欢迎提问。</p><h2>时间</h2><p>{}至{}。</p><h2>嘉宾</h2><ul>{}</ul>"
        "<h2>主持</h2><p>{}</p><h2>怎样提问</h2><p>自{}起，可以在访谈页面提问，不用注册，姓名和联系方式填不填都可以。"
        "来不及在现场回答的问题，访谈结束后在同一页面答复。</p>",
        plan.department, plan.topic, in_words(plan.starts_at), in_words(plan.ends_at), guests, plan.host, in_words(plan.collect_from),
    )  # fmt: skip


def in_words(moment: datetime) -> str:
    """2026年12月3日15:00"""
    here = localtime(moment)
    return f"{here.year}年{here.month}月{here.day}日{here:%H:%M}"

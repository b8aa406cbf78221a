"""What waits for a person among the items, and what the desk's search finds: filled into the registries of ``common``."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime

from django.urls import reverse

from gongkai.accounts.models import User
from gongkai.common.clock import current, law_day
from gongkai.common.desk_search import Hit
from gongkai.common.permissions import agencies_for
from gongkai.common.quoting import quoting
from gongkai.common.work import Light, WorkItem
from gongkai.law.publication_steps import review_step
from gongkai.law.release_timer import workdays_left
from gongkai.law.workdays import provisional_calendar
from gongkai.publishing import queries
from gongkai.publishing.models import Item
from gongkai.publishing.timer import ItemClock, Rules, clock_of, rules_of
from gongkai.publishing.work_after import after_signing
from gongkai.publishing.work_brought import brought_over

WAITS: Mapping[str, tuple[str, str]] = {
    "draft": ("退回给您修改：{}", "修改"),
    "in_review": (quoting("等您审核（{review}）"), "审核"),
    "to_sign": ("已审核，等您签发", "签发"),
}
KIND = "publishing"


def waiting(person: User, now: datetime) -> list[WorkItem]:
    """The person's items: sent back, to be reviewed, to be signed; the drafts whose clock runs; and what waits after signing."""
    today = law_day(now)
    mine, drafts = queries.waiting_for(person, now), queries.drafts_for(person, now)
    rules = rules_of({item.agency_id for item in (*mine, *drafts)})
    return [
        *(_line(item, today, rules, *_why(item)) for item in mine),
        *_running(person, drafts, today, rules),
        *after_signing(person, now),
        *brought_over(person, now),
    ]


def _running(person: User, drafts: Iterable[Item], today: date, rules: Rules) -> Iterable[WorkItem]:
    """One's own drafts always, those of others once they are due soon or late."""
    for item in drafts:
        own = queries.has_hand_in(item, person)
        line = _line(item, today, rules, _draft_reason(item, own=own), "接着写，送审")
        if own or line.light in {"soon", "late"}:
            yield line


def _draft_reason(item: Item, *, own: bool) -> str:
    department = item.draft.department
    return (
        "您起草的，还没有送审"
        if own
        else f"{department.name if department else '本机关'}的草稿，还没有送审"
    )


def _line(item: Item, today: date, rules: Rules, reason: str, act: str) -> WorkItem:
    """One line: for a draft the organ's day for handing in counts where there is one, else the last day by law."""
    clock = clock_of(item, today, rules)
    said = _about_clock(clock, item) if clock else ""
    due, light, left = _day(clock, item, today)
    return WorkItem(
        kind=KIND,
        title=item.draft.title,
        reason="；".join(filter(None, (reason, said))),
        next_act=act,
        url=reverse("publishing:item", args=(item.pk,)),
        agency_name=item.agency.name,
        due=due,
        days_left=left,
        light=light,
        since=item.changed_at,
        stage=clock.stage if clock else 0,
    )


def _day(clock: ItemClock | None, item: Item, today: date) -> tuple[date | None, Light, int | None]:
    if clock is None or clock.due is None:
        return None, "no_date", None
    if item.state != "draft" or clock.hand_in is None:
        return clock.due.date, clock.light, clock.days_left
    left = workdays_left(today, clock.hand_in, provisional_calendar())
    light: Light = "late" if left < 0 else "soon" if clock.stage or left <= 1 else "in_time"
    return clock.hand_in, light, left


def _about_clock(clock: ItemClock, item: Item) -> str:
    """By which rule the days are counted."""
    if clock.due is None:
        return clock.because
    law = f"最迟 {clock.due.date.month}月{clock.due.date.day}日公开（{clock.due.limit.cite}）"
    if item.state == "draft" and clock.hand_in:
        return f"本机关规定最迟 {clock.hand_in.month}月{clock.hand_in.day}日送审，{law}"
    return law


def _why(item: Item) -> tuple[str, str]:
    """Why it waits, which step of the review, or what the reviewer wants changed; and the act."""
    said, act = WAITS[item.state]
    if item.state == "in_review" and item.step:
        row = review_step(item.step)
        return f"等您{row.label}（{row.cite}）", act
    return said.format(item.remark[:60].rstrip("。；，")), act


def count_waiting(person: User) -> int:
    """How many items wait for the person."""
    return len(waiting(person, current()))


def hits(person: User, words: str, most: int) -> list[Hit]:
    """Items whose title has the words, as far as the person may see them."""
    mine = queries.items(agencies_for(person, "publishing.view"))
    return [
        Hit(
            kind="信息",
            title=item.title,
            url=reverse("publishing:item", args=(item.pk,)),
            about=f"{item.agency.name}　{item.column.title}　{item.state_label}",
        )
        for item in queries.filtered(mine, words=words)[:most]
    ]

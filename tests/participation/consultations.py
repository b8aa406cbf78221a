"""Consultations for the tests: 青石镇 asks about a market; brought as far as a test needs them, by the people whose job it is."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.common.clock import LAW_ZONE, law_day
from gongkai.files.actions import receive
from gongkai.files.models import StoredFile
from gongkai.participation import actions
from gongkai.participation.incoming import Plan, Said
from gongkai.participation.models import Comment, Consultation, Hearing, Participant, Point
from gongkai.publishing.actions import create_draft, publish, submit
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.models import Item
from tests.people import SINCE, Cast
from tests.publishing.items import passed

OPENED = date(2026, 11, 2)
"""Monday; thirty days end on Wednesday, 2 December 2026."""
LAST = date(2026, 12, 2)
AFTER = date(2026, 12, 3)
TITLE = "农贸市场管理办法（草案）征求意见的公告"
BODY = "<h2>草案</h2><p>第一条 摊位费每月三百元。</p><p>第二条 市场六时开门。</p><p>说明：为了方便群众。</p>"
PLAN = Plan(
    "major_decision", 30, "青石镇经济发展办公室", address="青石镇人民路1号", phone="0527-1234567"
)
PHONE = "13912345678"
WHO = {"name": "李意见", "contact": PHONE}


def at(day: date, hour: int = 9) -> datetime:
    """That hour of a day in China."""
    return datetime.combine(day, time(hour), LAW_ZONE)


def notice(cast: Cast, title: str = TITLE, body: str = BODY, day: date = OPENED) -> Item:
    """A draft notice."""
    column = national_column(cast.town, "content")
    return create_draft(column=column, text=Text(title, body), by=cast.clerk, now=at(day, 8))


def brought_out(cast: Cast, item: Item, now: datetime) -> Item:
    """A draft, handed in, reviewed and signed at one moment."""
    item = submit(item=item, by=cast.clerk, now=now)
    return publish(item=passed(item, by=cast.reviewer, now=now), by=cast.signer, now=now)


def planned(cast: Cast, day: date = OPENED, plan: Plan = PLAN, **text: str) -> Consultation:
    """A plan on a draft."""
    item = notice(cast, day=day, **text)
    return actions.plan_consultation(item=item, plan=plan, by=cast.clerk, now=at(day, 8))


def opened(cast: Cast, day: date = OPENED, plan: Plan = PLAN, **text: str) -> Consultation:
    """The notice is public, and comments are taken."""
    row = planned(cast, day, plan, **text)
    brought_out(cast, row.item, at(day))
    return fresh(row)


def fresh(row: Consultation) -> Consultation:
    """The consultation as it stands now."""
    return Consultation.objects.select_related("agency", "item__published", "outcome").get(
        pk=row.pk
    )


def commented(
    row: Consultation, text: str = "摊位费太高", day: date = OPENED, **who: object
) -> Comment:
    """A comment from the site."""
    said = Said(text, **who)  # type: ignore[arg-type]
    return actions.comment_online(consultation=row, said=said, now=at(day, 10))


def typed_in(
    cast: Cast, row: Consultation, text: str = "来信：开门太晚", day: date = OPENED, **more: object
) -> Comment:
    """A letter that the clerk typed in."""
    given = {"channel": "letter", "received_on": day, **more}
    return actions.enter_comment(
        consultation=row, said=Said(text), by=cast.clerk, now=at(day, 11), **given
    )  # type: ignore[arg-type]


def letter(cast: Cast) -> StoredFile:
    """The scan of a letter."""
    upload = SimpleUploadedFile("来信.txt", "开门太晚".encode())
    return receive(agency=cast.town, upload=upload, purpose="record", by=cast.clerk, now=at(OPENED))


def point(
    cast: Cast, row: Consultation, *comments: Comment, day: date = OPENED, **more: object
) -> Point:
    """A point that these comments make."""
    given = {"summary": "降低摊位费", "answer": "adopted", "reason": "", **more}
    return actions.add_point(
        consultation=row, comments=comments, by=cast.clerk, now=at(day, 14), **given
    )  # type: ignore[arg-type]


def closed(cast: Cast, *, day: date = OPENED) -> Consultation:
    """Over, with one comment that belongs to a point."""
    row = opened(cast, day)
    point(cast, row, commented(row, day=day), day=day)
    actions.follow_the_days(at(day + timedelta(days=31)))
    return fresh(row)


def drafted(cast: Cast, *, day: date = OPENED) -> Consultation:
    """The outcome is a draft."""
    row = closed(cast, day=day)
    now = at(day + timedelta(days=32))
    return actions.draft_outcome(consultation=row, by=cast.clerk, now=now)


def answered(cast: Cast, *, day: date = OPENED) -> Consultation:
    """The outcome is public."""
    row = drafted(cast, day=day)
    brought_out(cast, row.outcome, at(day + timedelta(days=33)))
    return fresh(row)


def decided(cast: Cast, *, day: date = OPENED) -> Consultation:
    """The decision is public and tied to the draft and the outcome."""
    row, now = answered(cast, day=day), at(day + timedelta(days=40))
    item = brought_out(
        cast, notice(cast, "农贸市场管理办法", "<p>摊位费每月二百元。</p>", law_day(now)), now
    )
    return actions.decide(consultation=row, item=item, by=cast.signer, now=now)


def hearing(cast: Cast, row: Consultation, held: datetime, **more: object) -> Hearing:
    """A hearing in the town hall."""
    given = {"place": "镇政府二楼", "selection": "按报名顺序", **more}
    return actions.plan_hearing(
        consultation=row, held_at=held, by=cast.clerk, now=at(OPENED, 15), **given
    )  # type: ignore[arg-type]


def participant(cast: Cast, row: Hearing) -> Participant:
    """A neighbour of the market."""
    return actions.add_participant(
        hearing=row, shown_as="李某某", speaks_for="周边居民", name="李参加", contact=PHONE, by=cast.clerk, now=at(OPENED, 15)
    )  # fmt: skip


def in_county(cast: Cast) -> Cast:
    """The same people at work in the county."""
    for person in (cast.clerk, cast.reviewer, cast.signer):
        role = person.posts.first().role
        person.posts.get_or_create(agency=cast.county, role=role, since=SINCE)
        person.held = None
    return replace(cast, town=cast.county)

"""A world with some of everything that pages list, and with ten times as much: made by the acts where they are quick."""

from collections.abc import Callable
from datetime import date
from itertools import count

from gongkai.agencies.models import Department
from gongkai.annual_reports.models import Report
from gongkai.common.clock import current
from gongkai.common.models import OutboxMessage
from gongkai.common.notices import notify
from gongkai.publishing.actions import attach, link
from gongkai.publishing.actions.set_up_columns import national_column
from tests.annual_reports import stories
from tests.people import SINCE, Cast, make_agency, make_person
from tests.publishing.items import NOW, draft, reviewed, submitted, upload
from tests.website.released import release, release_report

_numbers = count(1)


def organs(cast: Cast, number: int) -> None:
    """A town with a department, columns and people, and a report in work."""
    town = make_agency(f"3200{number + 10}", f"第{number}镇人民政府", parent=cast.county)
    town.has_site = True
    town.save()
    Department.objects.create(
        agency=cast.town, code=f"d{number}", name=f"第{number}办", since=SINCE
    )
    national_column(town, "content")
    make_person(f"ren{number}", f"第{number}人", cast.town, "clerk")
    make_person(f"zhen{number}", f"镇{number}", town, "clerk")
    cast.reader.posts.create(agency=town, role="reader", since=date(2020, 1, 1))
    Report.objects.create(
        agency=town, year=2024, organ=town.name, title="年报", created_at=NOW, updated_at=NOW,
        figures={}, state="published",
    )  # fmt: skip


def texts(cast: Cast, number: int) -> None:
    """A draft tied to others, one with files, one in review, one to be signed."""
    policy = draft(cast, f"办法{number}")
    first = policy.agency.items.order_by("pk").first()
    if first.pk != policy.pk:
        link(source=policy, target=first, kind="interprets", by=cast.clerk, now=NOW)
        attach(item=first, stored=upload(cast, f"{number}.txt"), by=cast.clerk, now=NOW)
    submitted(cast, title=f"在审{number}")
    reviewed(cast, title=f"待签{number}")


def public(cast: Cast, number: int) -> None:
    """Public documents of the town and of the county."""
    for agency in (cast.town, cast.county):
        for kind in ("guide", "systems", "content"):
            release(agency, kind)
        if number <= 16:
            release_report(agency, 2007 + number)


def messages(cast: Cast, number: int) -> None:
    """Notices, and messages that were given up."""
    now = current()
    for person in (cast.clerk, cast.supervisor, cast.administrator):
        notify(user_id=person.pk, key=f"k{number}", text=f"第{number}条", url="/desk/", now=now)
    OutboxMessage.objects.create(
        kind="mail.send", key=f"x{number}", state="dead", due_at=now, created_at=now
    )


def reports(cast: Cast, number: int) -> None:
    """Reports of the town of many years, but of none that the samples make: 2024 and the year before."""
    if number <= 15:
        stories.drafted(cast, year=2023 - number)


PARTS: tuple[Callable[[Cast, int], None], ...] = (organs, texts, public, messages, reports)


def grow(cast: Cast, more: int) -> None:
    """So much more of everything."""
    for _ in range(more):
        number = next(_numbers)
        for part in PARTS:
            part(cast, number)

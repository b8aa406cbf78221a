"""A township's year of 330 items as one inventory: handed in, reviewed and signed in bulk; what the desk counts equals it, kind by kind.

All are planned; every fifth is carried through to the public, or with YEAR_SHARE=1 each one.
"""

import os
from collections import Counter
from datetime import date, timedelta

import pytest

from gongkai.law.genres import GENRES
from gongkai.publishing.actions import publish_many, review_many
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.models import Item
from gongkai.publishing.timeliness import timeliness
from tests.publishing.batches import confirmed, prepared, worked_on
from tests.publishing.folders import line_of, texts
from tests.publishing.items import CLEAR, later

pytestmark = pytest.mark.django_db
SHARE = int(os.environ.get("YEAR_SHARE", "5"))
KINDS = {
    ("法定主动公开内容", "通知"): 180,
    ("法定主动公开内容", "公告"): 60,
    ("法定主动公开内容", "名单公示"): 50,
    ("政府信息公开制度", "意见"): 25,
    ("政府信息公开指南", "办事指南"): 15,
}

GENRE_WORDS = {row.key: row.label for row in GENRES}


def shown_until(genre: str) -> str:
    """Lists of names come down by themselves."""
    return "2024-12-31" if genre == "名单公示" else ""


def year(share: int = 1) -> list[dict[str, str]]:
    """The lines of the inventory, or one of so many, mixed as a year mixes them."""
    sorts = [kind for kind, number in KINDS.items() for _ in range(number)]
    mixed = [sorts[at * 7 % len(sorts)] for at in range(len(sorts))]
    day = date(2024, 1, 2)
    return [
        line_of(
            at,
            栏目=column,
            体裁=genre,
            成文日期=str(day + timedelta(days=at % 150)),
            公示到哪一天=shown_until(genre),
        )
        for at, (column, genre) in enumerate(mixed[::share], 1)
    ]


@pytest.fixture
def columns(cast):
    for key in ("guide", "systems"):
        national_column(cast.town, key)


def test_a_whole_year_is_planned_kind_by_kind(cast, columns):
    batch = prepared(cast, *year(), files=texts(330))
    rows = batch.rows.select_related("column")
    assert Counter((row.column.title, GENRE_WORDS[row.entry["genre"]]) for row in rows) == KINDS
    assert set(rows.values_list("kind", "state")) == {("new", "waiting")}


def seen(state: str) -> dict[int, int]:
    return dict(Item.objects.filter(state=state).values_list("pk", "version"))


def handed_in_and_signed(cast, lines) -> None:
    """The whole inventory on its way to the public, by the people whose job it is."""
    worked_on(confirmed(cast, *lines, files=texts(len(lines))))
    waits = seen("in_review")
    clear = dict.fromkeys(waits, CLEAR)
    review_many(seen=waits, by=cast.reviewer, now=later(8), conclusions=clear)
    publish_many(seen=seen("to_sign"), by=cast.signer, now=later(9), late_reason="补录旧通知")


def shown_on_the_desk(client, **asked: str) -> int:
    """How many items the desk's list says there are."""
    return client.get("/desk/items/", asked).context["page"].paginator.count


def test_a_year_becomes_public_and_the_desk_counts_it_kind_by_kind(cast, columns, client):
    lines = year(SHARE)
    handed_in_and_signed(cast, lines)
    published = Item.objects.filter(state="published").select_related("column", "published")
    found = Counter((item.column.title, item.published.get_genre_display()) for item in published)
    assert found == Counter((line["栏目"], line["体裁"]) for line in lines)
    client.force_login(cast.signer)
    by_column = {
        column.title: shown_on_the_desk(client, state="published", column=column.key)
        for column in cast.town.columns.all()
    }
    assert Counter(line["栏目"] for line in lines) == by_column
    assert timeliness(cast.town, 2024)[-1].count == len(lines)

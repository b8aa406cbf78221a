"""A new organ has the national columns from the start, set up with it or not at all."""

from datetime import UTC, date, datetime

import pytest

from gongkai.agencies.actions import AgencyFacts, create
from gongkai.agencies.models import Agency
from gongkai.audit.models import Entry
from gongkai.common.refusals import Refusal
from gongkai.publishing.models import Column

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
FACTS = AgencyFacts("320001-1", "青石镇综合服务中心", "township_government", date(2020, 1, 1))


def made(cast, facts=FACTS):
    return create(facts=facts, parent=cast.town, by=cast.administrator, now=NOW)


def test_a_new_organ_has_the_national_columns(cast):
    keys = [column.key for column in made(cast).columns.filter(fixed=True)]
    assert keys == ["guide", "systems", "content", "reports"]


def test_the_journal_names_who_set_the_organ_up(cast):
    made(cast)
    entry = Entry.objects.get(act="publishing.set_up")
    assert (entry.actor_name, entry.chain.organ) == ("吴管理", FACTS.code)


def test_an_organ_refused_leaves_no_columns(cast):
    with pytest.raises(Refusal):
        made(cast, AgencyFacts(cast.town.code, "重复", "township_government", date(2020, 1, 1)))
    assert not Column.objects.exists()
    assert Agency.objects.count() == 3

"""Acts on organs: who may, what is refused, what the journal keeps."""

from datetime import UTC, date, datetime, timedelta

import pytest

from gongkai.agencies.actions import (
    AgencyFacts,
    add_department,
    close,
    close_department,
    create,
    edit_contact,
    edit_facts,
    move,
    rename,
    rename_department,
    reopen,
    set_identity,
)
from gongkai.agencies.models import Agency
from gongkai.agencies.queries import name_on, site_of
from gongkai.audit.models import Entry
from gongkai.common.refusals import Conflict, NotAllowed, Refusal
from tests.people import make_person

NOW = datetime(2026, 11, 25, 3, 0, tzinfo=UTC)
TODAY = date(2026, 11, 25)


@pytest.fixture
def boss(cast):
    """The county's administrator."""
    return make_person("county", "县管理", cast.county, "administrator")


def facts(code="320003", **said):
    kept = {"name": "红土镇人民政府", "kind": "township_government", "since": date(2020, 1, 1)}
    return AgencyFacts(code=code, **{**kept, **said})


def named(agency, by, name, since, seen=None):
    return rename(
        agency=agency, seen_version=seen, name=name, short_name="", since=since, by=by, now=NOW
    )


def moved(agency, parent, by, since=TODAY):
    return move(agency=agency, seen_version=None, parent=parent, since=since, by=by, now=NOW)


def test_an_organ_is_set_up_below_one_that_the_person_administers(cast, boss):
    made = create(facts=facts(), parent=cast.county, by=boss, now=NOW)
    assert (made.parent, made.contact.office, name_on(made, TODAY)) == (
        cast.county,
        "",
        "红土镇人民政府",
    )
    assert Entry.objects.get(act="agencies.create").object_label == "红土镇人民政府"


def test_an_administrator_sets_up_nothing_beside_or_above(cast):
    with pytest.raises(NotAllowed):
        create(facts=facts(), parent=cast.county, by=cast.administrator, now=NOW)


def test_a_code_is_given_once(cast, boss):
    with pytest.raises(Refusal, match="已被使用"):
        create(facts=facts(cast.town.code), parent=cast.county, by=boss, now=NOW)


def test_an_earlier_year_keeps_its_name(cast):
    named(cast.town, cast.administrator, "青石街道办事处", date(2025, 7, 1))
    assert name_on(cast.town, date(2025, 6, 30)) == "青石镇人民政府"
    assert name_on(cast.town, date(2025, 7, 1)) == "青石街道办事处"
    assert Agency.objects.get(pk=cast.town.pk).name == "青石街道办事处"


def test_a_name_to_come_is_not_the_name_of_today(cast):
    named(cast.town, cast.administrator, "青石街道办事处", TODAY + timedelta(1))
    assert Agency.objects.get(pk=cast.town.pk).name == "青石镇人民政府"


def test_a_name_from_the_same_day_is_put_right_in_place(cast):
    named(cast.town, cast.administrator, "青石街办", date(2025, 7, 1))
    named(cast.town, cast.administrator, "青石街道办事处", date(2025, 7, 1))
    assert [row.name for row in cast.town.names.all()] == ["青石镇人民政府", "青石街道办事处"]


@pytest.mark.parametrize("since", [date(2018, 1, 1), date(2025, 6, 30)])
def test_dates_that_overlap_are_refused(cast, since):
    named(cast.town, cast.administrator, "青石街道办事处", date(2025, 7, 1))
    with pytest.raises(Refusal, match="不能早于"):
        named(cast.town, cast.administrator, "青石乡人民政府", since)


def test_a_change_begun_on_an_older_version_is_refused(cast):
    named(cast.town, cast.administrator, "青石街道办事处", date(2025, 7, 1), seen=1)
    with pytest.raises(Conflict):
        named(cast.town, cast.administrator, "青石乡人民政府", date(2025, 8, 1), seen=1)


def test_an_organ_moves_below_another(cast, boss):
    moved(cast.town, cast.other_town, boss)
    assert Agency.objects.get(pk=cast.town.pk).parent == cast.other_town


def test_a_ring_is_refused(cast, boss):
    moved(cast.town, cast.other_town, boss)
    with pytest.raises(Refusal, match="互为上级"):
        moved(cast.other_town, cast.town, boss)


def test_a_ring_that_would_close_on_a_later_day_is_refused(cast, boss):
    moved(cast.town, cast.other_town, boss, TODAY + timedelta(40))
    with pytest.raises(Refusal, match="互为上级"):
        moved(cast.other_town, cast.town, boss, TODAY)


def test_nobody_moves_an_organ_out_of_reach(cast):
    with pytest.raises(NotAllowed):
        moved(cast.town, cast.other_town, cast.administrator)


def closed(agency, by, **said):
    kept = {"seen_version": None, "until": TODAY, "reason": "并入白沙镇", "by": by, "now": NOW}
    return close(agency=agency, **{**kept, **said})


def test_an_organ_ends_with_a_reason_and_its_successor(cast, boss):
    closed(cast.town, boss, successor=cast.other_town)
    assert Entry.objects.get(act="agencies.close").reason == "并入白沙镇"
    assert [row.until for row in cast.town.names.all()] == [TODAY]


def test_an_organ_does_not_end_without_a_reason(cast, boss):
    with pytest.raises(Refusal, match="理由"):
        closed(cast.town, boss, reason=" ")


def test_an_organ_with_others_below_does_not_end(cast, boss):
    with pytest.raises(Refusal, match="下面还有"):
        closed(cast.county, boss)


def test_a_closing_can_be_undone(cast, boss):
    closed(cast.town, boss)
    reopen(agency=cast.town, seen_version=None, reason="误操作", by=boss, now=NOW)
    town = Agency.objects.get(pk=cast.town.pk)
    assert (town.until, [row.until for row in town.names.all()]) == (None, [None])


def test_contact_facts_are_kept_with_what_stood_there_before(cast):
    edit_contact(
        agency=cast.town,
        seen_version=1,
        facts={"office": "党政办公室"},
        by=cast.administrator,
        now=NOW,
    )
    entry = Entry.objects.get(act="agencies.edit_contact")
    assert (entry.before, entry.after) == ({"office": ""}, {"office": "党政办公室"})


def test_facts_without_history_are_changed_in_place(cast):
    said = {"kind": "subdistrict_office", "social_credit_code": "", "region_code": "320001100000"}
    edit_facts(
        agency=cast.town, seen_version=1, has_site=True, by=cast.administrator, now=NOW, **said
    )
    assert Agency.objects.get(pk=cast.town.pk).kind == "subdistrict_office"


def test_departments_come_and_go(cast):
    by = {"by": cast.administrator, "now": NOW}
    office = add_department(agency=cast.town, code="dzb", name="党政办", since=TODAY, **by)
    rename_department(department=office, name="党政综合办公室", **by)
    close_department(department=office, until=TODAY, reason="机构改革", **by)
    assert str(cast.town.departments.get()) == "青石镇人民政府党政综合办公室"
    with pytest.raises(Refusal, match="已有代码"):
        add_department(agency=cast.town, code="dzb", name="重名", since=TODAY, **by)


def test_the_main_site_is_given_up_only_by_who_administers_it(cast, boss):
    said = {"main": True, "name": "临川县人民政府", "sponsor": "临川县人民政府办公室"}
    set_identity(agency=cast.county, seen_version=None, facts=said, by=boss, now=NOW)
    with pytest.raises(NotAllowed):
        set_identity(
            agency=cast.town, seen_version=None, facts=said, by=cast.administrator, now=NOW
        )
    set_identity(agency=cast.town, seen_version=None, facts=said, by=boss, now=NOW)
    assert site_of().agency == cast.town

"""What must be published: the items of art. 20 and 21, the basic-level fields, and the time limits of each."""

from datetime import date
from typing import get_args

import pytest

from gongkai.law.catalogue import (
    ARTICLE_20,
    ARTICLE_21,
    BASIC_FIELDS,
    CATALOGUE,
    GENERAL_LIMIT,
    ORGAN_LABELS,
    SPECIAL_LIMITS,
    OrganKind,
    item,
    items_of,
    limits_of,
)
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.units import Days, Workdays

TODAY = date(2025, 6, 1)


def lengths(key: str, on: date = TODAY) -> list[str]:
    return [f"{limit.cite} {limit.length}" for limit in limits_of(item(key), on)]


def test_article_20_has_its_fifteen_items_in_order():
    places = [f"第二十条第（{number}）项" for number in "一二三四五六七八九"]
    places += [f"第二十条第（十{number}）项" for number in ("", *"一二三四五")]
    assert [row.cite.place for row in ARTICLE_20] == places


def test_article_20_binds_every_organ():
    assert all(set(row.publishers) == set(get_args(OrganKind)) for row in ARTICLE_20)


def test_article_21_names_seven_subjects_for_cities_and_counties_and_eight_for_townships():
    township = [row for row in ARTICLE_21 if row.publishers == ("township_government",)]
    assert (len(ARTICLE_21) - len(township), len(township)) == (7, 8)
    others = {kind for row in ARTICLE_21 if row not in township for kind in row.publishers}
    assert others == {
        "city_government",
        "city_department",
        "county_government",
        "county_department",
    }


def test_the_basic_level_has_twenty_six_fields_each_under_an_item():
    assert len({row.label for row in BASIC_FIELDS}) == 26
    assert all(row.under and row.doubt for row in BASIC_FIELDS)


def test_keys_are_used_once_and_everything_that_names_a_key_names_one_of_them():
    keys = [row.key for row in CATALOGUE]
    assert len(set(keys)) == len(keys)
    named = {key for row in CATALOGUE for key in row.under} | {
        key for limit in SPECIAL_LIMITS for key in limit.items
    }
    assert named <= set(keys)


def test_every_kind_of_organ_has_a_name_in_chinese():
    assert set(ORGAN_LABELS) == set(get_args(OrganKind))


@pytest.mark.parametrize(
    ("organ", "has", "has_not"),
    [
        ("township_government", "township_levies", "local_municipal_construction"),
        ("county_department", "local_public_security", "township_levies"),
        ("central_department", "statistics", "field_health"),
        ("subdistrict_office", "field_social_assistance", "township_homestead_review"),
        ("provincial_government", "plans", "local_social_assistance"),
    ],
)
def test_each_kind_of_organ_owes_what_the_articles_ask_of_it(organ, has, has_not):
    keys = {row.key for row in items_of(organ, TODAY)}
    assert has in keys
    assert has_not not in keys


@pytest.mark.parametrize(
    ("day", "owed"),
    [
        (date(2019, 5, 14), 0),
        (date(2019, 5, 15), 23),
        (date(2019, 12, 25), 23),
        (date(2019, 12, 26), 49),
    ],
)
def test_a_township_owes_what_is_in_force_on_the_day(day, owed):
    assert len(items_of("township_government", day)) == owed


def test_the_general_limit_is_twenty_working_days():
    assert GENERAL_LIMIT.length == Workdays(20)
    assert limits_of(item("organization"), TODAY) == (GENERAL_LIMIT,)
    assert (
        str(GENERAL_LIMIT)
        == "属于主动公开范围的政府信息：自形成或者变更之日起20个工作日内公开（《条例》第二十六条）"
    )


@pytest.mark.parametrize("row", CATALOGUE, ids=lambda row: row.key)
def test_article_26_holds_for_the_rest_of_every_item(row):
    assert limits_of(row, TODAY)[-1] == GENERAL_LIMIT


def test_no_limit_is_found_before_article_26_of_the_new_regulations():
    with pytest.raises(NoRuleInForce, match="2019-05-14"):
        limits_of(item("plans"), date(2019, 5, 14))
    assert limits_of(item("plans"), date(2019, 5, 15))[-1] == GENERAL_LIMIT


def test_budgets_are_public_within_twenty_calendar_days():
    budgets = [
        limit
        for limit in limits_of(item("budgets_and_accounts"), TODAY)
        if limit.effect == "replaces"
    ]
    assert [limit.length for limit in budgets] == [Days(20)] * 3
    assert [str(limit.cite) for limit in budgets] == [
        "《预算法》第十四条第一款",
        "《预算法》第十四条第二款",
        "《预算法实施条例》第六条第四款",
    ]


@pytest.mark.parametrize(
    ("day", "rules"), [(date(2020, 9, 30), 2), (date(2020, 10, 1), 3), (date(2020, 10, 2), 3)]
)
def test_units_publish_their_budgets_since_october_2020(day, rules):
    assert len(limits_of(item("budgets_and_accounts"), day)) == rules + 1


def test_a_field_of_the_basic_level_inherits_the_limits_of_its_item():
    assert lengths("field_budgets_and_accounts") == lengths("budgets_and_accounts")
    assert "《土地管理法实施条例》第三十一条 15个工作日" in lengths("field_land_requisition")
    assert len(lengths("field_land_requisition")) == len(set(lengths("field_land_requisition")))


def test_policies_run_beside_the_law_and_say_that_they_are_unverified():
    policies = [limit for limit in SPECIAL_LIMITS if limit.cite.article is None]
    assert {str(limit.length) for limit in policies} == {"7个工作日", "5小时", "24小时", "48小时"}
    assert all(limit.effect == "beside" and limit.doubt for limit in policies)


def test_only_a_limit_on_publishing_takes_the_place_of_article_26():
    assert all(limit.act == "publish" for limit in SPECIAL_LIMITS if limit.effect == "replaces")


def test_no_special_limit_begins_before_the_article_it_departs_from():
    assert all(limit.in_force.since >= GENERAL_LIMIT.in_force.since for limit in SPECIAL_LIMITS)


@pytest.mark.parametrize(
    ("key", "sentence"),
    [
        (
            "procurement",
            "政府采购合同：自合同签订之日起2个工作日内公开（《政府采购法实施条例》第五十条）",
        ),
        (
            "recruitment",
            "拟录用人员名单：自公示之日起公开不少于5个工作日（《公务员法》第三十二条第一款）",
        ),
        (
            "penalties_and_compulsory_measures",
            "被依法变更、撤销、确认违法或者确认无效的行政处罚决定：自被变更、撤销、确认之日起3个工作日内撤回（《行政处罚法》第四十八条第二款）",
        ),
    ],
)
def test_a_limit_reads_as_a_sentence(key, sentence):
    assert sentence in [str(limit) for limit in limits_of(item(key), TODAY)]

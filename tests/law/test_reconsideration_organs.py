"""Reconsideration goes to the organ that the law of the day names; where the tree lacks it, nothing is made up."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.law.catalogue import ORGAN_LABELS
from gongkai.law.in_force import NoRuleInForce
from gongkai.law.reconsideration_organs import (
    RECONSIDERATION_RULES,
    SYSTEM_LABELS,
    OrganMissing,
    OrganPlace,
    organs_for,
    rule_for,
)

PROVINCE = OrganPlace("甲省人民政府", "provincial_government")
CITY = OrganPlace("乙市人民政府", "city_government", PROVINCE)
COUNTY = OrganPlace("柳林县人民政府", "county_government", CITY)
TOWNSHIP = OrganPlace("柳林镇人民政府", "township_government", COUNTY)
SUBDISTRICT = OrganPlace("城关街道办事处", "subdistrict_office", COUNTY)
BUREAU = OrganPlace("柳林县财政局", "county_department", COUNTY, superior="乙市财政局")
OFFICE = OrganPlace(
    "柳林县公安局城关派出所", "dispatched_office", replace(BUREAU, name="柳林县公安局")
)
BODY = OrganPlace("柳林县城建档案馆", "authorized_organization", BUREAU)
MINISTRY = OrganPlace("某部", "central_department")
BRANCH = OrganPlace("某部驻甲省办事处", "dispatched_office", MINISTRY)
TAX = OrganPlace(
    "国家税务总局柳林县税务局", "county_department", COUNTY, "vertical", "国家税务总局乙市税务局"
)
JUSTICE = OrganPlace("柳林县司法局", "county_department", COUNTY, "justice", "乙市司法局")

NOW, BEFORE = date(2024, 1, 1), date(2023, 12, 31)
# organ, organs since 2024, article, organs before, article
BY_HAND = [
    (BUREAU, ["柳林县人民政府"], "第二十四条第一款第（一）项", ["柳林县人民政府", "乙市财政局"], "第十二条第一款"),
    (TOWNSHIP, ["柳林县人民政府"], "第二十四条第一款第（二）项", ["柳林县人民政府"], "第十三条第一款"),
    (COUNTY, ["乙市人民政府"], "第二十四条第一款第（二）项", ["乙市人民政府"], "第十三条第一款"),
    (CITY, ["甲省人民政府"], "第二十四条第一款第（二）项", ["甲省人民政府"], "第十三条第一款"),
    (PROVINCE, ["本机关"], "第二十四条第二款", ["本机关"], "第十四条"),
    (SUBDISTRICT, ["柳林县人民政府"], "第二十四条第一款第（三）项", ["柳林县人民政府"], "第十五条第一款第（一）项"),
    (BODY, ["柳林县人民政府"], "第二十四条第一款第（四）项", ["柳林县财政局"], "第十五条第一款第（三）项"),
    (OFFICE, ["柳林县人民政府"], "第二十四条第四款", ["柳林县公安局", "柳林县人民政府"], "第十五条第一款第（二）项"),
    (MINISTRY, ["本机关"], "第二十五条第（一）项", ["本机关"], "第十四条"),
    (BRANCH, ["某部"], "第二十五条第（二）项", ["某部"], "第十五条第一款第（二）项"),
    (TAX, ["国家税务总局乙市税务局"], "第二十七条", ["国家税务总局乙市税务局"], "第十二条第二款"),
    (JUSTICE, ["柳林县人民政府", "乙市司法局"], "第二十八条", ["柳林县人民政府", "乙市司法局"], "第十二条第一款"),
]  # fmt: skip


@pytest.mark.parametrize(
    ("organ", "now", "article", "before", "old"), BY_HAND, ids=lambda one: getattr(one, "name", "")
)
def test_the_organ_of_each_side_of_the_first_of_january_2024(organ, now, article, before, old):
    assert list(organs_for(organ, NOW)) == now
    assert str(rule_for(organ, NOW).cite) == f"《复议法》{article}"
    assert list(organs_for(organ, BEFORE)) == before
    assert str(rule_for(organ, BEFORE).cite) == f"《复议法（2017年修正）》{old}"


@pytest.mark.parametrize(
    "day", [date(2023, 12, 30), date(2023, 12, 31), date(2024, 1, 1), date(2024, 1, 2)]
)
def test_the_choice_of_the_superior_department_ended_with_2023(day):
    assert ("乙市财政局" in organs_for(BUREAU, day)) is (day < NOW)


@pytest.mark.parametrize(
    "organ",
    [
        replace(BUREAU, above=None),
        replace(BUREAU, above=CITY),
        replace(TOWNSHIP, above=None),
        replace(TOWNSHIP, above=BUREAU),
        replace(COUNTY, above=TOWNSHIP),
        replace(SUBDISTRICT, above=None),
        replace(OFFICE, above=None),
        replace(OFFICE, above=replace(BUREAU, above=None)),
        replace(TAX, superior=""),
        replace(JUSTICE, superior=""),
    ],
    ids=lambda organ: f"{organ.name}-{organ.above and organ.above.name}",
)
def test_where_the_tree_lacks_the_organ_nothing_is_made_up(organ):
    with pytest.raises(OrganMissing, match=f"没有{organ.name}的.*复议法") as refused:
        organs_for(organ, NOW)
    assert refused.value.cite == rule_for(organ, NOW).cite


def test_a_county_right_below_a_province_or_municipality_goes_there():
    assert organs_for(replace(COUNTY, above=PROVINCE), NOW) == ("甲省人民政府",)


def test_a_town_right_below_a_city_without_districts_goes_there():
    assert organs_for(replace(TOWNSHIP, above=CITY), NOW) == ("乙市人民政府",)


@pytest.mark.parametrize("day", [NOW, BEFORE])
def test_no_rule_covers_the_state_council(day):
    with pytest.raises(NoRuleInForce, match="国务院"):
        organs_for(OrganPlace("国务院", "state_council"), day)


def test_there_is_no_rule_before_the_regulations():
    with pytest.raises(NoRuleInForce):
        organs_for(BUREAU, date(2019, 5, 14))


@given(
    st.sampled_from(sorted(ORGAN_LABELS)),
    st.sampled_from(sorted(SYSTEM_LABELS)),
    st.booleans(),
    st.dates(date(2019, 5, 15), date(2090, 1, 1)),
)
def test_at_most_one_rule_covers_an_organ_on_a_day(kind, system, central, day):
    organ = OrganPlace("某机关", kind, MINISTRY if central else COUNTY, system, "某主管部门")
    rows = [
        row
        for row in RECONSIDERATION_RULES
        if row.in_force.covers(day)
        and kind in row.organs
        and row.system == system
        and row.central in {None, organ.central}
    ]
    assert len(rows) <= 1
    if system == "ordinary" and kind != "state_council":
        assert rows

"""办件规则: an administrator sees how the next number would be written before it is so, and what is wrong keeps what was typed."""

import pytest

from gongkai.casework.models import CaseRules
from tests.casework import cases
from tests.casework.desk.typed import text

RULES = {
    "number_pattern": "{organ}公开〔{year}〕{serial}号",
    "reminder_days": "5、2",
    "remedies_counted": "received",
    "draft_days": 30,
    "download_days": 30,
    "kept_months": 24,
}


def test_the_administrator_of_one_organ_comes_straight_to_its_rules(cast, ask):
    cases.registered(cast)
    assert ask(cast.administrator, "rules").url.endswith(f"/rules/{cast.town.pk}/")
    page = text(ask(cast.administrator, "rules_of", cast.town.pk))
    assert "下一件是：<strong>依申请〔2026〕2号</strong>" in page
    assert ask(cast.clerk, "rules").status_code == 403
    assert ask(cast.administrator, "rules_of", cast.other_town.pk).status_code == 404


def test_the_next_number_is_shown_without_saving(cast, ask):
    answer = ask(cast.administrator, "rules_of", cast.town.pk, {**RULES, "look": "1"})
    assert "青石镇人民政府公开〔2026〕1号" in text(answer)
    assert not CaseRules.objects.exists()


def test_rules_are_kept_and_hold_from_the_next_number_on(cast, ask):
    first = cases.registered(cast)
    ask(cast.administrator, "rules_of", cast.town.pk, RULES)
    rules = CaseRules.objects.get()
    assert (rules.reminder_days, rules.draft_days, rules.kept_months) == ([5, 2], 30, 24)
    assert str(cases.registered(cast)) == "青石镇人民政府公开〔2026〕2号"
    assert str(cases.again(first)) == "依申请〔2026〕1号"


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"number_pattern": "{serial}号"}, "要有 {year} 和 {serial}"),
        ({"reminder_days": "五天"}, "只写数字"),
        ({"reminder_days": "30"}, "0 至 20 个工作日"),
        ({"draft_days": "400", "download_days": 30}, "90"),
        ({"kept_months": "0"}, "1"),
    ],
)
@pytest.mark.parametrize("look", [{}, {"look": "1"}])
def test_what_will_not_do_is_said_and_kept(cast, ask, changes, said, look):
    answer = ask(cast.administrator, "rules_of", cast.town.pk, {**RULES, **changes, **look})
    if not look or "number_pattern" in changes:
        assert said in text(answer)
    assert "received" in text(answer)
    assert not CaseRules.objects.exists()


def test_who_saves_second_sees_what_the_first_saved(cast, ask):
    ask(cast.administrator, "rules_of", cast.town.pk, RULES)
    stale = ask(
        cast.administrator,
        "rules_of",
        cast.town.pk,
        {**RULES, "draft_days": 60, "download_days": 30, "seen_version": 0},
    )
    assert stale.status_code == 409
    assert CaseRules.objects.get().draft_days == 30


def test_the_list_reminds_by_the_days_of_the_organ(cast, ask):
    case = cases.registered(cast)
    ask(cast.administrator, "rules_of", cast.town.pk, {**RULES, "reminder_days": "20"})
    for query, found in (("?due=soon", True), ("?due=in_time", False)):
        assert (str(case) in text(ask(cast.clerk, "cases", query=query))) is found


def test_no_year_before_the_law_is_offered(cast, ask):
    page = text(ask(cast.clerk, "cases"))
    assert "2019年" in page
    assert "2018年" not in page

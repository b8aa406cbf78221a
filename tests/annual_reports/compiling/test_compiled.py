"""Every figure from its records; what cannot be counted is listed and never guessed."""

from calendar import monthrange
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from gongkai.annual_reports.compiling import compiled, figures_of_many
from gongkai.annual_reports.compiling.compiled import FORM
from gongkai.annual_reports.compiling.span import Span
from gongkai.casework.counting import remedy_figures, request_figures
from gongkai.law.annual_report import check
from gongkai.publishing.actions import revise, save_draft, withdraw
from gongkai.publishing.actions.texts import text_of
from gongkai.publishing.models import Item
from tests.annual_reports.records import (
    NEW_YEAR,
    YEAR,
    all_returned,
    document,
    returned,
    unfinished,
)
from tests.casework.cases import answered, registered
from tests.publishing.items import later

WHOLE = {"first_day": date(YEAR, 1, 1), "last_day": date(YEAR, 12, 31)}


def figure(cast, cell: str, year: int = YEAR, as_of: date | None = None):
    return compiled(cast.town, year, as_of).figures[cell]


def said(cast, year: int = YEAR) -> list[str]:
    return [f"{gap.what}：{gap.why}" for gap in compiled(cast.town, year).gaps]


def test_every_cell_of_the_form_has_a_figure_but_what_departments_did_not_say(cast):
    found = compiled(cast.town, YEAR)
    assert list(found.figures) == [cell.key for cell in FORM]
    empty = [key for key, figure in found.figures.items() if figure is None]
    assert empty == [
        "proactive.permits",
        "proactive.penalties",
        "proactive.compulsory_measures",
        "proactive.administrative_fees_wan_yuan",
    ]
    assert [note.where for note in found.value.notes] == empty


@pytest.mark.parametrize(
    ("made_on", "issued", "in_force"),
    [
        (date(2023, 12, 31), 0, 1),
        (date(2024, 1, 1), 1, 1),
        (date(2024, 1, 2), 1, 1),
    ],
)
def test_a_document_is_issued_in_the_year_in_which_it_was_made(cast, made_on, issued, in_force):
    document(cast, made_on=made_on)
    assert figure(cast, "proactive.normative_documents.issued") == issued
    assert figure(cast, "proactive.normative_documents.in_force") == in_force


@pytest.mark.parametrize(("day", "in_force"), [(30, 0), (31, 1)])
def test_a_document_whose_term_ends_before_the_last_day_is_not_in_force(cast, day, in_force):
    document(cast, ends_on=date(2024, 12, day))
    assert figure(cast, "proactive.normative_documents.in_force") == in_force
    assert figure(cast, "proactive.normative_documents.repealed") == 0


def test_what_another_organ_leads_and_what_is_no_normative_document_does_not_count(cast):
    document(cast, joint_organs=("县财政局",), lead=False)
    document(cast, "会议通知", rule_kind="other_document")
    assert figure(cast, "proactive.normative_documents.issued") == 0
    assert not [line for line in said(cast) if "《" in line]


@pytest.mark.parametrize("kind", ["normative_document", ""])
def test_what_was_obtained_from_another_organ_is_that_organs_to_count(cast, kind):
    policy = ("rules_and_normative_documents",)
    document(
        cast, rule_kind=kind, origin="obtained", obtained_from="县财政局", catalogue_keys=policy
    )
    assert figure(cast, "proactive.normative_documents.issued") == 0
    assert figure(cast, "proactive.normative_documents.in_force") == 0
    assert not [line for line in said(cast) if "《" in line]


def test_what_was_made_after_the_year_is_no_matter_of_it(cast):
    unsaid = {"rule_kind": "", "catalogue_keys": ("rules_and_normative_documents",)}
    document(cast, **unsaid)
    assert not [line for line in said(cast, YEAR - 1) if "《" in line]
    assert [line for line in said(cast) if "《" in line]


def test_a_text_of_which_the_kind_was_put_right_is_listed_no_more(cast):
    item = withdraw(
        item=document(cast), reason="有误", public_note="正在核对", by=cast.signer, now=later(9)
    )
    item = revise(item=item, by=cast.clerk, now=later(10))
    told = text_of(item.draft)
    told = replace(told, facts=replace(told.facts, rule_kind="other_document"))
    given = {"by": cast.clerk, "now": later(11)}
    save_draft(item=item, seen_version=item.version, text=told, **given)
    assert not [line for line in said(cast) if "《" in line]


def test_texts_that_cannot_be_counted_are_listed(cast):
    document(cast, "没说是什么", rule_kind="", catalogue_keys=("rules_and_normative_documents",))
    document(cast, "没有日期", made_on=None)
    unfinished(cast, "还没公开")
    lines = "\n".join(said(cast))
    assert "《没说是什么》：归在规章和规范性文件里" in lines
    assert "《没有日期》：没有成文日期" in lines
    assert "《还没公开》：本年度成文，现在是“草拟”，没有公开" in lines


def test_a_text_that_was_taken_down_is_listed_and_no_longer_counted(cast):
    item = document(cast)
    withdraw(item=item, reason="有误", public_note="正在核对", by=cast.signer, now=later(9))
    assert figure(cast, "proactive.normative_documents.issued") == 0
    assert "没有公开，不计入制发件数" in "\n".join(said(cast))


def test_a_document_repealed_on_a_day_nobody_knows_is_listed(cast):
    item = document(cast)
    Item.objects.filter(pk=item.pk).update(validity="repealed", validity_since=None)
    assert figure(cast, "proactive.normative_documents.repealed") == 0
    assert any("没有废止的日期" in line for line in said(cast))


def test_a_document_of_an_earlier_year_that_was_taken_down_is_listed(cast):
    item = document(cast, made_on=date(YEAR - 1, 3, 4))
    withdraw(item=item, reason="有误", public_note="正在核对", by=cast.signer, now=later(9))
    assert figure(cast, "proactive.normative_documents.in_force") == 0
    assert any("已经撤下，不计入现行有效件数" in line for line in said(cast))


def test_returns_are_summed_by_line(cast):
    returned(cast)
    returned(cast, figure="3", first_day=date(YEAR, 7, 1), last_day=date(YEAR, 12, 31))
    returned(cast, "administrative_fees_wan_yuan", "25.10", **WHOLE)
    assert figure(cast, "proactive.permits") == 15
    assert figure(cast, "proactive.administrative_fees_wan_yuan") == Decimal("25.1")
    assert figure(cast, "proactive.permits", as_of=date(YEAR, 12, 30)) == 12


def test_a_line_that_was_handed_in_for_a_part_of_the_year_is_owed(cast):
    returned(cast)
    assert "行政许可：从 2024-07-01 起没有报齐；没有这项职权的也要报一次" in said(cast)
    assert "行政处罚：还没有部门报送；没有这项职权的也要报一次" in said(cast)


@pytest.mark.parametrize(
    ("spans", "since"),
    [
        (((1, 3), (4, 6), (10, 12)), "2024-07-01"),
        (((7, 12),), "2024-01-01"),
        (((1, 11),), "2024-12-01"),
        (((4, 12), (1, 3)), ""),
    ],
)
def test_days_that_nobody_handed_in_are_owed_wherever_they_lie(cast, spans, since):
    for first, last in spans:
        end = date(YEAR, last, monthrange(YEAR, last)[1])
        returned(cast, first_day=date(YEAR, first, 1), last_day=end)
    owed = [line for line in said(cast) if line.startswith("行政许可：")]
    assert bool(owed) == bool(since)
    assert all(f"从 {since} 起没有报齐" in line for line in owed)


def test_a_department_owes_only_the_days_on_which_it_was_there(cast):
    old = cast.town.departments.create(
        code="old", name="国土所", since=date(2020, 1, 1), until=date(YEAR, 6, 30)
    )
    new = cast.town.departments.create(code="new", name="自然资源所", since=date(YEAR, 7, 1))
    returned(cast, department=old)
    returned(cast, department=new, first_day=date(YEAR, 7, 1), last_day=date(YEAR, 12, 30))
    owed = [line for line in said(cast) if line.startswith(("国土所", "自然资源所"))]
    assert owed == ["自然资源所的行政许可：从 2024-12-31 起没有报齐；没有这项职权的也要报一次"]


def test_no_power_is_nought_from_the_first_day_of_the_year(cast):
    returned(cast, "penalties", "0", no_power=True, **WHOLE)
    assert figure(cast, "proactive.penalties", as_of=date(YEAR, 2, 1)) == 0


def test_tables_three_and_four_are_those_of_the_cases(cast):
    answered(cast, registered(cast))
    found = compiled(cast.town, 2026).figures
    for counted in (request_figures(cast.town, 2026), remedy_figures(cast.town, 2026)):
        assert {key: found[key] for key in counted} == counted
    assert found["requests.granted.total"] == 1


def test_a_compiled_report_of_a_whole_year_balances(cast):
    all_returned(cast)
    document(cast)
    found = compiled(cast.town, YEAR)
    assert found.gaps == ()
    assert [one for one in check(found.value) if one.severity == "error"] == []


def test_many_organs_are_counted_by_as_many_queries_as_one(cast, django_assert_num_queries):
    document(cast)
    with django_assert_num_queries(5):
        one = figures_of_many([cast.town.pk], Span(YEAR))
    with django_assert_num_queries(5):
        many = figures_of_many([cast.town.pk, cast.county.pk, cast.other_town.pk], Span(YEAR))
    assert many[cast.town.pk] == one[cast.town.pk]
    assert not any(many[cast.county.pk].values())
    assert NEW_YEAR.year == YEAR + 1

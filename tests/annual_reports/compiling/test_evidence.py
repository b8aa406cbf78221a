"""A signature freezes the records behind the figures; what becomes of them later shows as a difference."""

from datetime import date, datetime, timedelta

import pytest
from django.db import DatabaseError, transaction

from gongkai.annual_reports import actions
from gongkai.annual_reports.compiling.behind import behind
from gongkai.annual_reports.compiling.evidence import changes_since, is_whole
from gongkai.annual_reports.compiling.span import Span
from gongkai.annual_reports.models import ReportEvidence
from gongkai.annual_reports.queries import as_value, findings
from gongkai.common.clock import LAW_ZONE
from gongkai.publishing.actions import set_validity
from tests.annual_reports.records import (
    NEW_YEAR,
    YEAR,
    all_returned,
    compiled_draft,
    document,
    returned,
    signed,
)
from tests.annual_reports.stories import published
from tests.annual_reports.test_import_file import stored
from tests.casework.cases import answered, corrected, in_reconsideration, registered


def evidence_of(report) -> ReportEvidence:
    return report.versions.get().evidence


def test_the_draft_takes_the_figures_of_the_records_and_keeps_its_texts(cast):
    all_returned(cast)
    document(cast)
    report = compiled_draft(cast)
    assert report.figures["proactive.normative_documents.issued"] == 1
    assert report.figures["proactive.permits"] == 12
    assert report.compiled["by"] == cast.clerk.name


def test_a_number_that_somebody_typed_stays_where_the_records_are_silent(cast):
    report = actions.start(agency=cast.town, year=YEAR, by=cast.clerk, now=NEW_YEAR)
    value = as_value(report)
    value.figures["proactive.penalties"] = 7
    report = actions.save(
        report=report, seen_version=report.version, value=value, by=cast.clerk, now=NEW_YEAR
    )
    report = actions.take_compiled(report=report, by=cast.clerk, now=NEW_YEAR)
    assert report.figures["proactive.penalties"] == 7
    assert report.figures["proactive.permits"] is None


def test_the_signature_freezes_every_record_behind_a_figure(cast):
    all_returned(cast)
    item = document(cast)
    kept = evidence_of(signed(cast, compiled_draft(cast)))
    assert is_whole(kept)
    assert list(kept.content["records"]["documents"]) == [str(item.pk)]
    assert kept.content["figures"]["proactive.permits"] == 12
    assert changes_since(kept) == []


def test_what_changes_afterwards_shows_as_a_difference(cast):
    all_returned(cast)
    kept = evidence_of(signed(cast, compiled_draft(cast)))
    document(cast, "漏报的文件")
    [change] = changes_since(kept)
    assert (change.name, change.before) == ("漏报的文件", "")
    assert "文件性质：行政规范性文件" in change.after


def test_a_number_replaced_afterwards_shows_old_and_new(cast):
    all_returned(cast)
    kept = evidence_of(signed(cast, compiled_draft(cast)))
    row = cast.town.returns.get(line="permits")
    whole = {"first_day": date(YEAR, 1, 1), "last_day": date(YEAR, 12, 31)}
    returned(cast, figure="13", replaces=row, **whole)
    said = [(change.before, change.after) for change in changes_since(kept)]
    assert any("数量：12" in before for before, _ in said)
    assert any("数量：13" in after for _, after in said)


def test_what_ends_after_the_year_is_no_difference(cast):
    case = registered(cast, date(2026, 12, 14))
    span = Span(2026)
    from gongkai.annual_reports.compiling.facts import facts_of

    before = facts_of(cast.town, span)
    answered(cast, case, "2027-01-04")
    assert facts_of(cast.town, span) == before


def test_a_document_that_was_amended_counts_as_before(cast):
    all_returned(cast)
    item = document(cast)
    kept = evidence_of(signed(cast, compiled_draft(cast)))
    given = {"since": date(YEAR, 12, 1), "reason": "已经修改", "by": cast.signer, "now": NEW_YEAR}
    item = set_validity(item=item, to="amended", **given)
    assert changes_since(kept) == []
    set_validity(item=item, to="repealed", **given)
    assert [change.after for change in changes_since(kept)] == [
        "有效性：已废止；有效性自：2024-12-01"
    ]


def test_figures_of_a_part_of_the_year_are_told_before_the_signature(cast):
    all_returned(cast)
    report = actions.start(agency=cast.town, year=YEAR, by=cast.clerk, now=NEW_YEAR)
    december = datetime(YEAR, 12, 30, 9, tzinfo=LAW_ZONE)
    report = actions.take_compiled(report=report, by=cast.clerk, now=december)
    assert "只到 2024-12-30，不是全年" in "".join(one.message for one in findings(report))
    report = actions.take_compiled(report=report, by=cast.clerk, now=NEW_YEAR)
    assert "不是全年" not in "".join(one.message for one in findings(report))


def test_a_correction_that_is_dropped_rests_on_the_records_of_the_public_version(cast):
    report = actions.begin_correction(
        report=published(cast), note="漏计", by=cast.clerk, now=NEW_YEAR
    )
    report = actions.take_compiled(report=report, by=cast.clerk, now=NEW_YEAR)
    report = actions.drop_correction(report=report, by=cast.clerk, now=NEW_YEAR)
    assert report.compiled == {}


def test_figures_of_a_file_rest_on_no_records(cast):
    report = compiled_draft(cast)
    report = actions.import_file(report=report, file=stored(cast), by=cast.clerk, now=NEW_YEAR)
    assert report.compiled == {}
    assert not [one for one in findings(report) if one.rule == "records"]


def test_striking_a_number_out_is_the_last_change_of_its_cell(cast):
    row = returned(cast)
    cell = behind(cast.town, Span(YEAR), "proactive.permits")
    assert cell.changed_at == NEW_YEAR
    later_on = NEW_YEAR + timedelta(days=1)
    actions.strike_return(returned=row, reason="报重了", by=cast.clerk, now=later_on)
    assert cell.changed_at == later_on


def test_the_result_of_a_proceeding_is_the_last_change_of_its_cell(cast):
    remedy = in_reconsideration(cast, answered(cast, registered(cast)))
    cell = behind(cast.town, Span(2026), "remedies.reconsideration.total")
    before = cell.changed_at
    corrected(cast, remedy)
    assert cell.changed_at > before


def test_the_database_refuses_to_change_the_evidence(cast):
    all_returned(cast)
    kept = evidence_of(signed(cast, compiled_draft(cast)))
    with pytest.raises(DatabaseError), transaction.atomic():
        ReportEvidence.objects.filter(pk=kept.pk).update(frozen="{}")


def test_a_figure_that_leaves_its_records_is_a_warning(cast):
    all_returned(cast)
    document(cast)
    report = compiled_draft(cast)
    assert not [one for one in findings(report) if one.rule == "records"]
    value = as_value(report)
    value.figures["proactive.permits"] = 120
    report = actions.save(
        report=report, seen_version=report.version, value=value, by=cast.clerk, now=NEW_YEAR
    )
    [found] = [one for one in findings(report) if one.rule == "records"]
    assert (found.left, found.right, found.severity) == (120, 12, "warning")


def test_a_cell_opens_down_to_its_records(cast):
    document(cast)
    found = behind(cast.town, Span(YEAR), "proactive.normative_documents.issued")
    [row] = found.rows(cast.reader)
    assert row.name == "关于春耕的通知"
    assert ("成文日期", "2024-03-04") in row.facts
    assert found.changed_at is not None


def test_every_cell_has_as_many_records_as_its_figure_says(cast):
    from gongkai.annual_reports.compiling import compiled

    answered(cast, registered(cast))
    registered(cast)
    for cell, figure in compiled(cast.town, 2026).figures.items():
        if figure is not None:
            assert behind(cast.town, Span(2026), cell).records.count() == figure

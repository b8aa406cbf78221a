"""From the signature to the public and back: published once, corrected beside the old version, withdrawn with a note."""

from dataclasses import replace

import pytest

from gongkai.annual_reports import actions
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.queries import as_value, item_of, public_version
from gongkai.audit.models import Entry
from gongkai.common.outbox import deliver_due
from gongkai.common.refusals import NotAllowed, Refusal
from gongkai.release import queries as public
from tests.annual_reports.stories import NOW, flawless, published, resigned, reviewed, signed
from tests.law.annual_report.reports import with_figures

CELL = "proactive.permits"


def shown(cast):
    """What the public sees of the report of 2024."""
    deliver_due(NOW)
    return public.report_of(cast.town, 2024)


def corrected(cast):
    """A published report with one figure corrected, signed again and published."""
    report = actions.begin_correction(
        report=published(cast), note="许可数量漏计", by=cast.clerk, now=NOW
    )
    value = with_figures(flawless(), {CELL: 7})
    actions.save(report=report, seen_version=report.version, value=value, by=cast.clerk, now=NOW)
    return actions.publish(report=resigned(cast, report), by=cast.signer, now=NOW)


def test_a_signed_report_is_published_with_its_hash(cast):
    report = published(cast)
    document = shown(cast)
    assert report.state == "published"
    assert document.path == "reports/2024/"
    assert document.payload["sha256"] == report.versions.get().sha256
    assert document.payload["report"] == report.versions.get().contract


def test_nothing_is_public_before_it_is_published(cast):
    signed(cast)
    assert shown(cast) is None


@pytest.mark.parametrize("state", [reviewed, published])
def test_only_what_is_signed_is_published(cast, state):
    report = state(cast)
    with pytest.raises(Refusal, match="不能公布"):
        actions.publish(report=report, by=cast.signer, now=NOW)


@pytest.mark.parametrize("who", ["clerk", "reviewer", "supervisor", "stranger"])
def test_only_the_signer_publishes(cast, who):
    report = signed(cast)
    with pytest.raises(NotAllowed):
        actions.publish(report=report, by=getattr(cast, who), now=NOW)


def test_a_correction_leaves_the_old_version_public_until_it_is_published(cast):
    actions.begin_correction(report=published(cast), note="漏计", by=cast.clerk, now=NOW)
    assert shown(cast).payload["report"]["proactive"]["permits"] == 0


def test_a_published_correction_keeps_the_old_version_beside_it_with_the_note(cast):
    report = corrected(cast)
    payload = shown(cast).payload
    assert payload["report"]["proactive"]["permits"] == 7
    assert [one["note"] for one in payload["corrections"]] == ["许可数量漏计"]
    assert payload["earlier"][0]["report"]["proactive"]["permits"] == 0
    assert [one.number for one in report.versions.exclude(published_at=None)] == [1, 2]


def test_a_correction_goes_through_review_and_signature_again(cast):
    report = corrected(cast)
    acts = Entry.objects.filter(act__startswith="annual_reports.").order_by("pk")
    steps = ["begin_correction", "save", "submit", "review", "sign", "hand_up", "publish"]
    said = list(acts.values_list("act", flat=True))[-7:]
    assert said == [f"annual_reports.{step}" for step in steps]
    assert report.correction_note == ""


def test_a_correction_needs_its_note(cast):
    with pytest.raises(Refusal, match="写明理由"):
        actions.begin_correction(report=published(cast), note=" ", by=cast.clerk, now=NOW)


def test_a_dropped_correction_goes_back_to_what_is_public(cast):
    report = actions.begin_correction(report=published(cast), note="漏计", by=cast.clerk, now=NOW)
    value = with_figures(flawless(), {CELL: 7})
    actions.save(report=report, seen_version=report.version, value=value, by=cast.clerk, now=NOW)
    report = actions.drop_correction(report=report, by=cast.clerk, now=NOW)
    assert report.state == "published"
    assert as_value(report) == replace(flawless(), outline=None)


def withdrawn(cast):
    return actions.withdraw(
        report=published(cast),
        reason="附有个人信息",
        public_note="报告正在更正，将重新公布",
        by=cast.signer,
        now=NOW,
    )


def test_a_withdrawn_report_leaves_a_note_and_nothing_else(cast):
    report = withdrawn(cast)
    assert shown(cast) is None
    assert public.withdrawal(item_of(report).pk).note == "报告正在更正，将重新公布"


def test_a_withdrawn_report_comes_back_only_corrected(cast):
    report = actions.begin_correction(report=withdrawn(cast), note="已删去", by=cast.clerk, now=NOW)
    with pytest.raises(Refusal, match="只能更正后重新公布"):
        actions.drop_correction(report=report, by=cast.clerk, now=NOW)
    actions.publish(report=resigned(cast, report), by=cast.signer, now=NOW)
    assert shown(cast).payload["version"] == 2
    assert not Report.objects.get().is_withdrawn


def test_a_withdrawal_needs_a_reason_and_a_note_for_the_public(cast):
    report = published(cast)
    for reason, note in ((" ", "说明"), ("理由", " ")):
        with pytest.raises(Refusal):
            actions.withdraw(
                report=report, reason=reason, public_note=note, by=cast.signer, now=NOW
            )
    assert Report.objects.get().state == "published"


def test_who_wrote_a_draft_may_not_review_it_though_another_sent_it_up(cast, both_posts):
    both_posts(cast.reviewer, "clerk")
    report = actions.start(agency=cast.town, year=2024, by=cast.clerk, now=NOW)
    actions.save(report=report, seen_version=1, value=flawless(), by=cast.reviewer, now=NOW)
    actions.submit(report=report, by=cast.clerk, now=NOW)
    with pytest.raises(Refusal, match="编写或者送复核"):
        actions.review(report=report, by=cast.reviewer, now=NOW)


def test_the_version_shown_is_the_one_published_last(cast):
    report = corrected(cast)
    assert public_version(report).note == "许可数量漏计"

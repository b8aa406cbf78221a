"""The county decides: errors bar, warnings are read, a newer report takes the place of the older, what is sent back says why."""

import pytest

from gongkai.annual_reports.actions.collect import accept, accept_sound, send_back
from gongkai.annual_reports.collecting.judging import findings_of
from gongkai.annual_reports.collecting.series import standing_report
from gongkai.annual_reports.models import HandedIn
from gongkai.common.notices.models import Notice
from gongkai.common.refusals import NotAllowed, Refusal
from tests.annual_reports.collecting.folders import printed, read
from tests.annual_reports.stories import NOW

pytestmark = pytest.mark.django_db
TOWN = "青石镇人民政府"


def handed_in(cast, **figures: int) -> HandedIn:
    """The town's report as the county has it, in a file."""
    read(cast, {"a.json": printed(TOWN, **figures)})
    return HandedIn.objects.filter(year=2024).order_by("number").last()


def accepted(cast, **figures: int) -> HandedIn:
    """And accepted, letting every warning stand."""
    row = handed_in(cast, **figures)
    read_by = [one.fingerprint for one in findings_of(row)]
    return accept(handed_in=row, by=cast.supervisor, now=NOW, acknowledged=read_by)


def test_an_accepted_report_stands(cast):
    row = accepted(cast)
    assert (row.state, row.decided_by_name) == ("accepted", "孙监督")
    assert standing_report(cast.town.pk, 2024).accepted


def test_a_newer_accepted_one_takes_the_place_of_the_older(cast):
    accepted(cast)
    accepted(cast, proactive__permits=7)
    assert list(HandedIn.objects.order_by("number").values_list("state", flat=True)) == [
        "replaced",
        "accepted",
    ]
    assert standing_report(cast.town.pk, 2024).value.figures["proactive.permits"] == 7


def test_what_was_accepted_stands_until_the_newer_one_is_accepted(cast):
    accepted(cast)
    handed_in(cast, proactive__permits=7)
    assert standing_report(cast.town.pk, 2024).value.figures["proactive.permits"] == 0


def test_an_error_bars_the_acceptance(cast):
    row = handed_in(cast, requests__granted__total=4)
    assert row.errors
    with pytest.raises(Refusal, match="处差错，不能接收"):
        accept(handed_in=row, by=cast.supervisor, now=NOW)


def test_a_warning_that_nobody_read_bars_it_too(cast):
    accepted_last_year = read(cast, {"z.json": printed(TOWN, year=2023)}, 2023)
    row = handed_in(cast, requests__carried_in__natural_person=1, requests__carried_in__total=1,
                    requests__carried_out__natural_person=1, requests__carried_out__total=1)  # fmt: skip
    assert accepted_last_year.state == "done"
    assert row.warnings or row.errors
    with pytest.raises(Refusal):
        accept(handed_in=row, by=cast.supervisor, now=NOW)


def test_sound_reports_are_accepted_together(cast):
    read(
        cast,
        {"a.json": printed(TOWN), "b.json": printed("白沙镇人民政府", requests__granted__total=4)},
    )
    done = accept_sound(collector=cast.county, year=2024, by=cast.supervisor, now=NOW)
    assert [row.organ for row in done] == [cast.town]


def test_what_is_sent_back_carries_the_findings_and_the_county_s_own_words(cast):
    row = send_back(
        handed_in=handed_in(cast, requests__granted__total=4),
        remark="请于周五前重报。",
        by=cast.supervisor,
        now=NOW,
    )
    assert row.state == "sent_back"
    assert row.remark.startswith("请于周五前重报。\n1. 差错：")
    assert "退回了青石镇人民政府2024年度报告" in Notice.objects.get(user_id=cast.clerk.pk).text
    assert standing_report(cast.town.pk, 2024) is None


def test_nothing_is_sent_back_without_a_word(cast):
    with pytest.raises(Refusal, match="要写明理由"):
        send_back(handed_in=handed_in(cast), remark=" ", by=cast.supervisor, now=NOW)


def test_what_was_sent_back_is_accepted_after_all_with_a_reason(cast):
    row = send_back(handed_in=handed_in(cast), remark="请核实", by=cast.supervisor, now=NOW)
    with pytest.raises(Refusal, match="要写明理由"):
        accept(handed_in=row, by=cast.supervisor, now=NOW)
    done = accept(handed_in=row, by=cast.supervisor, now=NOW, remark="电话核实无误")
    assert (done.state, done.remark) == ("accepted", "电话核实无误")


def test_what_was_replaced_is_decided_no_more(cast):
    first = handed_in(cast)
    handed_in(cast, proactive__permits=7)
    with pytest.raises(Refusal, match="已有新版"):
        accept(handed_in=first, by=cast.supervisor, now=NOW)


@pytest.mark.parametrize("who", ["clerk", "signer", "administrator", "stranger"])
def test_nobody_but_the_county_decides(cast, who):
    row = handed_in(cast)
    with pytest.raises(NotAllowed):
        accept(handed_in=row, by=getattr(cast, who), now=NOW)


def test_last_year_s_report_changes_what_the_check_says_of_this_year_s(cast):
    row = handed_in(cast)
    before = (row.errors, row.warnings)
    read(cast, {"z.json": printed(TOWN, year=2023, requests__carried_out__total=5)}, 2023)
    row.refresh_from_db()
    assert (row.errors, row.warnings) != before

"""Budgets and final accounts from the spreadsheet to the page: read, named, checked, timed, signed, and shown beside other years."""

from datetime import date, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.common.refusals import Refusal
from gongkai.publishing.accounts_overview import count_due, overview
from gongkai.publishing.actions import (
    override_finding,
    publish,
    revise,
    save_accounts,
    submit,
    withdraw,
)
from gongkai.publishing.checks import findings, standing, subject_of
from gongkai.publishing.models import Item
from gongkai.publishing.presentations import data_of
from gongkai.publishing.timer import clock_of
from gongkai.release.actions import refresh_item
from gongkai.release.models import PublicDocument, StaticChange
from gongkai.release.static.changes import from_json
from tests.publishing.accounted import accounts_data, accounts_draft, public_accounts, upload
from tests.publishing.items import NOW, later, passed

FIRST = {"year": "2024", "kind": "budget", "scope": "department", "approved_on": "2024-05-20", "unit": "万元"}  # fmt: skip


@pytest.fixture
def desk(cast, client):
    """The editor of a draft: ``desk(**fields)`` sends what is typed."""
    item = accounts_draft(cast)
    client.force_login(cast.clerk)

    def send(**more):
        sent = {**FIRST, "seen_version": Item.objects.get(pk=item.pk).version, **more}
        return client.post(f"/desk/items/{item.pk}/form/accounts/", sent)

    send.item = item
    send.draft = lambda: Item.objects.get(pk=item.pk).draft
    return send


def test_a_workbook_is_read_kept_with_its_file_and_timed(desk):
    assert desk(file=upload()).status_code == 302
    draft = desk.draft()
    assert [table["key"] for table in data_of(draft)["tables"]][:2] == ["totals", "spending"]
    assert [row.use for row in draft.attachments.all()] == ["part"]
    assert (draft.limit_key, draft.counted_from) == ("department_budget", date(2024, 5, 20))
    assert (draft.genre, draft.catalogue_keys) == ("budget_report", ["budgets_and_accounts"])


@pytest.mark.parametrize(("today", "light"), [(date(2024, 6, 8), "soon"), (date(2024, 6, 9), "soon"), (date(2024, 6, 10), "late")])  # fmt: skip
def test_the_clock_runs_from_the_approval_for_twenty_days(cast, today, light):
    item = accounts_draft(cast, accounts_data())
    clock = clock_of(item, today)
    assert (clock.due.date, clock.light) == (date(2024, 6, 9), light)


def test_the_editor_shows_the_last_day_and_every_table(desk, client):
    desk(file=upload())
    page = client.get(f"/desk/items/{desk.item.pk}/form/accounts/").content.decode()
    assert "最迟 2024-06-09 公开" in page
    assert "合计、上下级科目、表与表之间都相符" in page


def test_a_sheet_is_named_anew_or_left_out(desk):
    desk(file=upload())
    desk(**{"key-0": "", "key-1": "-"})
    keys = [table["key"] for table in data_of(desk.draft())["tables"]]
    assert keys == ["", "income", "grant_totals", "general_spending", "basic_spending", "three_public", "fund_spending"]  # fmt: skip


def test_a_pasted_table_is_added(desk):
    desk(pasted="科目编码\t科目名称\t预算数\n201\t甲\t5", pasted_title="政府采购预算表")
    assert data_of(desk.draft())["tables"][0]["key"] == "procurement"


def test_a_statement_for_a_missing_table_is_kept(desk):
    desk(file=upload())
    desk(**{"empty-fund_spending": "本单位没有政府性基金。"})
    assert data_of(desk.draft())["empty"] == [{"key": "fund_spending", "note": "本单位没有政府性基金。"}]  # fmt: skip


@pytest.mark.parametrize(("sent", "words"), [({"year": "99"}, "年度"), ({"file": SimpleUploadedFile("a.xlsx", b"PK\x03\x04x")}, "已损坏"), ({"pasted": "只有一行字"}, "没有读出一张表")])  # fmt: skip
def test_what_cannot_be_read_is_said_and_nothing_typed_is_lost(desk, sent, words):
    page = desk(**sent)
    assert page.status_code == 422
    assert words in page.content.decode()
    assert 'value="2024-05-20"' in page.content.decode()


def test_what_another_saved_meanwhile_is_not_overwritten(desk):
    desk(file=upload())
    page = desk(seen_version="1", year="2023")
    assert page.status_code == 409
    assert data_of(desk.draft())["year"] == 2024


def test_a_text_that_went_on_is_not_changed_but_what_was_typed_is_shown(desk):
    desk(file=upload())
    Item.objects.filter(pk=desk.item.pk).update(state="in_review")
    page = desk(**{"empty-fund_spending": "本单位没有政府性基金。"})
    assert page.status_code == 409
    assert "本单位没有政府性基金。" in page.content.decode()


def broken(cast):
    data = accounts_data()
    spending = data["tables"][1]
    spending["rows"] = [row.replace("449.10", "450.10", 1) for row in spending["rows"]]
    return accounts_draft(cast, data)


def test_what_does_not_add_up_is_let_stand_by_a_reviewer_with_a_reason_alone(cast):
    item = submit(item=broken(cast), by=cast.clerk, now=NOW)
    found = [each for each in findings(subject_of(item, item.draft, NOW)) if each.check == "form_sums"]  # fmt: skip
    assert len(found) == 3
    for each in found:
        override_finding(item=item, check=each.check, mark=each.mark, reason="财政批复如此，已核实", by=cast.reviewer, now=NOW)  # fmt: skip
    assert [each.check for each in standing(found, item.draft)] == []


def test_accounts_that_do_not_add_up_are_not_signed_without_a_reason(cast):
    item = passed(submit(item=broken(cast), by=cast.clerk, now=NOW), by=cast.reviewer)
    with pytest.raises(Refusal, match="横向合计"):
        publish(item=item, by=cast.signer, now=NOW)


def test_readers_get_tables_csv_and_the_file(desk, cast, client):
    desk(file=upload())
    item = passed(submit(item=Item.objects.get(pk=desk.item.pk), by=cast.clerk, now=NOW), by=cast.reviewer)  # fmt: skip
    publish(item=item, by=cast.signer, now=NOW)
    refresh_item({"item": item.pk}, NOW)
    page = client.get(f"/o/{cast.town.code}/items/{item.pk}/").content.decode()
    token = data_of(item.draft)["file"]
    assert f'href="/files/public/{token}' in page
    assert client.get(f"/o/{cast.town.code}/items/{item.pk}/table-8.csv").status_code == 200
    assert client.get(f"/files/public/{token}").status_code in {200, 301, 302}


def test_tables_of_what_was_withdrawn_are_among_the_pages_to_be_made_anew(cast, settings):
    settings.RELEASE = "folder"
    item = public_accounts(cast, accounts_data())
    withdraw(item=item, reason="数字有误", public_note="数字有误", by=cast.signer, now=later(1))
    StaticChange.objects.all().delete()
    refresh_item({"item": item.pk}, NOW)
    change = from_json(StaticChange.objects.get().change)
    assert (cast.town.pk, f"items/{item.pk}/table-8.csv") in change.pages


def before(item):
    data = PublicDocument.objects.get(item_id=item.pk).payload["presentation"]
    return [(row["year"], row["kind"]) for row in data["before"]]


def test_each_years_page_shows_the_others_whichever_came_first_and_forgets_what_was_withdrawn(cast):
    new = public_accounts(cast, accounts_data(2024))
    old = public_accounts(cast, accounts_data(2023, grown="0.9"))
    last = public_accounts(cast, accounts_data(2023, "final"))
    assert before(new) == [(2023, "budget"), (2023, "final")]
    assert before(old) == [(2023, "final"), (2024, "budget")]
    gone = withdraw(
        item=last, reason="数字有误", public_note="数字有误", by=cast.signer, now=later(1)
    )
    refresh_item({"item": gone.pk}, NOW)
    assert before(new) == [(2023, "budget")]


def test_accounts_of_another_scope_are_no_other_year(cast):
    new = public_accounts(cast, accounts_data(2024))
    public_accounts(cast, {**accounts_data(2023), "scope": "unit"})
    assert before(new) == []


def test_a_correction_is_due_from_the_change_and_new_approval_from_its_day(cast):
    item = revise(item=public_accounts(cast, accounts_data()), by=cast.clerk, now=on(date(2024, 8, 1)))  # fmt: skip
    assert clock_of(item, date(2024, 8, 1)).due.date == date(2024, 8, 21)
    data = accounts_data(approved_on="2024-07-30")
    item = save_accounts(item=item, data=data, seen_version=item.version, by=cast.clerk, now=on(date(2024, 8, 1)))  # fmt: skip
    assert clock_of(item, date(2024, 8, 1)).due.date == date(2024, 8, 19)


def on(day):
    return NOW + timedelta(days=(day - NOW.date()).days)


@pytest.mark.parametrize(("day", "standing", "late"), [(date(2024, 6, 9), "in_time", 0), (date(2024, 6, 10), "late", 1)])  # fmt: skip
def test_the_overview_counts_calendar_days_late(cast, day, standing, late):
    item = passed(submit(item=accounts_draft(cast, accounts_data()), by=cast.clerk, now=NOW), by=cast.reviewer)  # fmt: skip
    publish(item=item, by=cast.signer, now=on(day), late_reason="等待批复文件" if late else "")
    line = next(each for each in overview(cast.town, on(day)) if each.year == 2024)
    assert (line.standing, line.days_late) == (standing, late)


def test_the_overview_says_what_is_in_work_and_what_is_not_on_record(cast, client):
    accounts_draft(cast, accounts_data())
    lines = [(line.year, line.kind, line.standing) for line in overview(cast.town, NOW)]
    assert lines[:3] == [(2024, "budget", "in_work"), (2023, "budget", "missing"), (2023, "final", "missing")]  # fmt: skip
    client.force_login(cast.clerk)
    page = client.get("/desk/items/accounts/").content.decode()
    assert "2024年部门预算" in page
    assert "没有登记" in page


def test_what_is_due_soon_is_counted_in_the_menu(cast, monkeypatch):
    accounts_draft(cast, accounts_data())
    counts = {}
    for day in (date(2024, 5, 21), date(2024, 6, 8)):
        monkeypatch.setattr("gongkai.publishing.accounts_overview.current", lambda day=day: datetime(*day.timetuple()[:3], 4, tzinfo=NOW.tzinfo))  # fmt: skip
        counts[day] = count_due(cast.clerk)
    assert list(counts.values()) == [0, 1]

"""Budgets and final accounts for the tests: the demo township's workbooks read into data, drafted and brought out."""

from datetime import date

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.config.demo.township_accounts import Accounts, workbook_of
from gongkai.paperwork.accounts import laid_out, recognised
from gongkai.paperwork.tables.doors import read_workbook
from gongkai.publishing.actions import (
    choose_presentation,
    create_draft,
    publish,
    save_accounts,
    submit,
)
from gongkai.publishing.actions.set_up_columns import national_column
from gongkai.publishing.actions.texts import Text
from gongkai.release.actions import refresh_item
from tests.publishing.items import NOW, passed

DAY = date(2024, 6, 3)
STATED = {"key": "fund_spending", "note": "本单位没有政府性基金预算支出。"}


def upload(year=2024, kind="budget", name="预算表.xlsx", **more):
    """The workbook as a person uploads it."""
    return SimpleUploadedFile(name, workbook_of(Accounts(year, kind, **more)))


def accounts_data(year=2024, kind="budget", approved_on="2024-05-20", **more):
    """The data of a whole workbook."""
    sheets = read_workbook(workbook_of(Accounts(year, kind, **more))).sheets
    found = [table for sheet in sheets if (table := laid_out(sheet))]
    tables = [table.named(recognised(table, "department", DAY)).said() for table in found]
    about = {"year": year, "kind": kind, "scope": "department", "approved_on": approved_on, "unit": "万元"}  # fmt: skip
    return {**about, "tables": tables, "empty": [], "file": ""}


def accounts_draft(cast, data=None, title="部门预算"):
    """A draft in the column of what must be published, with this data."""
    column = national_column(cast.town, "content")
    item = create_draft(column=column, text=Text(title, ""), by=cast.clerk, now=NOW)
    item = choose_presentation(item=item, key="accounts", seen_version=item.version, by=cast.clerk, now=NOW)  # fmt: skip
    if data is None:
        return item
    return save_accounts(item=item, data=data, seen_version=item.version, by=cast.clerk, now=NOW)


def public_accounts(cast, data, now=NOW, **text):
    """Accounts that readers can see."""
    sent = submit(item=accounts_draft(cast, data, **text), by=cast.clerk, now=now)
    made = publish(item=passed(sent, by=cast.reviewer, now=now), by=cast.signer, now=now)
    refresh_item({"item": made.pk}, now)
    return made

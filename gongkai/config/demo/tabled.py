"""The demo's items that are made of tables: the township's budgets and final accounts, and a chart of what its service centre did."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.base import ContentFile

from gongkai.config.demo.cast import MARK, TOWN, Stage
from gongkai.config.demo.items import moment
from gongkai.config.demo.township_accounts import Accounts, workbook_of
from gongkai.files.actions import receive
from gongkai.paperwork.accounts import laid_out, recognised
from gongkai.paperwork.tables import workbook
from gongkai.publishing.actions import (
    choose_presentation,
    create_draft,
    publish,
    review,
    save_accounts,
    save_presentation,
    submit,
)
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.facts import Facts
from gongkai.publishing.models import Column, Item
from gongkai.publishing.presentations.accounts_data import name_of
from gongkai.publishing.reviewing import Secrecy

Day = tuple[int, int, int]
SERVED: dict[str, Any] = {
    "title": "线上办件逐季增加，四季度超过窗口",
    "text": "2025年演示镇便民服务中心的办件量，按受理日期统计。",
    "kind": "lines",
    "unit": "件",
    "source": "演示镇便民服务中心（演示数据）",
    "columns": ["窗口", "线上"],
    "rows": [
        {"label": "一季度", "cells": ["412", "286"]},
        {"label": "二季度", "cells": ["398", "331"]},
        {"label": "三季度", "cells": ["385", "372"]},
        {"label": "四季度", "cells": ["371", "405"]},
    ],
}


@dataclass(frozen=True, slots=True)
class Approved:
    """One year's accounts: approved on a day, published on another."""

    accounts: Accounts
    approved: Day
    on: Day


APPROVED = (
    Approved(Accounts(2025, "budget", "0.94"), (2025, 2, 12), (2025, 2, 24)),
    Approved(Accounts(2026, "budget"), (2026, 2, 10), (2026, 2, 26)),
    Approved(Accounts(2025, "final", "0.96"), (2026, 9, 3), (2026, 9, 15)),
)
CHARTED: Day = (2026, 1, 16)


def publish_accounts(stage: Stage, year: Approved) -> None:
    """Read the finance office's workbook, and bring the tables out by the people whose job it is."""
    kind, now = year.accounts.kind, moment(year.on, 9)
    data = {
        "year": year.accounts.year,
        "kind": kind,
        "scope": "department",
        "approved_on": date(*year.approved).isoformat(),
        "unit": "万元",
        "empty": [],
    }
    name = name_of(data)
    item = _begun(stage, f"演示镇人民政府{name}（{MARK}）", "accounts", year.on, Text("", ""))
    file = workbook_of(year.accounts)
    clerk = stage.holder(TOWN, "clerk")
    given = ContentFile(file, name=f"{name}表.xlsx")
    stored = receive(agency=item.agency, upload=given, purpose="attachment", by=clerk, now=now)
    found = [table for sheet in workbook(file).sheets if (table := laid_out(sheet))]
    tables = [table.named(recognised(table, "department", date(*year.on))) for table in found]
    item = save_accounts(
        item=item,
        data={**data, "tables": [table.said() for table in tables], "file": stored.token},
        added=[stored],
        titles={stored.token: f"{name}表"},
        seen_version=item.version,
        by=clerk,
        now=now,
    )
    _brought_out(stage, item, year.on)


def publish_chart(stage: Stage, on: Day) -> None:
    """Bring the chart out."""
    facts = Facts(
        genre="statistics_table", made_on=date(*on), catalogue_keys=("permits_and_services",)
    )
    text = Text("", "", summary="2025年窗口、线上各办了多少件", facts=facts)
    item = _begun(stage, f"2025年便民服务中心办件情况（{MARK}）", "chart", on, text)
    item = save_presentation(
        item=item,
        key="chart",
        data={"charts": [SERVED]},
        seen_version=item.version,
        by=stage.holder(TOWN, "clerk"),
        now=moment(on, 9),
    )
    _brought_out(stage, item, on)


def _begun(stage: Stage, title: str, form: str, on: Day, text: Text) -> Item:
    """A draft of the township in its form."""
    clerk, now = stage.holder(TOWN, "clerk"), moment(on, 9)
    column = Column.objects.get(agency=stage.organs[TOWN], key="content")
    named = Text(title, text.body, summary=text.summary, facts=text.facts)
    item = create_draft(column=column, text=named, by=clerk, now=now)
    return choose_presentation(item=item, key=form, seen_version=item.version, by=clerk, now=now)


def _brought_out(stage: Stage, item: Item, on: Day) -> None:
    """Handed in, reviewed and signed."""
    item = submit(item=item, by=stage.holder(TOWN, "clerk"), now=moment(on, 10))
    reviewer, clear = stage.holder(TOWN, "reviewer"), Secrecy("may_publish")
    item = review(item=item, by=reviewer, now=moment(on, 11), secrecy=clear)
    publish(item=item, by=stage.holder(TOWN, "signer"), now=moment(on, 15))

"""What people type about budgets and final accounts: the year, whose they are, the approval, the file; and what each sheet is."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any

from django import forms

from gongkai.law.open_accounts import ACCOUNTS_KINDS, ACCOUNTS_SCOPES, open_tables
from gongkai.paperwork.accounts import AccountsTable
from gongkai.publishing.forms.facts import day_field
from gongkai.publishing.forms.items import seen_field
from gongkai.publishing.presentations import Data
from gongkai.publishing.presentations.accounts_data import DIVISORS, notes_of_empty

EARLIEST, LATEST = 2000, 2100
LEFT_OUT = "-"
"""The choice for a sheet that is not to be published."""
LONGEST_NOTE = 200
MOST_PASTED = 400_000


class AccountsForm(forms.Form):
    """About the whole; ``kinds_of`` and ``notes_sent`` read what belongs to each table."""

    year = forms.IntegerField(label="年度", min_value=EARLIEST, max_value=LATEST)
    kind = forms.ChoiceField(
        label="预算还是决算",
        choices=[(row.key, row.label) for row in ACCOUNTS_KINDS],
        widget=forms.RadioSelect,
    )
    scope = forms.ChoiceField(
        label="谁的",
        choices=[(row.key, f"{row.label}（经{row.approval}）") for row in ACCOUNTS_SCOPES],
        widget=forms.RadioSelect,
    )
    approved_on = day_field("批准、批复日期", "公开的期限从这一天起算；还没有批准、批复的先不填")
    unit = forms.ChoiceField(
        label="表里没有写单位的，按",
        choices=[("", "不知道"), *((unit, unit) for unit in DIVISORS)],
        required=False,
    )
    file = forms.FileField(
        label="表格文件",
        required=False,
        help_text="XLSX，可以有几个工作表；再传一次就替换全部表和原来的文件",
    )
    pasted = forms.CharField(
        label="或者粘贴一张表",
        required=False,
        strip=False,
        max_length=MOST_PASTED,
        widget=forms.Textarea(attrs={"rows": 4, "data-autosave-skip": True}),
        help_text="连同表头一起粘贴，加在已有的表后面",
    )
    pasted_title = forms.CharField(label="粘贴的表叫什么", required=False, max_length=80)
    date_reason = forms.CharField(
        label="改动日期的原因",
        required=False,
        max_length=300,
        help_text="送审以后改批准、批复日期的，写明为什么",
    )
    seen_version = seen_field()

    def about(self) -> dict[str, Any]:
        """The typed words as the data keeps them."""
        typed = self.cleaned_data
        day: date | None = typed["approved_on"]
        words = {name: typed[name] for name in ("year", "kind", "scope", "unit")}
        return {**words, "approved_on": day.isoformat() if day else ""}


def choices_of(scope: str, on: date) -> list[tuple[str, str]]:
    """What a sheet may be."""
    rows = [(row.key, row.budget) for row in open_tables(scope, on)]
    return [*rows, ("", "别的表，照样公开"), (LEFT_OUT, "不公开这张")]


def kept_tables(sent: Mapping[str, Any], tables: list[AccountsTable]) -> list[AccountsTable]:
    """The tables as the clerk named them, without those left out."""
    named = []
    for number, table in enumerate(tables):
        key = sent.get(f"key-{number}", table.key)
        if key != LEFT_OUT:
            named.append(table.named(key))
    return named


def notes_sent(sent: Mapping[str, Any], scope: str, on: date) -> list[dict[str, str]]:
    """The statements that stand for tables without figures."""
    rows = open_tables(scope, on)
    notes = [(row.key, " ".join(sent.get(f"empty-{row.key}", "").replace("\0", "").split())) for row in rows]  # fmt: skip
    return [{"key": key, "note": note[:LONGEST_NOTE]} for key, note in notes if note]


def empty_shown(data: Data, tables: list[AccountsTable], on: date) -> Iterator[dict[str, str]]:
    """The tables that are missing or hold nothing, with a field for the statement and what it may say."""
    there = {table.key: table for table in tables}
    notes = notes_of_empty(data)
    kind = data.get("kind") or "budget"
    for row in open_tables(data.get("scope") or "department", on):
        said = notes.get(row.key, "")
        is_empty = row.key in there and there[row.key].is_empty and not there[row.key].notes
        if said or is_empty or (row.required and row.key not in there):
            title = row.title(kind)
            hint = f"例如：本单位没有这项收支，《{title}》为空表。"
            yield {"key": row.key, "title": title, "note": said, "hint": hint}

"""What is wrong with budgets and final accounts: what does not add up, cells without figures, tables that are missing."""

from collections import defaultdict
from collections.abc import Iterator

from gongkai.law.open_accounts import accounts_scope, balance_rule, open_tables
from gongkai.paperwork.accounts import AccountsTable, Imbalance, imbalances, unreadable
from gongkai.publishing.presentations.accounts_data import approved_on, notes_of_empty, tables_in
from gongkai.publishing.presentations.row import Data, Problem

SHOWN = 5
"""Differences said one by one; a wrong unit makes hundreds."""


def problems(data: Data) -> list[Problem]:
    """Everything, gravest first."""
    tables = tables_in(data)
    if not tables:
        return [Problem("还没有表", "打开“编辑预决算”，上传或者粘贴表格")]
    return [*_bare(data, tables), *_unread(tables), *_unequal(data, tables), *_missing(data, tables)]  # fmt: skip


def _bare(data: Data, tables: list[AccountsTable]) -> Iterator[Problem]:
    """What no accounts can do without."""
    day = accounts_scope(data.get("scope") or "department").day
    if not data.get("year"):
        yield Problem("没有写是哪一年的", "在“编辑预决算”里填写年度")
    if approved_on(data) is None:
        yield Problem(f"没有写{day}", f"公开的期限从{day}起算，在“编辑预决算”里填写")
    keys = [table.key for table in tables if table.key]
    for table in tables:
        if table.key and keys.count(table.key) > 1:
            yield Problem(f"有两张表都认作“{table.title}”这一种", "在“编辑预决算”里改正其中一张", place=table.title)  # fmt: skip
            return


def _unread(tables: list[AccountsTable]) -> Iterator[Problem]:
    """Cells of figures that hold something else."""
    for table in tables:
        cells = unreadable(table)
        if cells:
            said = "；".join(f"{place} 写的是“{text}”" for place, text in cells[:SHOWN])
            more = f"等 {len(cells)} 格" if len(cells) > SHOWN else ""
            yield Problem(
                f"《{table.title}》有 {len(cells)} 格不是数，没有参加核对：{said}{more}",
                "在表格里改成数，或者由审核人写明理由",
                "form_sums",
                table.title,
            )


def _unequal(data: Data, tables: list[AccountsTable]) -> Iterator[Problem]:
    """What does not add up: the differences of one table by one rule are one problem; those of rounding only a reminder."""
    groups: dict[tuple[str, str, bool], list[Imbalance]] = defaultdict(list)
    for each in imbalances(tables, data.get("kind") or "budget"):
        groups[each.rule, each.table, each.rounding].append(each)
    for (rule, title, rounding), found in groups.items():
        said = "；".join(each.words for each in found[:SHOWN])
        more = f"；等 {len(found)} 处" if len(found) > SHOWN else ""
        label = balance_rule(rule).label + ("（相差在四舍五入之内）" if rounding else "")
        yield Problem(
            f"{label}：{said}{more}",
            "核对表格，改正后重新上传；数据无误的，由审核人写明理由",
            "form_tables" if rounding else "form_sums",
            title,
        )


def _missing(data: Data, tables: list[AccountsTable]) -> Iterator[Problem]:
    """Tables that belong to the set and are neither there nor stated to be empty, and empty ones without a word."""
    day = approved_on(data)
    if day is None:
        return
    notes, there = notes_of_empty(data), {table.key: table for table in tables}
    for row in open_tables(data.get("scope") or "department", day):
        title = row.title(data.get("kind") or "budget")
        if row.required and row.key not in there and row.key not in notes:
            yield Problem(f"没有《{title}》", "上传这张表；没有数据的，写明“本单位没有……，本表为空表”", "form_tables", title)  # fmt: skip
        elif row.key in there and there[row.key].is_empty and not (there[row.key].notes or row.key in notes):  # fmt: skip
            yield Problem(f"《{title}》是空表，没有说明", "写明本单位没有这项收支", "form_tables", title)  # fmt: skip

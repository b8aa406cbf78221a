"""The tables of the law about budgets and final accounts, as they are printed."""

from collections.abc import Iterable

from gongkai.law.catalogue import limit
from gongkai.law.open_accounts import (
    ACCOUNTS_KINDS,
    ACCOUNTS_SCOPES,
    BALANCE_RULES,
    CROSS_RULES,
    OPEN_TABLES,
    accounts_kind,
    accounts_scope,
    open_table,
)
from tests.house.law_columns import CITE, DOUBT, Columns, Row

ACCOUNTS_TABLES: tuple[tuple[str, Iterable[Row], Columns], ...] = (
    (
        "预算和决算",
        ACCOUNTS_KINDS,
        (
            ("种类", lambda row: row.label),
            ("同谁比较", lambda row: accounts_kind(row.other).label),
            *CITE,
        ),
    ),
    (
        "谁的预算、决算",
        ACCOUNTS_SCOPES,
        (
            ("范围", lambda row: row.label),
            ("经过", lambda row: row.approval),
            ("公开期限", lambda row: limit(row.limit_key).rule),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "预算、决算公开的表",
        OPEN_TABLES,
        (
            ("预算", lambda row: row.budget),
            ("决算", lambda row: row.final),
            ("谁", lambda row: "、".join(accounts_scope(key).label for key in row.scopes)),
            ("公开到", lambda row: f"{row.level}级" if row.level else ""),
            ("没有数也要列出", lambda row: "是" if row.required else ""),
            *CITE,
            *DOUBT,
        ),
    ),
    (
        "预算、决算里应当相等的数",
        BALANCE_RULES,
        (("核对", lambda row: row.label), ("等式", lambda row: row.rule), *CITE, *DOUBT),
    ),
    (
        "两张表里应当相同的数",
        CROSS_RULES,
        (
            ("核对", lambda row: row.label),
            ("表", lambda row: f"{open_table(row.left).budget}、{open_table(row.right).budget}"),
            *CITE,
            *DOUBT,
        ),
    ),
)

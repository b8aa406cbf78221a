"""TABLES of budgets and final accounts that are public: whose they are, which tables belong to them, and what must add up in them.

Not here: within how many days they must be public (``catalogue.limits``), and how a spreadsheet is read (``paperwork.accounts``).
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.catalogue.item import OrganKind
from gongkai.law.catalogue.limits import limit
from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, rows_in_force

AccountsKey = Literal["budget", "final"]
ScopeKey = Literal["government", "department", "unit"]
Classes = Literal["", "function", "economic"]

_LAW_2018 = InForce(date(2018, 12, 29))
_RULES_2016 = InForce(date(2016, 10, 27))
_UNITS_2020 = InForce(date(2020, 10, 1))
_CITE = Cite("预决算公开规程")
_NAMES = "表名按各地财政预决算领域基层政务公开标准目录核对，没有核对规程的原文"


@dataclass(frozen=True, slots=True)
class AccountsKind:
    """A budget, or the final accounts of a year. ``other``: what it is compared with. ``column``: what its figures are called."""

    key: AccountsKey
    label: str
    other: AccountsKey
    column: str
    cite: Cite
    in_force: InForce = _LAW_2018


ACCOUNTS_KINDS: tuple[AccountsKind, ...] = (
    AccountsKind("budget", "预算", "final", "预算数", Cite("预算法", 14)),
    AccountsKind("final", "决算", "budget", "决算数", Cite("预算法", 14)),
)


@dataclass(frozen=True, slots=True)
class AccountsScope:
    """Whose accounts they are. ``approval``: who does what to them; ``day`` names its day, from which ``limit_key`` counts."""

    key: ScopeKey
    label: str
    approval: str
    day: str
    limit_key: str
    cite: Cite
    in_force: InForce = _LAW_2018
    doubt: str = ""

    @property
    def organs(self) -> tuple[OrganKind, ...]:
        """The kinds of organs that have such accounts of their own."""
        return limit(self.limit_key).organs


ACCOUNTS_SCOPES: tuple[AccountsScope, ...] = (
    AccountsScope("government", "本级政府", "本级人民代表大会或者其常务委员会批准", "批准日期", "approved_budget", Cite("预算法", 14, 1),
                  doubt="法律写的是由本级政府财政部门公开；没有财政部门的乡镇由乡镇人民政府公开，系推定"),
    AccountsScope("department", "部门", "本级政府财政部门批复", "批复日期", "department_budget", Cite("预算法", 14, 2)),
    AccountsScope("unit", "所属单位", "主管部门批复", "批复日期", "unit_budget", Cite("预算法实施条例", 6, 4), _UNITS_2020),
)


@dataclass(frozen=True, slots=True)
class OpenTable:
    """A table that is public. ``words``: a title with all of one row of them is this table's; ``without``: with none of these.

    ``budget`` and ``final`` are its titles in the two kinds. ``classes``: by which classification its rows run, down to ``level``.
    ``required``: whether it stands, empty and with a note if need be, in every publication.
    """

    key: str
    scopes: tuple[ScopeKey, ...]
    budget: str
    final: str
    words: tuple[tuple[str, ...], ...]
    without: tuple[str, ...] = ()
    classes: Classes = ""
    level: str = ""
    required: bool = True
    cite: Cite = _CITE
    in_force: InForce = _RULES_2016
    doubt: str = _NAMES

    def title(self, kind: str) -> str:
        """What it is called in a budget or in final accounts."""
        return self.final if kind == "final" else self.budget


_BELOW: tuple[ScopeKey, ...] = ("department", "unit")
_STATE: tuple[ScopeKey, ...] = ("government",)
_ALL: tuple[ScopeKey, ...] = ("government", "department", "unit")
_LATER = "规程印发时的五张财政拨款表里没有这张表，近年各地部门预算、决算多有；没有核对到哪一年起应当公开"
_PURCHASES = "法律要求及时公开政府采购的情况，没有规定用哪张表"
OPEN_TABLES: tuple[OpenTable, ...] = (
    OpenTable("totals", _BELOW, "部门收支总表", "收入支出决算总表", (("收支", "总"), ("收入支出", "总"), ("收入支出决算",)), ("财政拨款", "政府性基金", "国有资本", "一般公共预算")),
    OpenTable("income", _BELOW, "部门收入总表", "收入决算表", (("收入", "总"), ("收入决算表",), ("收入预算表",)), ("支出", "收支", "财政拨款", "政府性基金", "国有资本", "一般公共预算"), "function", "项"),
    OpenTable("spending", _BELOW, "部门支出总表", "支出决算表", (("支出", "总"), ("支出决算表",), ("支出预算表",)), ("收入", "收支", "财政拨款", "政府性基金", "国有资本", "一般公共预算", "基本支出", "项目支出", "三公"), "function", "项"),
    OpenTable("grant_totals", _BELOW, "财政拨款收支总表", "财政拨款收入支出决算总表", (("财政拨款", "收支"), ("财政拨款", "收入支出")), ("政府性基金", "国有资本", "一般公共预算", "三公")),
    OpenTable("general_spending", _BELOW, "一般公共预算支出表", "一般公共预算财政拨款支出决算表", (("一般公共预算", "支出"),), ("基本支出", "项目支出", "三公", "本级"), "function", "项"),
    OpenTable("basic_spending", _BELOW, "一般公共预算基本支出表", "一般公共预算财政拨款基本支出决算表", (("基本支出",),), ("本级",), "economic", "款"),
    OpenTable("three_public", _ALL, "一般公共预算“三公”经费支出表", "财政拨款“三公”经费支出决算表", (("三公",),)),
    OpenTable("fund_spending", _BELOW, "政府性基金预算支出表", "政府性基金预算财政拨款收入支出决算表", (("政府性基金",),), classes="function", level="项"),
    OpenTable("capital_spending", _BELOW, "国有资本经营预算支出表", "国有资本经营预算财政拨款支出决算表", (("国有资本",),), classes="function", level="项", required=False, doubt=_LATER),
    OpenTable("procurement", _ALL, "政府采购预算表", "政府采购情况表", (("政府采购",),), required=False, cite=Cite("预算法", 14, 3), in_force=_LAW_2018, doubt=_PURCHASES),
    OpenTable("revenue", _STATE, "一般公共预算收入表", "一般公共预算收入决算表", (("一般公共预算", "收入"),), ("支出", "收支")),
    OpenTable("expenditure", _STATE, "一般公共预算支出表", "一般公共预算支出决算表", (("一般公共预算", "支出"),), ("本级", "基本支出", "三公"), "function", "项"),
    OpenTable("own_expenditure", _STATE, "一般公共预算本级支出表", "一般公共预算本级支出决算表", (("本级", "支出"),), ("基本支出", "政府性基金", "国有资本"), "function", "项"),
    OpenTable("own_basic", _STATE, "一般公共预算本级基本支出表", "一般公共预算本级基本支出决算表", (("基本支出",),), (), "economic", "款"),
    OpenTable("fund_revenue", _STATE, "政府性基金收入表", "政府性基金收入决算表", (("政府性基金", "收入"),), ("支出",)),
    OpenTable("fund_expenditure", _STATE, "政府性基金支出表", "政府性基金支出决算表", (("政府性基金", "支出"),), ("收入",), "function", "项"),
    OpenTable("capital_revenue", _STATE, "国有资本经营预算收入表", "国有资本经营收入决算表", (("国有资本", "收入"),), ("支出",), required=False, doubt="县级以上的目录里有，乡镇的目录多半没有；" + _NAMES),
    OpenTable("capital_expenditure", _STATE, "国有资本经营预算支出表", "国有资本经营支出决算表", (("国有资本", "支出"),), ("收入",), "function", "项", required=False, doubt="县级以上的目录里有，乡镇的目录多半没有；" + _NAMES),
    OpenTable("transfers", _STATE, "税收返还和转移支付表", "税收返还和转移支付决算表", (("转移支付",),), required=False, doubt="有下级政府的才有；" + _NAMES),
    OpenTable("debts", _STATE, "政府债务限额和余额情况表", "政府债务限额和余额情况决算表", (("债务", "余额"), ("债务", "限额")), required=False, doubt="县级以上的目录里有，乡镇的目录多半没有；" + _NAMES),
)


@dataclass(frozen=True, slots=True)
class BalanceRule:
    """What must be equal in open accounts. ``rule`` says it in words."""

    key: str
    label: str
    rule: str
    cite: Cite
    in_force: InForce = _LAW_2018
    doubt: str = ""


_FORM = "法律没有写明表内、表间的等式，系由表式推定"
_TRUE = Cite("预算法", 75, 1)
BALANCE_RULES: tuple[BalanceRule, ...] = (
    BalanceRule("parents", "上级科目与下级科目", "类级科目等于其下款级之和，款级等于其下项级之和", Cite("预算法", 32, 4), doubt="第三十二条第四款只规定分类、款、项，相加关系系由分类推定"),
    BalanceRule("grand_total", "合计与各科目", "合计等于各最上级科目之和", Cite("预算法", 32, 4), doubt=_FORM),
    BalanceRule("row_sums", "横向合计", "每行的合计等于同一行各分项之和", _TRUE, doubt=_FORM),
    BalanceRule("two_sides", "收入总计与支出总计", "收入总计等于支出总计", Cite("预算法", 12, 1), doubt="第十二条只规定收支平衡的原则；" + _FORM),
    BalanceRule("side_sums", "收支表里的小计", "本年合计等于各项之和，总计等于本年合计加上年结转等", _TRUE, doubt=_FORM),
    BalanceRule("three_public_parts", "“三公”经费与分项", "“三公”经费等于因公出国（境）费、公务用车购置及运行费、公务接待费之和，公务用车购置及运行费等于购置费与运行费之和", _CITE, _RULES_2016, doubt=_NAMES),
    BalanceRule("across", "表与表之间", "同一个数在几张表里相等", _TRUE, doubt=_FORM),
)


@dataclass(frozen=True, slots=True)
class CrossRule:
    """One figure that stands in two tables: the ``left`` table's ``left_figure`` equals one of the right table's ``right_figures``.

    Figures are named as ``paperwork.accounts.key_figures`` finds them.
    """

    key: str
    label: str
    left: str
    left_figure: str
    right: str
    right_figures: tuple[str, ...]
    cite: Cite = _TRUE
    in_force: InForce = _LAW_2018
    doubt: str = _FORM


CROSS_RULES: tuple[CrossRule, ...] = (
    CrossRule("income_total", "收入总表的合计与收支总表的收入", "income", "total", "totals", ("income_year", "income_total")),
    CrossRule("spending_total", "支出总表的合计与收支总表的支出", "spending", "total", "totals", ("spending_year", "spending_total")),
    CrossRule("general_total", "一般公共预算支出表的合计与财政拨款收支总表", "general_spending", "total", "grant_totals", ("general",)),
    CrossRule("basic_total", "基本支出表的合计与一般公共预算支出表的基本支出", "basic_spending", "total", "general_spending", ("basic",)),
    CrossRule("fund_total", "政府性基金支出表的合计与财政拨款收支总表", "fund_spending", "total", "grant_totals", ("fund",)),
    CrossRule("capital_total", "国有资本经营预算支出表的合计与财政拨款收支总表", "capital_spending", "total", "grant_totals", ("capital",)),
    CrossRule("own_basic_total", "本级基本支出表的合计与本级支出表的基本支出", "own_basic", "total", "own_expenditure", ("basic",)),
)

_KINDS = {row.key: row for row in ACCOUNTS_KINDS}
_SCOPES = {row.key: row for row in ACCOUNTS_SCOPES}
_TABLES = {row.key: row for row in OPEN_TABLES}
_RULES = {row.key: row for row in BALANCE_RULES}


def accounts_kind(key: str) -> AccountsKind:
    """The kind of that key; raises KeyError."""
    return _KINDS[key]  # type: ignore[index]


def accounts_scope(key: str) -> AccountsScope:
    """The scope of that key; raises KeyError."""
    return _SCOPES[key]  # type: ignore[index]


def scope_of(organ: str) -> AccountsScope:
    """Whose accounts an organ of that kind is most likely to publish."""
    return next((row for row in ACCOUNTS_SCOPES if organ in row.organs), _SCOPES["department"])


def open_table(key: str) -> OpenTable:
    """The table of that key; raises KeyError."""
    return _TABLES[key]


def open_tables(scope: str, on: date) -> tuple[OpenTable, ...]:
    """The tables of accounts of that scope on a day, in their order."""
    return tuple(row for row in rows_in_force(OPEN_TABLES, on) if scope in row.scopes)


def balance_rule(key: str) -> BalanceRule:
    """The rule of that key; raises KeyError."""
    return _RULES[key]

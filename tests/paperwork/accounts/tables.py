"""Open tables for the tests, written as people write them in a sheet."""

from datetime import date

from gongkai.config.demo.township_accounts import Accounts, workbook_of
from gongkai.paperwork.accounts import laid_out, recognised
from gongkai.paperwork.tables import pasted
from gongkai.paperwork.tables.doors import read_workbook
from gongkai.paperwork.tables.sheet import Sheet

DAY = date(2026, 11, 27)
HEADS = "科目编码\t科目名称\t合计\t基本支出\t项目支出"
SPENDING = (
    "合计\t\t100\t60\t40", "201\t一般公共服务支出\t70\t60\t10", "20103\t政府办公厅\t70\t60\t10",
    "2010301\t行政运行\t60\t60\t", "2010302\t一般行政管理事务\t10\t—\t10", "213\t农林水支出\t30\t\t30",
)  # fmt: skip
INCOME = (
    "一、一般公共预算拨款收入\t80\t一、一般公共服务支出\t70", "二、其他收入\t15\t二、农林水支出\t30",
    "本年收入合计\t95\t本年支出合计\t100", "上年结转\t5\t结转下年\t0", "收入总计\t100\t支出总计\t100",
)  # fmt: skip


def table(title, *lines, key=""):
    """The table of a sheet with a title, the unit and these lines."""
    found = laid_out(pasted("\n".join((title, "单位：万元", *lines)), title))
    return found.named(key or recognised(found, "department", DAY))


def spending(*lines, title="部门支出总表"):
    """A table by subjects; lines replace those that begin alike."""
    rows = {line.partition("\t")[0]: line for line in (*SPENDING, *lines)}
    return table(title, HEADS, *rows.values())


def totals(*lines):
    """The table of income and spending; lines replace those that begin alike."""
    rows = {line.partition("\t")[0]: line for line in (*INCOME, *lines)}
    return table("部门收支总表", "项目\t预算数\t项目\t预算数", *rows.values())


def whole_set(kind="budget", **more):
    """The tables of the demo township's workbook."""
    sheets = read_workbook(workbook_of(Accounts(2026, kind, **more))).sheets
    return [found.named(recognised(found, "department", DAY)) for each in sheets if (found := laid_out(each))]  # fmt: skip


def sheet(*rows, merges=(), name="Sheet1"):
    """A sheet of rows."""
    return Sheet(name, tuple(map(tuple, rows)), tuple(merges))

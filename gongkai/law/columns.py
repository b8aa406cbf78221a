"""TABLE of the columns that every organ's 政府信息公开 pages have: the same four everywhere, in the same order."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, rows_in_force

ColumnKey = Literal["guide", "systems", "content", "reports"]

_DOUBT = "通知正文未能核对，栏目名称按浙江省转发文件和各地专栏核对"


@dataclass(frozen=True, slots=True)
class NationalColumn:
    """One column of the first level. ``holds`` says what belongs in it, ``basis`` the article that asks for its content."""

    key: ColumnKey
    title: str
    holds: str
    basis: Cite
    cite: Cite = Cite("平台规范通知")
    in_force: InForce = InForce(date(2019, 12, 31))
    doubt: str = _DOUBT


COLUMNS: tuple[NationalColumn, ...] = (
    NationalColumn("guide", "政府信息公开指南", "信息的分类、编排体系、获取方式，公开工作机构的名称、地址、时间、电话、传真、互联网联系方式", Cite("条例", 12, 2)),
    NationalColumn("systems", "政府信息公开制度", "本机关公开工作的制度和有关法规、规章、规范性文件", Cite("条例", 4, 1)),
    NationalColumn("content", "法定主动公开内容", "依照第二十条、第二十一条应当主动公开的信息", Cite("条例", 20)),
    NationalColumn("reports", "政府信息公开年报", "历年政府信息公开工作年度报告", Cite("条例", 49)),
)

_COLUMNS = {row.key: row for row in COLUMNS}


def column(key: str) -> NationalColumn:
    """The column of that key; raises KeyError."""
    return _COLUMNS[key]  # type: ignore[index]  # an unknown key raises, as said


def columns_on(day: date) -> tuple[NationalColumn, ...]:
    """The columns that the law of a day asks for, in their order."""
    return rows_in_force(COLUMNS, day)

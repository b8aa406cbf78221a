"""The cells of one line of an old website's inventory: understood, or said why they cannot be. Knows no pages."""

import re
from collections.abc import Iterator, Mapping
from datetime import date

from gongkai.agencies.tables.checking import CellError
from gongkai.agencies.tables.columns import FORMULA_SIGNS
from gongkai.law.genres import GENRES
from gongkai.law.themes import THEMES
from gongkai.law.validity import VALIDITIES
from gongkai.paperwork.official_document.days import day_of as written_day
from gongkai.paperwork.old_pages import Address, address_of
from gongkai.paperwork.old_pages.places import is_place
from gongkai.publishing.actions.index_numbers import LONGEST as LONGEST_INDEX
from gongkai.publishing.actions.texts import LONGEST
from gongkai.publishing.old_site.columns import COLUMNS

Cells = Mapping[str, str]
DAYS: Mapping[str, str] = {
    "成文日期": "made_on",
    "旧网站发布日期": "old_site_day",
    "施行日期": "effective_on",
    "有效期至": "ends_on",
    "公示到哪一天": "offline_on",
}
_MOST = {
    "标题": LONGEST["title"],
    "发文字号": LONGEST["document_number"],
    "内容概述": LONGEST["summary"],
    "附件": 4000,
    "旧网址": 4000,
    "索引号": LONGEST_INDEX,
}
GENRE_KEYS = {row.label: row.key for row in GENRES}
THEME_KEYS = {row.label: row.key for row in THEMES}
_VALIDITY_KEYS = {
    **{row.label: row.key for row in VALIDITIES},
    "现行有效": "valid", "是": "valid", "修改": "amended", "部分修改": "amended", "废止": "repealed",
    "失效": "expired", "无效": "expired", "否": "expired",
}  # fmt: skip
_COMPACT = re.compile(r"(?P<year>(?:19|20)[0-9]{2})(?P<month>[01][0-9])(?P<day>[0-3][0-9])")


def listed(cell: str) -> list[str]:
    """The parts of a cell that holds several things."""
    split = cell.replace(";", "；").replace("\n", "；").split("；")
    return [part for one in split if (part := one.strip())]


def day_of(cell: str) -> date | None:
    """A day as exports write it: 2019-03-06, 2019/3/6 10:00:00, 2019年3月6日, 20190306."""
    compact = _COMPACT.fullmatch(cell.strip())
    if compact:
        cell = f"{compact['year']}-{compact['month']}-{compact['day']}"
    return written_day(cell)


def validity_key(words: str) -> str:
    """The key of what a document is said to be worth; "" for words that say nothing to us."""
    return _VALIDITY_KEYS.get("".join(words.split()), "")


def addresses_of(cell: str, site: str) -> tuple[Address, ...]:
    """The addresses of a line, each once; those that are none are left out."""
    found = (address_of(part, site) for part in listed(cell))
    return tuple(dict.fromkeys(address for address in found if address))


def wrong_cells(number: int, cells: Cells, site: str) -> Iterator[CellError]:
    """What is wrong with the cells of a line by themselves."""
    for name in COLUMNS:
        value = cells.get(name, "")
        why = _why_wrong(name, value, site) if value else "必填" if name == "旧网址" else ""
        if why:
            yield CellError(number, name, value[:60], why)


def _why_wrong(name: str, value: str, site: str) -> str:
    if value.startswith(FORMULA_SIGNS):
        return "不能以 = + - @ 开头"
    if len(value) > _MOST.get(name, 200):
        return f"超过 {_MOST.get(name, 200)} 个字"
    if name in DAYS and day_of(value) is None:
        return "日期应写成 2019-03-06 的样子"
    if name == "有效性" and not validity_key(value):
        return "应为有效、已修改、已废止、已失效之一"
    if name == "正文位置" and not is_place(value):
        return "写 id 或者 class，例：#zoom、.TRS_Editor"
    if name == "旧网址" and len(addresses_of(value, site)) < len(set(listed(value))):
        return "不是网址，或者过长；例：/zwgk/t20190306_12.html"
    return ""

"""TABLE of the genres (体裁) of an item: the fifteen kinds of official document, and what is not an official document.

Not here: which genre a text is (``paperwork`` offers a guess, the clerk decides).
"""

from dataclasses import dataclass
from datetime import date

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, rows_in_force

_SINCE_2012 = InForce(date(2012, 7, 1))
_OURS = "不是公文种类；名称按各地公开专栏的通行做法"


@dataclass(frozen=True, slots=True)
class Genre:
    """One genre. ``official``: one of the kinds of official document."""

    key: str
    label: str
    cite: Cite
    official: bool = True
    in_force: InForce = _SINCE_2012
    doubt: str = ""


def _official(number: int, key: str, label: str) -> Genre:
    return Genre(key, label, Cite("公文处理条例", 8, None, number))


def _other(key: str, label: str) -> Genre:
    return Genre(key, label, Cite("条例", 12, 3), official=False, in_force=InForce(date(2019, 5, 15)), doubt=_OURS)


GENRES: tuple[Genre, ...] = (
    _official(1, "resolution", "决议"),
    _official(2, "decision", "决定"),
    _official(3, "order", "命令（令）"),
    _official(4, "communique", "公报"),
    _official(5, "announcement", "公告"),
    _official(6, "public_notice", "通告"),
    _official(7, "opinion", "意见"),
    _official(8, "notice", "通知"),
    _official(9, "circular", "通报"),
    _official(10, "official_report", "报告"),
    _official(11, "request_for_instructions", "请示"),
    _official(12, "reply", "批复"),
    _official(13, "motion", "议案"),
    _official(14, "letter", "函"),
    _official(15, "minutes", "纪要"),
    _other("interpretation", "政策解读"),
    _other("guide_to_services", "办事指南"),
    _other("list_of_names", "名单公示"),
    _other("statistics_table", "统计数据、报表"),
    _other("budget_report", "预算、决算"),
    _other("other_genre", "其他"),
)

_GENRES = {row.key: row for row in GENRES}


def genre(key: str) -> Genre:
    """The genre of that key; raises KeyError."""
    return _GENRES[key]


def genres_on(day: date) -> tuple[Genre, ...]:
    """The genres of a day, in their order."""
    return rows_in_force(GENRES, day)

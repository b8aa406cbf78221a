"""TABLE of the forms in which information may be asked for and the routes on which it is got (art. 29 para. 2 item 3, art. 40)."""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

_SINCE_2019 = InForce(date(2019, 5, 15))
_CHOICES = "《条例》没有列举，按各地申请表通行的选项"


@dataclass(frozen=True, slots=True)
class Wish:
    """One choice of the request form. ``kind``: what the information comes as, or how it is got."""

    kind: Literal["form", "route"]
    key: str
    label: str
    cite: Cite
    in_force: InForce = _SINCE_2019
    doubt: str = _CHOICES


_ASKED = Cite("条例", 29, 2, 3)
WISHES: tuple[Wish, ...] = (
    Wish("form", "paper", "纸质", _ASKED),
    Wish("form", "electronic_data", "电子数据", _ASKED),
    Wish("form", "look_and_copy", "查阅、抄录", Cite("条例", 40), doubt=""),
    Wish("route", "by_post", "邮寄", _ASKED),
    Wish("route", "collect", "自行领取", _ASKED),
    Wish("route", "by_mail", "电子邮件", _ASKED),
    Wish("route", "online", "网上下载", _ASKED),
    Wish("route", "on_site", "当场查阅", _ASKED),
)


def wishes(kind: str) -> tuple[Wish, ...]:
    """The choices of one kind."""
    return tuple(row for row in WISHES if row.kind == kind)

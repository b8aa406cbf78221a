"""TABLE of what the columns of a standard catalogue may say: channels, audiences, ways and levels of disclosure.

Not here: what an organ chose for each of its items (``publishing``).
"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

_SEEN = "按各地公布的标准目录核对，国家没有统一的选项表"


@dataclass(frozen=True, slots=True)
class Choice:
    """One choice of a column of the catalogue."""

    column: Literal["channel", "audience", "way", "level"]
    key: str
    label: str
    cite: Cite = Cite("基层公开意见")
    in_force: InForce = InForce(date(2019, 12, 26))
    doubt: str = _SEEN


CHOICES: tuple[Choice, ...] = (
    Choice("channel", "government_site", "政府网站"),
    Choice("channel", "gazette", "政府公报"),
    Choice("channel", "social_media", "两微一端"),
    Choice("channel", "press_conference", "发布会、听证会"),
    Choice("channel", "broadcasting", "广播电视"),
    Choice("channel", "print_media", "纸质媒体"),
    Choice("channel", "reading_place", "公开查阅点"),
    Choice("channel", "service_centre", "政务服务中心"),
    Choice("channel", "convenience_station", "便民服务站"),
    Choice("channel", "on_site", "入户、现场"),
    Choice("channel", "notice_board", "社区、企事业单位、村公示栏（电子屏）"),
    Choice("channel", "targeted_delivery", "精准推送"),
    Choice("audience", "whole_society", "全社会"),
    Choice("audience", "specific_groups", "特定群体"),
    Choice("way", "own_accord", "主动"),
    Choice("way", "upon_request", "依申请公开"),
    Choice("level", "county_level", "县级"),
    Choice("level", "township_level", "乡级"),
)

_LABELS = {(row.column, row.key): row.label for row in CHOICES}


def choice_label(column: str, key: str) -> str:
    """The words of a choice; raises KeyError."""
    return _LABELS[column, key]  # type: ignore[index]  # an unknown column raises, as said


def choices_of(column: str) -> list[tuple[str, str]]:
    """Key and words of each choice of a column."""
    return [(row.key, row.label) for row in CHOICES if row.column == column]

"""The chapters every annual report has, in their order, and the heads its overview must cover."""

from dataclasses import dataclass
from datetime import date

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce


@dataclass(frozen=True, slots=True)
class Chapter:
    """A chapter. ``table`` is the number of the table it holds, or None for a chapter of text."""

    key: str
    number: str
    title: str
    table: int | None
    cite: Cite
    in_force: InForce = InForce(date(2019, 5, 15))

    @property
    def heading(self) -> str:
        """The heading as printed: 一、总体情况."""
        return f"{self.number}、{self.title}"


CHAPTERS: tuple[Chapter, ...] = (
    Chapter("overview", "一", "总体情况", None, Cite("年报格式", part="一")),
    Chapter("proactive", "二", "主动公开政府信息情况", 2, Cite("条例", 50, 1, 1)),
    Chapter("requests", "三", "收到和处理政府信息公开申请情况", 3, Cite("条例", 50, 1, 2)),
    Chapter("remedies", "四", "政府信息公开行政复议、行政诉讼情况", 4, Cite("条例", 50, 1, 3)),
    Chapter("problems", "五", "存在的主要问题及改进情况", None, Cite("条例", 50, 1, 4)),
    Chapter("other", "六", "其他需要报告的事项", None, Cite("条例", 50, 1, 5)),
)


@dataclass(frozen=True, slots=True)
class OverviewHead:
    """A head that chapter one must summarise. ``words`` are any of which show that it is covered."""

    title: str
    words: tuple[str, ...]
    governments_only: bool
    cite: Cite
    in_force: InForce = InForce(date(2021, 9, 26))


OVERVIEW_HEADS: tuple[OverviewHead, ...] = (
    OverviewHead("主动公开", ("主动公开",), False, Cite("年报格式", part="一")),
    OverviewHead("依申请公开", ("依申请", "公开申请"), False, Cite("年报格式", part="一")),
    OverviewHead("政府信息管理", ("信息管理", "管理"), False, Cite("年报格式", part="一")),
    OverviewHead("政府信息公开平台建设", ("平台", "网站"), False, Cite("年报格式", part="一")),
    OverviewHead("监督保障", ("监督", "保障"), False, Cite("年报格式", part="一")),
    OverviewHead("工作考核结果", ("考核", "考评"), True, Cite("条例", 50, 1, 4), InForce(date(2019, 5, 15))),
    OverviewHead("社会评议结果", ("社会评议", "评议"), True, Cite("条例", 50, 1, 4), InForce(date(2019, 5, 15))),
    OverviewHead("责任追究结果", ("责任追究", "追究责任", "追责", "问责"), True, Cite("条例", 50, 1, 4), InForce(date(2019, 5, 15))),
)

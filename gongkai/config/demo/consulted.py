"""The consultations of the demo: one that is open, with comments at every stage, and one that was answered; days count back from today."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import partial
from typing import Any

from gongkai.common.clock import LAW_ZONE, law_day
from gongkai.config.demo.cast import MARK, TOWN, Stage
from gongkai.participation import actions
from gongkai.participation.incoming import Plan, Said
from gongkai.publishing.actions import create_draft, publish, review, submit
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.models import Column, Item
from gongkai.publishing.reviewing import Secrecy

Happening = tuple[date, partial[None], tuple[()]]
OPEN_SINCE, CLOSED_SINCE = timedelta(days=12), timedelta(days=70)
PLAN = Plan(
    "major_decision",
    30,
    "演示镇经济发展办公室",
    address="演示县演示镇示例路1号",
    phone="0000-0000001",
    meetings="每周三上午在镇便民服务中心当面听取",
)
MARKET = (
    "关于公开征求《演示镇农贸市场管理办法（草案）》意见的公告",
    (
        "<h2>草案</h2><p>第一条 固定摊位每月收摊位费三百元，早市摊位每日五元。</p><p>第二条 市场每日六时开门，二十时关门。</p>"
        "<p>第三条 活禽宰杀在独立的区域进行。</p><h2>说明</h2><p>现有市场占道经营，群众反映出行不便，拟迁入新建的市场统一管理。</p>"
    ),
)
BUS = (
    "关于公开征求《演示镇镇村公交线路调整方案（草案）》意见的公告",
    (
        "<h2>方案</h2><p>一、撤销示例一村至镇区的早班车。</p><p>二、增开示例二村至县医院的班车，每日两班。</p>"
        "<h2>说明</h2><p>早班车乘客每班不足三人，群众要求直达县医院。</p>"
    ),
)
OPINIONS = (
    "摊位费三百元太高，卖自家菜的老人负担不起，建议早市不收费。",
    "建议开门时间提前到五点，赶早市的菜农来得及回家。",
    "活禽区要离熟食远一些，排水也要跟上。",
)


@dataclass
class _Course:
    """One consultation of the town, as it goes on from day to day."""

    stage: Stage
    words: tuple[str, str]
    row: Any = None
    """The consultation, once it is begun."""

    def begin(self, day: date) -> None:
        """Draft, review and sign the notice; it opens with that."""
        title, body = self.words
        item = self._draft(f"{title}（{MARK}）", body, day)
        clerk = self.stage.holder(TOWN, "clerk")
        self.row = actions.plan_consultation(item=item, plan=PLAN, by=clerk, now=_at(day, 9))
        self._sign(item, day)

    def hear(self, words: tuple[str, ...], day: date) -> None:
        """Comments from the site and a letter; the first is shown, the others wait."""
        clerk = self.stage.holder(TOWN, "clerk")
        rows = [
            actions.comment_online(consultation=self.row, said=Said(text), now=_at(day, 10))
            for text in words
        ]
        said = Said("来信：希望多听听村里老人的意见。", name="演示来信人", contact="0000-0000007")
        actions.enter_comment(consultation=self.row, said=said, channel="letter", received_on=day, by=clerk, now=_at(day, 11))  # fmt: skip
        actions.show(comment=rows[0], words=rows[0].text, by=clerk, now=_at(day, 12))

    def answer(self, day: date) -> None:
        """Close it, gather the comments, and publish the outcome."""
        actions.follow_the_days(_at(day, 1))
        clerk, comments = self.stage.holder(TOWN, "clerk"), list(self.row.comments.all())
        given = {"consultation": self.row, "by": clerk, "now": _at(day, 9)}
        bus, elders = comments[:1], comments[1:]
        why = {"answer": "partly_adopted", "reason": "改为逢集日开行"}
        actions.add_point(summary="保留示例一村的早班车", comments=bus, **why, **given)
        why = {"answer": "adopted", "reason": ""}
        actions.add_point(summary="班次安排多听老人的意见", comments=elders, **why, **given)
        row = actions.draft_outcome(consultation=self.row, by=clerk, now=_at(day, 10))
        self._sign(row.outcome, day)

    def _draft(self, title: str, body: str, day: date) -> Item:
        agency = self.stage.organs[TOWN]
        column = Column.objects.get(agency=agency, key="content")
        clerk = self.stage.holder(TOWN, "clerk")
        return create_draft(column=column, text=Text(title, body), by=clerk, now=_at(day, 8))

    def _sign(self, item: Item, day: date) -> None:
        clerk, reviewer, signer = (
            self.stage.holder(TOWN, role) for role in ("clerk", "reviewer", "signer")
        )
        item = submit(item=item, by=clerk, now=_at(day, 13))
        item = review(item=item, by=reviewer, now=_at(day, 14), secrecy=Secrecy("may_publish"))
        publish(item=item, by=signer, now=_at(day, 15))


def consultations(stage: Stage, now: datetime) -> Iterator[Happening]:
    """What happened on which day."""
    today = law_day(now)
    market, bus = _Course(stage, MARKET), _Course(stage, BUS)
    first, second = today - CLOSED_SINCE, today - OPEN_SINCE
    yield first, partial(bus.begin, first), ()
    heard = first + timedelta(days=5)
    yield heard, partial(bus.hear, ("早班车不要撤，上学的孩子要坐。",), heard), ()
    ended = first + timedelta(days=40)
    yield ended, partial(bus.answer, ended), ()
    yield second, partial(market.begin, second), ()
    heard = second + timedelta(days=3)
    yield heard, partial(market.hear, OPINIONS, heard), ()


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), LAW_ZONE)

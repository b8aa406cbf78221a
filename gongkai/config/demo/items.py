"""The items of the demo, in the order in which they were published, and where two of them stand half-way."""

from dataclasses import dataclass
from datetime import date, datetime
from importlib.resources import files
from typing import Literal

from gongkai.common.clock import LAW_ZONE
from gongkai.config.demo.cast import CONTACTS, COUNTY, MARK, TOWN, Stage
from gongkai.publishing.actions import create_draft, publish, review, send_back, submit
from gongkai.publishing.actions.texts import Text
from gongkai.publishing.facts import Facts
from gongkai.publishing.models import Column
from gongkai.publishing.reviewing import Secrecy


@dataclass(frozen=True, slots=True)
class Piece:
    """One item: whose, where, when, which text, how far it got."""

    organ: str
    column: str
    title: str
    text: str
    on: tuple[int, int, int]
    summary: str = ""
    until: Literal["published", "in_review", "sent_back"] = "published"
    facts: Facts = Facts()


WORKS = Facts(
    genre="notice",
    rule_kind="normative_document",
    made_on=date(2022, 6, 6),
    effective_on=date(2022, 7, 1),
    catalogue_keys=("rules_and_normative_documents",),
)
"""The one normative document that the reports of the demo count from 2022 on."""


PIECES = (
    Piece(COUNTY, "guide", "演示县人民政府信息公开指南", "guide", (2022, 1, 5), "怎样查阅、怎样申请"),
    Piece(TOWN, "guide", "演示镇人民政府信息公开指南", "guide", (2022, 1, 6), "怎样查阅、怎样申请，公开工作机构的地址和电话"),
    Piece(TOWN, "systems", "演示镇政府信息公开审查制度", "review", (2022, 1, 7), "谁审查、审查什么、拿不准怎么办"),
    Piece(COUNTY, "systems", "演示县政府信息公开审查制度", "review", (2022, 3, 1), "谁审查、审查什么、拿不准怎么办"),
    Piece(TOWN, "systems", "演示镇依申请公开办理制度", "requests", (2022, 3, 2), "登记、办理、答复、归档"),
    Piece(TOWN, "content", "演示镇村级公益事业管理办法", "public_works", (2022, 6, 10), "立项、施工、验收怎样办，哪些要公开", facts=WORKS),
    Piece(TOWN, "content", "演示镇人民政府机构职能", "duties", (2023, 5, 10), "职能、内设机构、办公时间和地址"),
    Piece(TOWN, "content", "演示镇防汛应急预案", "floods", (2025, 5, 12), "预警怎样发出，向哪里转移"),
    Piece(TOWN, "content", "示例村修建村内道路筹资筹劳公示", "roads", (2026, 1, 20), "筹资每人20元，筹劳每个劳动力1个工作日", "in_review"),
    Piece(TOWN, "content", "耕地地力保护补贴发放情况", "subsidies", (2026, 1, 21), "", "sent_back"),
)  # fmt: skip


def moment(day: tuple[int, int, int], hour: int) -> datetime:
    """An hour of a day in China."""
    return datetime(*day, hour, tzinfo=LAW_ZONE)


def bring_in(stage: Stage, piece: Piece) -> None:
    """Draft, submit, review and sign the item by the people whose job it is, as far as it got."""
    agency = stage.organs[piece.organ]
    words = {"organ": agency.name, **CONTACTS[piece.organ]}
    body = (files("gongkai.config.demo") / "texts" / f"{piece.text}.html").read_text("utf-8")
    title = f"{piece.title}（{MARK}）"
    text = Text(title, body.format(**words), summary=piece.summary, facts=piece.facts)
    clerk = stage.holder(piece.organ, "clerk")
    reviewer = stage.holder(piece.organ, "reviewer")
    column = Column.objects.get(agency=agency, key=piece.column)
    item = create_draft(column=column, text=text, by=clerk, now=moment(piece.on, 9))
    item = submit(item=item, by=clerk, now=moment(piece.on, 10))
    if piece.until == "sent_back":
        said = "请补充补贴标准，并写明由哪个站所负责解释。"
        send_back(item=item, remark=said, by=reviewer, now=moment(piece.on, 11))
    elif piece.until == "published":
        item = review(
            item=item, by=reviewer, now=moment(piece.on, 11), secrecy=Secrecy("may_publish")
        )
        publish(item=item, by=stage.holder(piece.organ, "signer"), now=moment(piece.on, 15))

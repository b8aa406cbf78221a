"""What the organ publishes in a year: notices, guides, figures; in time, some too late; and drafts that are left."""

from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from gongkai.config.simulation.applicants import MARK
from gongkai.config.simulation.draw import Draw, after, workdays_between
from gongkai.config.simulation.piece import OWN_COLUMNS, SYSTEMS, Piece
from gongkai.config.simulation.plan import Plan
from gongkai.config.simulation.told import Published
from gongkai.publishing.facts import Facts

IN_TIME = 20
"""Working days of art. 26."""
LATE_REASON = "经办人员轮换，漏了送审"


@dataclass(frozen=True, slots=True)
class Sort:
    """A sort of item: its column, its title around a subject, its genre, and what of the law's catalogue it fulfils."""

    column: str
    title: str
    genre: str
    catalogue: str
    theme: str


POLICIES, MONEY, NOTICES, GUIDES = OWN_COLUMNS
SORTS: tuple[tuple[Sort, int], ...] = (
    (Sort(NOTICES, "关于做好{}的通知", "notice", "livelihood", "general_affairs"), 10),
    (Sort(NOTICES, "关于{}的公告", "announcement", "otherwise_required", "agriculture_and_water"), 6),
    (Sort(NOTICES, "关于{}的通告", "public_notice", "emergencies", "market_and_safety"), 3),
    (Sort(NOTICES, "{}对象名单公示", "list_of_names", "livelihood", "civil_affairs"), 5),
    (Sort(MONEY, "{}资金使用情况", "statistics_table", "statistics", "finance_and_audit"), 6),
    (Sort(GUIDES, "{}办事指南", "guide_to_services", "permits_and_services", "civil_affairs"), 4),
    (Sort(POLICIES, "{}政策解读", "interpretation", "rules_and_normative_documents", "general_affairs"), 4),
    (Sort(SYSTEMS, "{}信息公开工作制度", "other_genre", "otherwise_required", "general_affairs"), 1),
)  # fmt: skip
SUBJECTS = (
    "春耕备耕", "森林防火", "防汛抗旱", "秸秆禁烧", "耕地地力保护补贴", "高标准农田建设", "农村人居环境整治", "城乡居民医保缴费",
    "养老保险资格认证", "临时救助", "最低生活保障", "残疾人两项补贴", "危房改造", "宅基地审批", "村级公益事业奖补", "农机购置补贴",
    "动物疫病防控", "饮用水水源保护", "集镇停车管理", "农贸市场整治", "中小学划片招生", "义务植树", "安全生产检查", "消防通道清理",
    "冬季取暖安全", "农村道路养护", "河道保洁", "垃圾分类", "文物保护单位周边建设管理", "农产品质量抽检",
)  # fmt: skip


def issuing(draw: Draw) -> Plan:
    """Some fifty items, a few of them late, and some drafts of the last weeks."""
    plan = Plan()
    for serial in range(1, draw.number(44, 58)):
        _item(draw, plan, serial)
    for serial in range(draw.number(2, 4)):
        _left(draw, plan, 200 + serial)
    return plan


def piece_of(draw: Draw, sort: Sort, key: str, made: date, **facts: object) -> Piece:
    """An item that says when it was made; its title ends with its key."""
    subject = draw.one(SUBJECTS)
    title = f"{sort.title.format(subject)}（{MARK}{key}）"
    known = {"genre": sort.genre, "theme": sort.theme, "made_on": made, "catalogue_keys": (sort.catalogue,)}  # fmt: skip
    return Piece(sort.column, title, Facts(**{**known, **facts}), _words(draw, subject, key))


def _words(draw: Draw, subject: str, key: str) -> tuple[str, ...]:
    """Three sentences that differ from item to item."""
    villages, homes = draw.number(3, 14), draw.number(30, 900)
    return (
        f"为做好{subject}，现将有关事项告知如下。本文为演示数据，编号{key}。",
        f"涉及{villages}个村、{homes}户，由各村在{draw.number(5, 25)}日以前报送登记表。",
        f"联系人：镇{draw.one(('农业', '民政', '财政', '综治', '建设'))}站，电话0000-{draw.number(1000000, 9999999)}。",
    )


def _item(draw: Draw, plan: Plan, serial: int) -> None:
    """One item from the day on which it was made to the day on which it was public."""
    sort, key = draw.weighed(SORTS), f"{draw.year}-文{serial:03d}"
    made = draw.workday(draw.first, draw.last)
    took = draw.number(23, 40) if draw.happens(0.07) else draw.number(1, 17)
    out = after(made, took)
    shown = {"offline_on": out + timedelta(30)} if sort.genre == "list_of_names" else {}
    piece = piece_of(draw, sort, key, made, **shown)
    publish(plan, piece, key, made, out)


def publish(plan: Plan, piece: Piece, key: str, made: date, out: date) -> None:
    """Written on the day it was made, public on another; whether that is late follows from the calendar."""
    late = workdays_between(made, out) > IN_TIME
    plan.at(made, 14, "起草信息", piece.write)
    plan.at(made, 15, "送审信息", piece.hand_in)
    reason = LATE_REASON if late else ""
    plan.at(out, 11, "发布信息", partial(piece.bring_out, late_reason=reason))
    plan.facts.append(Published(key, piece.column, out, late))


def _left(draw: Draw, plan: Plan, serial: int) -> None:
    """A draft that nobody goes on with, or that waits for its review."""
    key = f"{draw.year}-稿{serial:03d}"
    made = draw.workday(draw.last - timedelta(40), draw.last)
    piece = piece_of(draw, draw.weighed(SORTS), key, made, offline_on=made + timedelta(90))
    plan.at(made, 14, "起草信息", piece.write)
    if draw.happens(0.4):
        plan.at(made, 15, "送审信息", piece.hand_in)

"""My work today as the page shows it: lights in words, counts by kind, and what to do first where nothing waits."""

from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from django.urls import reverse

from gongkai.common.menu import menu_for
from gongkai.common.permissions import Actor, agencies_for
from gongkai.common.work import WorkItem, work_for, work_kinds

_BADGES = {"late": "late", "soon": "soon", "in_time": "done", "no_date": "plain"}


@dataclass(frozen=True, slots=True)
class Line:
    """One thing that waits, with its light in words."""

    item: WorkItem
    badge: str
    light: str


@dataclass(frozen=True, slots=True)
class KindCount:
    """How much of a kind waits."""

    key: str
    label: str
    count: int


@dataclass(frozen=True, slots=True)
class Today:
    """The page: ``lines`` of the chosen kind, ``counts`` of all kinds that have any, ``late`` over all kinds."""

    lines: tuple[Line, ...]
    counts: tuple[KindCount, ...]
    total: int
    late: int
    chosen: str


def today(actor: Actor, now: datetime, chosen: str = "") -> Today:
    """What waits for the person; an unknown kind shows all."""
    items = work_for(actor, now)
    numbers = Counter(item.kind for item in items)
    counts = tuple(
        KindCount(kind.key, kind.label, numbers[kind.key])
        for kind in work_kinds()
        if numbers[kind.key]
    )
    kind = chosen if chosen in numbers else ""
    lines = tuple(_line(item) for item in items if kind in {"", item.kind})
    late = sum(item.light == "late" for item in items)
    return Today(lines, counts, len(items), late, kind)


def _line(item: WorkItem) -> Line:
    return Line(item, _BADGES[item.light], light_words(item))


def light_words(item: WorkItem) -> str:
    """已逾期 2 个工作日, 今天到期, 还剩 3 个工作日, 没有期限."""
    if item.days_left is None:
        return "没有期限" if item.light == "no_date" else "有期限"
    if item.days_left < 0:
        return f"已逾期 {-item.days_left} 个工作日"
    return f"还剩 {item.days_left} 个工作日" if item.days_left else "今天到期"


@dataclass(frozen=True, slots=True)
class FirstStep:
    """Something to begin with, for whoever may do ``needs``, on the page whose menu entry asks for ``act``."""

    label: str
    about: str
    act: str
    needs: str


FIRST_STEPS = (
    FirstStep("核对机关资料", "名称、办公地址、时间、电话和负责人，会印在公开指南里", "agencies.view", "agencies.edit"),
    FirstStep("登记同事，分配岗位", "起草、审核、签发要由不同的人办；每个人只看得到岗位所在的机关", "accounts.view", "accounts.edit"),
    FirstStep("写公开指南和公开制度", "打开固定栏目，写好后提交审核，由另一人签发后发布", "publishing.view", "publishing.edit"),
    FirstStep("导入上年年度报告", "选择 Word、PDF 或网页文件，系统读出三张表并核对勾稽关系", "annual_reports.view", "annual_reports.edit"),
)  # fmt: skip


def first_steps(actor: Actor) -> list[tuple[FirstStep, str]]:
    """The steps that the person may take, each with the address of the first page of that act in the person's menu."""
    pages: dict[str, str] = {}
    for entry in menu_for(actor):
        pages.setdefault(entry.act, reverse(entry.url_name))
    return [
        (step, pages[step.act])
        for step in FIRST_STEPS
        if step.act in pages and agencies_for(actor, step.needs)
    ]

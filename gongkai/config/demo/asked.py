"""The requests of the demo: some of last year that have ended, and some of the last days that wait for somebody at every desk."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from functools import partial

from gongkai.casework import actions
from gongkai.casework.actions import Party, Sending
from gongkai.casework.incoming import Dates, Request, Who
from gongkai.casework.models import Case, CaseNotice, Decision
from gongkai.casework.replies import Part, Reply
from gongkai.common.clock import LAW_ZONE, law_day
from gongkai.config.demo.cast import MARK, TOWN, Stage
from gongkai.law.workdays import provisional_calendar
from gongkai.publishing.reviewing import Secrecy

CLEAR = Secrecy("may_publish")
POST = Sending("post", tracking_number="演示邮件0001")
SUBSIDIES = (
    Part("2025年耕地地力保护补贴分村汇总表", given=True),
    Part(
        "各户姓名、账号栏",
        given=False,
        ground="third_party_rights",
        reason="属于个人隐私，公开会对第三方合法权益造成损害",
    ),
)


@dataclass(frozen=True, slots=True)
class Asked:
    """Who asks for what. ``organization``: a name of its own, else one of the surnames of the demo."""

    title: str
    surname: str = ""
    organization: str = ""
    channel: str = "counter"

    def who(self) -> Who:
        """The applicant, whose number and addresses belong to nobody."""
        if self.organization:
            name = f"{self.organization}（{MARK}）"
            return Who(
                "enterprise", name, "credit_code", "91000000DEMO000000", phone="0000-0000009"
            )
        name = f"{self.surname}演示"
        return Who("natural_person", name, phone="0000-0000008", address="演示县演示镇示例村1组")

    def request(self, day: date) -> Request:
        """As it is registered on a day."""
        came_in = Dates(arrived=day) if self.channel == "internet" else Dates(submitted=day)
        return Request(
            self.channel, self.who(), came_in, f"{self.title}（{MARK}）", f"申请公开{self.title}。"
        )


@dataclass(frozen=True, slots=True)
class Desk:
    """The town's people at work on one case."""

    stage: Stage
    case: Case

    def clerk(self, day: date) -> dict[str, object]:
        """The clerk acts, in the morning."""
        return {"by": self.stage.holder(TOWN, "clerk"), "now": _at(day, 10)}

    def reviewer(self, day: date) -> dict[str, object]:
        """The reviewer acts, after noon."""
        return {"by": self.stage.holder(TOWN, "reviewer"), "now": _at(day, 14)}

    def signer(self, day: date) -> dict[str, object]:
        """The signer acts, later."""
        return {"by": self.stage.holder(TOWN, "signer"), "now": _at(day, 16)}

    def now(self) -> Case:
        """The case as it stands."""
        return Case.objects.get(pk=self.case.pk)


def take_in(stage: Stage, asked: Asked, day: date) -> Desk:
    """Register a request on a day, and give it to the clerk."""
    agency, clerk = stage.organs[TOWN], stage.holder(TOWN, "clerk")
    case = actions.register(agency=agency, request=asked.request(day), by=clerk, now=_at(day, 9))
    desk = Desk(stage, case)
    if case.state == "in_work":
        actions.assign(case=case, department=None, handler=clerk, **desk.clerk(day))
    return desk


def submit_reply(desk: Desk, reply: Reply, day: date) -> Decision:
    """Draft the reply and hand it to the reviewer."""
    decision = actions.draft_reply(case=desk.now(), reply=reply, **desk.clerk(day))
    return actions.submit_reply(decision=decision, **desk.clerk(day))


def answer(desk: Desk, day: date, reply: Reply) -> None:
    """The reply from draft to the post office, on one day, and signed for two days later."""
    decision = submit_reply(desk, reply, day)
    decision = actions.review_reply(decision=decision, secrecy=CLEAR, **desk.reviewer(day))
    decision = actions.sign_reply(decision=decision, **desk.signer(day))
    evening = {**desk.clerk(day), "now": _at(day, 17)}
    service = actions.serve_reply(decision=decision, sending=POST, **evening)
    later = day + timedelta(2)
    actions.receive_letter(service=service, received_on=later, **desk.clerk(later))


def clarify(desk: Desk, day: date) -> CaseNotice:
    """The applicant is told what is missing, at the counter."""
    return actions.ask_clarification(
        case=desk.now(),
        items="请写明所需信息的年度，以及是哪一个村的工程。",
        days=10,
        sending=Sending("direct", received_on=day),
        **desk.clerk(day),
    )


def consult_company(desk: Desk, day: date) -> None:
    """The company whose prices are asked for is asked for its opinion."""
    party = Party(f"示例建筑公司（{MARK}）", "0000-0000007")
    about = "施工合同中的单价是否同意公开。"
    actions.consult(
        case=desk.now(), family="third_party", party=party, about=about, **desk.clerk(day)
    )


def ask_for_time(desk: Desk, day: date) -> None:
    """The clerk asks for an extension, on which the signer is to decide."""
    reason = "涉及十二个村三年的台账，需要逐份审查。"
    actions.propose_extension(case=desk.now(), days=10, reason=reason, **desk.clerk(day))


def begin_draft(desk: Desk, day: date) -> None:
    """A reply that waits for the reviewer."""
    submit_reply(desk, WATERWORKS, day)


def leave(desk: Desk, day: date) -> None:
    """Nothing more: it lies on the clerk's desk."""


PROVIDED = Reply(
    "provided",
    "",
    says=("示例村道路硬化工程验收单（演示数据），2页",),
)
WATERWORKS = replace(PROVIDED, says=("示例村饮水工程竣工验收报告（演示数据），6页",))
PARTLY = Reply(
    "partly_granted",
    "",
    reason="各户姓名、账号属于个人隐私。",
    says=("分村汇总表", "各户姓名、账号，依据《中华人民共和国政府信息公开条例》第十五条"),
    parts=SUBSIDIES,
)
NOT_HERE = Reply(
    "not_responsible",
    "",
    reason="该信息由演示县人民政府制作、保存。",
    says=("演示县人民政府办公室，演示县城关镇示例路1号",),
    organ_name="演示县人民政府办公室",
    organ_contact="演示县城关镇示例路1号，0000-0000000",
)
NONE_FOUND = Reply(
    "nonexistent",
    "",
    reason="本机关没有制作也没有获取该信息。",
    says=("以“示例桥 承重检测”为关键词检索公文系统和2019年以来的档案，没有相应记录",),
)

Happens = Callable[[Desk, date], object]
ENDED: tuple[tuple[date, Asked, Reply, int], ...] = (
    (date(2025, 3, 3), Asked("示例村道路硬化工程验收单", "孙"), PROVIDED, 9),
    (date(2025, 5, 12), Asked("2025年耕地地力保护补贴发放明细", "马"), PARTLY, 15),
    (date(2025, 8, 18), Asked("演示县农村公路三年规划", organization="示例物流公司"), NOT_HERE, 4),
    (date(2025, 10, 20), Asked("示例桥承重检测报告", "胡"), NONE_FOUND, 12),
)
"""Day of receipt, what was asked, the reply, and how many working days it took."""
WAITING: tuple[tuple[int, Asked, Happens, int], ...] = (
    (17, Asked("2023至2025年高标准农田项目台账", organization="示例农业合作社"), ask_for_time, 16),
    (14, Asked("示例村文化广场施工合同", "何"), consult_company, 3),
    (12, Asked("示例村饮水工程验收资料", "郭"), begin_draft, 11),
    (9, Asked("修路占地补偿标准", "林"), clarify, 4),
    (3, Asked("演示镇2025年公益性岗位名单", "罗"), leave, 1),
    (1, Asked("演示镇低保评议会议记录", "高", channel="internet"), leave, 0),
)
"""How many working days ago it came, what was asked, what happened, and so many working days after it came."""


@dataclass(slots=True)
class Course:
    """One request on its way: taken in on ``came``, and so many working days after it what ``happens``."""

    stage: Stage
    came: date
    asked: Asked
    happens: Happens
    after: int
    desk: Desk | None = None

    def begin(self) -> None:
        """It comes in."""
        self.desk = take_in(self.stage, self.asked, self.came)

    def go_on(self) -> None:
        """What happens to it happens. Raises RuntimeError where it has not come in."""
        if self.desk is None:
            raise RuntimeError("not taken in yet")
        self.happens(self.desk, self.day)

    @property
    def day(self) -> date:
        """The day of what happens."""
        return provisional_calendar().add(self.came, self.after)


def courses(stage: Stage, now: datetime) -> list[Course]:
    """Those of last year, each to its answer; and those of the last days, each as far as it stands."""
    ended = [
        Course(stage, day, asked, partial(answer, reply=reply), took)
        for day, asked, reply, took in ENDED
    ]
    today = law_day(now)
    return ended + [
        Course(stage, days_ago(today, ago), asked, happens, after)
        for ago, asked, happens, after in WAITING
    ]


def days_ago(today: date, count: int) -> date:
    """The last working day with so many working days after it until ``today``."""
    calendar, day = provisional_calendar(), today
    while not (calendar.is_workday(day) and calendar.between(day, today) >= count):
        day -= timedelta(1)
    return day


def _at(day: date, hour: int) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=LAW_ZONE)

"""The requests of the demo: some of last year that have ended, and some of the last days that wait for somebody at every desk."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from functools import partial

from gongkai.casework import actions
from gongkai.casework.actions import Party, Sending
from gongkai.casework.incoming import Dates, Request, Who
from gongkai.casework.replies import Part, Reply
from gongkai.common.clock import LAW_ZONE, law_day
from gongkai.common.permissions import Role
from gongkai.config.demo.cast import MARK, TOWN, Stage
from gongkai.config.simulation.house import House
from gongkai.config.simulation.thread import Thread
from gongkai.law.workdays import provisional_calendar

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


def house_of(stage: Stage) -> House:
    """The town with its people."""
    acting: tuple[Role, ...] = ("clerk", "reviewer", "signer")
    return House(stage.organs[TOWN], {role: stage.holder(TOWN, role) for role in acting})


def answer(thread: Thread, house: House, day: date, reply: Reply) -> None:
    """The reply from draft to the post office, on one day, and signed for two days later."""
    thread.answer(house, _at(day, 10), reply=reply, sending=POST)
    thread.arrive(house, _at(day + timedelta(2), 10))


def clarify(thread: Thread, house: House, day: date) -> None:
    """The applicant is told what is missing, at the counter."""
    thread.clarify(house, _at(day, 10), days=10)


def consult_company(thread: Thread, house: House, day: date) -> None:
    """The company whose prices are asked for is asked for its opinion."""
    party = Party(f"示例建筑公司（{MARK}）", "0000-0000007")
    about = "施工合同中的单价是否同意公开。"
    thread.consult(house, _at(day, 10), family="third_party", party=party, about=about)


def ask_for_time(thread: Thread, house: House, day: date) -> None:
    """The clerk asks for an extension, on which the signer is to decide."""
    reason = "涉及十二个村三年的台账，需要逐份审查。"
    actions.propose_extension(case=thread.case, days=10, reason=reason, **house.clerk(_at(day, 10)))


def begin_draft(thread: Thread, house: House, day: date) -> None:
    """A reply that waits for the reviewer."""
    thread.hand_in(house, _at(day, 10), reply=WATERWORKS)


def leave(thread: Thread, house: House, day: date) -> None:
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

Happens = Callable[[Thread, House, date], object]
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

    house: House
    came: date
    asked: Asked
    happens: Happens
    after: int
    thread: Thread = field(default_factory=Thread)

    def begin(self) -> None:
        """It comes in, and what is received at once is given to the clerk."""
        request = self.asked.request(self.came)
        self.thread.register(self.house, _at(self.came, 9), request=request)

    def go_on(self) -> None:
        """What happens to it happens."""
        self.happens(self.thread, self.house, self.day)

    @property
    def day(self) -> date:
        """The day of what happens."""
        return provisional_calendar().add(self.came, self.after)


def courses(stage: Stage, now: datetime) -> list[Course]:
    """Those of last year, each to its answer; and those of the last days, each as far as it stands."""
    house = house_of(stage)
    ended = [
        Course(house, day, asked, partial(answer, reply=reply), took)
        for day, asked, reply, took in ENDED
    ]
    today = law_day(now)
    return ended + [
        Course(house, days_ago(today, ago), asked, happens, after)
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

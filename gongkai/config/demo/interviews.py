"""The live Q&A of the demo: one that took place with its transcript, and one to come that takes questions already."""

from datetime import date, datetime, timedelta

from gongkai.common.clock import LAW_ZONE, law_day
from gongkai.config.demo.cast import MARK, TOWN, Stage
from gongkai.config.demo.items import moment
from gongkai.participation.actions.interview_course import end, start
from gongkai.participation.actions.interview_planning import Plan, plan_interview
from gongkai.participation.actions.interview_questions import ask, show_question
from gongkai.participation.actions.interview_saying import answer, say
from gongkai.participation.actions.interview_transcript import draft_transcript
from gongkai.participation.models import Interview
from gongkai.publishing.actions import publish, review, submit
from gongkai.publishing.models import Column, Item
from gongkai.publishing.reviewing import Secrecy

PAST = (2026, 4, 22)
GUESTS = (("冯示例", "农业农村站站长"), ("蒋示例", "财政所副所长"))
SAID = (
    ("补贴什么时候发到卡上？", "今年的补贴分两批，第一批五月底以前，第二批十月底以前。"),
    ("流转出去的地，补贴给谁？", "补贴给原承包户；合同另有约定、村里公示过的，从其约定。"),
)
ASKED = ("合作医疗今年缴多少？", "外出打工的怎样参保？", "去年多缴的能退吗？")
DAYS_AHEAD = 5


def day_of_past() -> date:
    """When the past one was announced."""
    return date(*PAST) - timedelta(days=7)


def hold_past(stage: Stage) -> None:
    """Announced, held, written down and signed."""
    begins = moment(PAST, 15)
    made = _announce(stage, "惠农补贴发放", begins, begins - timedelta(days=7))
    clerk, guests = stage.holder(TOWN, "clerk"), list(made.guests.all())
    asked = [ask(interview=made, text=text, now=begins - timedelta(hours=2)) for text, _ in SAID]
    made = start(interview=made, seen_version=_version(made), by=clerk, now=begins)
    say(interview=made, text="各位网友下午好，访谈现在开始。", by=clerk, now=begins)
    for number, (question, (_, words)) in enumerate(zip(asked, SAID, strict=True)):
        at = begins + timedelta(minutes=5 * number + 5)
        shown = show_question(question=question, seen_version=question.version, by=clerk, now=at)
        given = {"question": shown, "guest": guests[number % 2], "text": words}
        answer(**given, seen_version=shown.version, by=clerk, now=at + timedelta(minutes=2))
    made = end(interview=made, seen_version=_version(made), by=clerk, now=begins + timedelta(hours=1))  # fmt: skip
    made = draft_transcript(interview=made, by=clerk, now=begins + timedelta(hours=2))
    _sign(stage, made.transcript, begins + timedelta(days=1))


def announce_coming(stage: Stage, now: datetime) -> None:
    """To be held in a few days; three questions have come in, one of them is shown."""
    day = law_day(now) + timedelta(days=DAYS_AHEAD)
    begins = datetime(day.year, day.month, day.day, 15, tzinfo=LAW_ZONE)
    made = _announce(stage, "城乡居民医保参保", begins, now - timedelta(hours=6))
    asked = [ask(interview=made, text=text, now=now - timedelta(hours=1)) for text in ASKED]
    clerk = stage.holder(TOWN, "clerk")
    show_question(question=asked[0], seen_version=asked[0].version, by=clerk, now=now)


def _announce(stage: Stage, topic: str, begins: datetime, at: datetime) -> Interview:
    """Planned, reviewed and signed on one day; questions are taken from two hours later on."""
    plan = Plan(
        topic=f"{topic}（{MARK}）",
        host="褚示例",
        department="演示镇党政综合便民服务中心",
        collect_from=at + timedelta(hours=2),
        starts_at=begins,
        ends_at=begins + timedelta(minutes=90),
        guests=GUESTS,
    )
    column = Column.objects.get(agency=stage.organs[TOWN], key="content")
    made = plan_interview(column=column, plan=plan, by=stage.holder(TOWN, "clerk"), now=at)
    _sign(stage, made.item, at + timedelta(minutes=10))
    return Interview.objects.get(pk=made.pk)


def _sign(stage: Stage, item: Item, at: datetime) -> None:
    """Through review and signature."""
    item = submit(item=item, by=stage.holder(TOWN, "clerk"), now=at)
    passed = {"by": stage.holder(TOWN, "reviewer"), "now": at + timedelta(minutes=5)}
    item = review(item=item, secrecy=Secrecy("may_publish"), **passed)
    publish(item=item, by=stage.holder(TOWN, "signer"), now=at + timedelta(minutes=9))


def _version(interview: Interview) -> int:
    return int(Interview.objects.values_list("version", flat=True).get(pk=interview.pk))

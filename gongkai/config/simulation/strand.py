"""A request in plan: the steps from which its course is put together, each on a day that the law allows, and the facts that follow."""

from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import partial

from gongkai.casework.actions import Sending
from gongkai.casework.replies import Reply
from gongkai.config.simulation.answers import ANSWERS
from gongkai.config.simulation.applicants import Applicant, request, waits
from gongkai.config.simulation.draw import Draw, after, before, next_workday
from gongkai.config.simulation.plan import Plan
from gongkai.config.simulation.thread import Thread
from gongkai.config.simulation.told import Asked

BY_POST = Sending("post", tracking_number="演示邮件0001")
BY_HAND = Sending("direct")


@dataclass(slots=True)
class Strand:
    """One request of ``applicant``, received on the day of art. 31. ``closed_on`` and ``outcome`` come with its end."""

    draw: Draw
    key: str
    applicant: Applicant
    topic: str
    channel: str
    received: date
    plan: Plan = field(default_factory=Plan)
    thread: Thread = field(default_factory=Thread)
    counts_from: date | None = None
    split_on: date | None = None
    outcome: str = ""
    closed_on: date | None = None

    def day(self, number: int, since: date | None = None) -> date:
        """The n-th working day after receipt, or after another day."""
        return after(since or self.received, number)

    def come_in(self, kind: str = "disclosure", lag: int | None = None) -> None:
        """It is registered; where receipt must be confirmed it arrived a little earlier, ``lag`` working days if given."""
        arrived = self.received
        if waits(self.channel):
            waited = self.draw.number(0, 2) if lag is None else lag
            arrived = before(self.received, waited)
        asked = request(self.applicant, self.channel, arrived, self.topic, self.key, kind)
        self.plan.at(arrived, 9, "登记申请", partial(self.thread.register, request=asked))
        if waits(self.channel):
            self.plan.at(self.received, 9, "确认收到", self.thread.confirm)

    def answer(self, on: date, outcome: str, earlier: "Strand | None" = None) -> None:
        """It is answered on a day, and that is its end in 表三."""
        self.reply(on, ANSWERS[outcome].reply(outcome), earlier)
        self.close(on, outcome)

    def close(self, on: date, outcome: str) -> None:
        """What 表三 is to count."""
        self.outcome, self.closed_on = outcome, on

    def reply(self, on: date, reply: Reply, earlier: "Strand | None" = None) -> None:
        """A reply goes out on a day: over the counter, or by post and signed for, or once in a while sent twice."""
        by_hand = self.draw.happens(0.25)
        act = partial(
            self.thread.answer,
            reply=reply,
            sending=BY_HAND if by_hand else BY_POST,
            earlier=earlier.thread if earlier else None,
        )
        self.plan.at(on, 11, "答复", act)
        if by_hand:
            return
        arrived = next_workday(on + timedelta(self.draw.number(2, 4)))
        if self.draw.happens(0.08):
            self.plan.at(arrived, 10, "再次送达", self.thread.come_back)
            arrived = next_workday(arrived + timedelta(5))
        self.plan.at(arrived, 10, "登记签收", self.thread.arrive)

    def fact(self, row: str) -> None:
        """Say what it is in 表三: it is a 件 from the day of art. 31."""
        counts_from = self.counts_from or self.received
        kind = self.applicant.kind
        asked = Asked(self.key, kind, counts_from, row, self.closed_on, self.split_on)
        self.plan.facts.append(asked)

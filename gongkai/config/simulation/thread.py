"""One request as it is played: each act of its people through the real action, on what the acts before it made."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from typing import TypeVar

from gongkai.casework import actions
from gongkai.casework.actions import Matter, Party, Sending
from gongkai.casework.incoming import Request
from gongkai.casework.models import Case, CaseNotice, Consultation, Decision, Service
from gongkai.casework.replies import Reply
from gongkai.common.clock import law_day
from gongkai.config.simulation.house import House
from gongkai.publishing.reviewing import Secrecy

CLEAR = Secrecy("may_publish")
Record = TypeVar("Record")


def _made(record: Record | None) -> Record:
    """What an act before made; RuntimeError where the plan forgot that act."""
    if record is None:
        raise RuntimeError("planned in the wrong order")
    return record


@dataclass(slots=True)
class Thread:
    """What the acts of one request hand on to one another."""

    pk: int = 0
    notice: CaseNotice | None = None
    consultation: Consultation | None = None
    service: Service | None = None

    @property
    def case(self) -> Case:
        """The request as it stands."""
        return Case.objects.get(pk=self.pk)

    def register(self, house: House, now: datetime, *, request: Request) -> None:
        """It is registered; what is received at once is given to the clerk."""
        case = actions.register(agency=house.agency, request=request, **house.clerk(now))
        self.pk = case.pk
        if case.state == "in_work":
            self.assign(house, now)

    def assign(self, house: House, now: datetime) -> None:
        """The clerk takes it."""
        handler = house.people["clerk"]
        actions.assign(case=self.case, department=None, handler=handler, **house.clerk(now))

    def confirm(self, house: House, now: datetime) -> None:
        """Organ and applicant confirm receipt to each other."""
        day = law_day(now)
        actions.confirm_receipt(case=self.case, confirmed_on=day, how="电话", **house.clerk(now))
        self.assign(house, now)

    def void(self, house: House, now: datetime) -> None:
        """A letter that was meant for somebody else."""
        reason = "信件写给别的单位，误登记；已退回来信人"
        actions.void(case=self.case, reason=reason, **house.signer(now))

    def clarify(self, house: House, now: datetime, *, days: int) -> None:
        """The applicant is told what is missing, at the counter."""
        sending = Sending("direct", received_on=law_day(now))
        items = "请写明所需信息的年度，以及是哪一个村的。"
        more = {"items": items, "days": days, "sending": sending}
        actions.ask_clarification(case=self.case, **more, **house.clerk(now))

    def correct(self, house: House, now: datetime) -> None:
        """The applicant says what was missing."""
        words = "补正如下：需要上一年度的，示例村一组的。"
        day = law_day(now)
        actions.receive_correction(case=self.case, received_on=day, words=words, **house.clerk(now))

    def extend(self, house: House, now: datetime, *, days: int) -> None:
        """More time is asked for, agreed to, and told by post."""
        reason = "涉及多个年度的台账，需要逐份审查。"
        notice = actions.propose_extension(
            case=self.case, days=days, reason=reason, **house.clerk(now)
        )
        notice = actions.approve_notice(notice=notice, **house.signer(now))
        actions.tell(notice=notice, sending=Sending("post"), **house.clerk(now))

    def demand_reasons(self, house: House, now: datetime) -> None:
        """The applicant of very many requests is asked why."""
        words = "两个月内已就同类事项提出十二件申请，明显超过合理范围。"
        sending = Sending("direct", received_on=law_day(now))
        actions.ask_reasons(case=self.case, words=words, sending=sending, **house.clerk(now))

    def give_reasons(self, house: House, now: datetime, *, words: str) -> None:
        """The reasons come in."""
        day = law_day(now)
        actions.receive_reasons(case=self.case, received_on=day, words=words, **house.clerk(now))

    def delay(self, house: House, now: datetime, *, until: date) -> None:
        """The reasons are sound, the number is large: a later day is fixed, agreed to and told."""
        reason = "申请数量大，理由合理，分批办理。"
        notice = actions.propose_delay(
            case=self.case, until=until, reason=reason, **house.clerk(now)
        )
        notice = actions.approve_notice(notice=notice, **house.signer(now))
        actions.tell(notice=notice, sending=Sending("post"), **house.clerk(now))

    def charge(self, house: House, now: datetime, *, pages: int) -> None:
        """A fee by pages is proposed, agreed to, and handed over."""
        ground = "申请的页数明显超过合理范围。"
        notice = actions.propose_fee(case=self.case, ground=ground, pages=pages, **house.clerk(now))
        notice = actions.approve_notice(notice=notice, **house.signer(now))
        sending = Sending("direct", received_on=law_day(now))
        actions.send_fee_notice(notice=notice, sending=sending, **house.clerk(now))

    def pay(self, house: House, now: datetime, *, yuan: int) -> None:
        """The whole fee is paid."""
        day = law_day(now)
        actions.receive_payment(case=self.case, paid_on=day, yuan=yuan, **house.clerk(now))

    def consult(
        self, house: House, now: datetime, *, family: str, party: Party, about: str
    ) -> None:
        """Somebody is asked for an opinion."""
        self.consultation = actions.consult(
            case=self.case,
            family=family,
            party=party,
            about=about,
            **house.clerk(now),
        )

    def opinion_arrived(self, house: House, now: datetime) -> None:
        """The letter reached who is asked."""
        day = law_day(now)
        actions.opinion_letter_arrived(
            consultation=_made(self.consultation), received_on=day, **house.clerk(now)
        )

    def hear(self, house: House, now: datetime, *, agrees: bool, reasons: str = "") -> None:
        """Who is asked answers."""
        actions.record_opinion(
            consultation=_made(self.consultation),
            answered_on=law_day(now),
            agrees=agrees,
            reasons=reasons,
            **house.clerk(now),
        )

    def hear_nothing(self, house: House, now: datetime) -> None:
        """The period of who is asked has passed."""
        actions.record_silence(consultation=_made(self.consultation), **house.clerk(now))

    def split(
        self, house: House, now: datetime, *, matters: tuple[Matter, ...], parts: "list[Thread]"
    ) -> None:
        """It is divided: each matter goes on as a request of its own."""
        reason = "一件申请里有几项互不相关的内容，按一事一申请分别办理"
        made = actions.split(case=self.case, matters=matters, reason=reason, **house.clerk(now))
        for part, case in zip(parts, made, strict=True):
            part.pk = case.pk

    def join(self, house: House, now: datetime, *, lead: "Thread") -> None:
        """It is worked on together with another."""
        reason = "两件申请的内容相同，合并办理、分别答复"
        actions.join(case=self.case, lead=lead.case, reason=reason, **house.clerk(now))

    def withdraw(self, house: House, now: datetime) -> None:
        """The applicant takes it back."""
        day, reason = law_day(now), "申请人到窗口书面说明不再需要"
        actions.withdraw(case=self.case, withdrawn_on=day, reason=reason, **house.clerk(now))

    def hand_in(self, house: House, now: datetime, *, reply: Reply) -> Decision:
        """The clerk drafts the reply and hands it to the reviewer."""
        decision = actions.draft_reply(case=self.case, reply=reply, **house.clerk(now))
        return actions.submit_reply(decision=decision, **house.clerk(now))

    def answer(
        self,
        house: House,
        now: datetime,
        *,
        reply: Reply,
        sending: Sending,
        earlier: "Thread | None" = None,
    ) -> None:
        """The reply from draft to the post office, on one day."""
        if earlier is not None:
            reply = replace(reply, earlier=earlier.pk)
        noon, evening = now + timedelta(hours=2), now + timedelta(hours=4)
        decision = actions.review_reply(
            decision=self.hand_in(house, now, reply=reply),
            secrecy=CLEAR,
            **house.acting("reviewer", noon),
        )
        decision = actions.sign_reply(decision=decision, **house.signer(evening))
        way = sending if sending.way == "post" else Sending("direct", received_on=law_day(now))
        self.service = actions.serve_reply(decision=decision, sending=way, **house.clerk(evening))

    def arrive(self, house: House, now: datetime) -> None:
        """The reply is signed for."""
        day = law_day(now)
        actions.receive_letter(service=_made(self.service), received_on=day, **house.clerk(now))

    def come_back(self, house: House, now: datetime) -> None:
        """The reply could not be delivered, and is sent once more."""
        service = _made(self.service)
        failed = actions.letter_failed(
            service=service, failed_on=law_day(now), failure="地址无人", **house.clerk(now)
        )
        self.service = actions.send_again(
            service=failed, sending=Sending("post"), **house.clerk(now)
        )

    def archive(self, house: House, now: datetime) -> None:
        """The file is closed."""
        actions.archive(case=self.case, **house.clerk(now))

"""Reconsideration and litigation as they are played: a copy comes in, the organ answers, the result comes, the reply is made anew."""

from dataclasses import dataclass
from datetime import date, datetime

from gongkai.casework import actions
from gongkai.casework.models import Remedy
from gongkai.common.clock import law_day
from gongkai.config.simulation.house import House
from gongkai.config.simulation.thread import Thread


@dataclass(slots=True)
class Dispute:
    """One proceeding about a request, after another one where it is a suit after reconsideration."""

    thread: Thread
    procedure: str
    body: str
    after: "Dispute | None" = None
    pk: int = 0

    @property
    def remedy(self) -> Remedy:
        """The proceeding as it stands."""
        return Remedy.objects.get(pk=self.pk)

    def begin(self, house: House, now: datetime, *, answer_by: date | None) -> None:
        """The copy comes in."""
        remedy = actions.receive_remedy(
            case=self.thread.case,
            procedure_key=self.procedure,
            received_on=law_day(now),
            body=self.body,
            after=self.after.remedy if self.after else None,
            answer_by=answer_by,
            **house.clerk(now),
        )
        self.pk = remedy.pk

    def defend(self, house: House, now: datetime) -> None:
        """The organ hands in its answer."""
        actions.answer_remedy(remedy=self.remedy, answered_on=law_day(now), **house.clerk(now))

    def end(self, house: House, now: datetime, *, result: str, decided_on: date) -> None:
        """The decision reaches the organ."""
        actions.remedy_result_came(
            remedy=self.remedy,
            result=result,
            decided_on=decided_on,
            received_on=law_day(now),
            **house.clerk(now),
        )

    def reopen(self, house: House, now: datetime) -> None:
        """The request is taken up again."""
        actions.reopen(remedy=self.remedy, **house.signer(now))

"""The actions as whoever has nothing but the pages of the desk can call them: each call is a form that is sent, on top of what stands now."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from functools import partial
from typing import Any

from django.db.models import Model
from django.test import Client
from django.urls import reverse

from gongkai.casework import actions
from gongkai.casework.actions import Party, Sending
from gongkai.casework.incoming import Dates
from gongkai.casework.models import (
    Case,
    CaseEvent,
    CaseNotice,
    Consultation,
    Decision,
    Remedy,
    Service,
)
from gongkai.casework.replies import Reply
from gongkai.common.clock import law_day
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.publishing.reviewing import Secrecy

RECORDS = ("case", "notice", "consultation", "service", "decision", "event", "remedy")
PAGE = {
    "tell": "tell_notice",
    "send_fee_notice": "tell_notice",
    "opinion_letter_arrived": "opinion_arrived",
    "remedy_result_came": "remedy_result",
}
MADE: dict[str, type[Model]] = {
    "ask_clarification": CaseNotice,
    "ask_reasons": CaseNotice,
    "propose_extension": CaseNotice,
    "propose_delay": CaseNotice,
    "propose_fee": CaseNotice,
    "send_again": Service,
    "serve_reply": Service,
    "consult": Consultation,
    "receive_remedy": Remedy,
    "draft_reply": Decision,
    "correct_event": CaseEvent,
}
"""What an act makes; all others give back the record they are about."""
SOME_ARTICLE = Cite("条例", 45)
"""Stands for whichever article the page named."""
DONE, MISTAKES = 302, 422


@dataclass
class Pages:
    """``moment`` is the time by every clock of the server; the caller puts it there."""

    client: Client
    moment: datetime | None = None

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """The act of that name; AttributeError where there is none."""
        getattr(actions, name)
        return partial(self._act, name)

    def _act(self, name: str, *, by: Any, now: datetime, **said: Any) -> Any:
        kind = next(key for key in RECORDS if key in said)
        record, self.moment = said.pop(kind), now
        case = Case.objects.get(pk=record.pk if isinstance(record, Case) else record.case_id)
        page, fields, query = _form(name, said, law_day(now))
        self.client.force_login(by)
        url = reverse(f"casework:{page}", kwargs={"pk": record.pk}) + query
        answer = self.client.post(url, {"seen_version": case.version, **fields})
        if answer.status_code != DONE:
            raise _refusal(answer)
        made = MADE.get(name)
        return made.objects.latest("pk") if made else type(record).objects.get(pk=record.pk)


def _refusal(answer: Any) -> Refusal:
    """What the page says, with an article where it names one; a mistake in a field needs none."""
    said = " ".join(
        re.findall(r'band--error.*?</div>|class="error".*?</', answer.content.decode(), re.DOTALL)
    )
    named = answer.status_code == MISTAKES or "《" in said
    return Refusal(f"{answer.status_code} {said}", cite=SOME_ARTICLE if named else None)


def _form(name: str, said: dict[str, Any], today: date) -> tuple[str, dict[str, str], str]:
    """The page of an act, what is typed into it, and the query of its address."""
    page, query = PAGE.get(name, name), ""
    if name == "consult":
        page = "consult_third_party" if said["family"] == "third_party" else "consult_organ"
    if name == "draft_reply":
        query = f"?outcome={said['reply'].outcome}"
    fields: dict[str, str] = {}
    for key, value in said.items():
        fields |= _typed(key, value, today)
    return page, fields, query


def _typed(key: str, value: Any, today: date) -> dict[str, str]:
    """One argument of an action as fields of its form."""
    match value:
        case None:
            return {}
        case Sending():
            days = {"sent_on": value.sent_on or today, "received_on": value.received_on}
            return {"way": value.way, **_days(days)}
        case Party():
            return {"name": value.name, "contact": value.contact}
        case Dates():
            return _days(value.known())
        case Reply():
            return _reply(value)
        case Secrecy():
            return {"conclusion": value.conclusion}
        case bool():
            return {key: ("yes" if value else "no") if key == "agrees" else "on" if value else ""}
    return {key: value.isoformat() if isinstance(value, date) else str(value)}


def _days(days: dict[str, date | None]) -> dict[str, str]:
    return {key: day.isoformat() for key, day in days.items() if day}


def _reply(reply: Reply) -> dict[str, str]:
    fields = {"statement": reply.statement, "reason": reply.reason, "basis": reply.basis}
    fields |= {f"say_{place}": what for place, what in enumerate(reply.says)}
    for place, part in enumerate(reply.parts):
        fields |= {
            f"part_title_{place}": part.title,
            f"part_given_{place}": "yes" if part.given else "no",
            f"part_ground_{place}": part.ground,
            f"part_reason_{place}": part.reason,
        }
    return fields

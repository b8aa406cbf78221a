"""Requests for the tests: cases of 青石镇 brought as far as a test needs them, by the people whose job it is."""

from datetime import UTC, date, datetime, time

from gongkai.accounts.models import User
from gongkai.casework import actions
from gongkai.casework.actions import Party, Sending
from gongkai.casework.incoming import Dates, Request, Who
from gongkai.casework.models import (
    Case,
    CaseNotice,
    Consultation,
    Decision,
    Remedy,
    Service,
)
from gongkai.casework.replies import Part, Reply
from gongkai.common.clock import LAW_ZONE
from gongkai.law.outcomes import outcome
from gongkai.publishing.reviewing import Secrecy
from tests.people import Cast

RECEIVED = date(2026, 11, 2)
"""Monday; without more, due on 2026-11-30 and to be clarified until 2026-11-11."""
CLEAR = Secrecy("may_publish")


def at(day: date | str, hour: int = 9) -> datetime:
    """That hour of a day in China."""
    on = date.fromisoformat(day) if isinstance(day, str) else day
    return datetime.combine(on, time(hour), LAW_ZONE).astimezone(UTC)


def li(**changes: object) -> Who:
    """李申请人"""
    given = {
        "kind": "natural_person", "name": "李申请人", "identity_type": "resident_card",
        "identity_number": "320000199001011234", "phone": "13912345678", "address": "青石镇东街1号",
    }  # fmt: skip
    return Who(**{**given, **changes})


def asked(
    title: str = "2025年东街改造征地补偿方案",
    *,
    day: date = RECEIVED,
    channel: str = "counter",
    who: Who | None = None,
    **more: object,
) -> Request:
    """A request handed over at the counter on a day."""
    dates = more.pop("dates", None) or Dates(submitted=day, arrived=day)
    wanted = more.pop("wanted", f"申请公开{title}的全文")
    return Request(channel, who or li(), dates, title, wanted, **more)  # type: ignore[arg-type]


def registered(cast: Cast, day: date = RECEIVED, **more: object) -> Case:
    """A case in work, registered by the clerk on the day on which it was handed over."""
    request = asked(day=day, **more)
    return actions.register(agency=cast.town, request=request, by=cast.clerk, now=at(day))


def again(case: Case) -> Case:
    """The case as the database has it now."""
    return Case.objects.get(pk=case.pk)


def on(person: User, day: date | str) -> dict[str, object]:
    """Who acts, and when, as actions take it."""
    return {"by": person, "now": at(day)}


def arrives(cast: Cast, service: Service, day: str) -> Service:
    """A letter is signed for."""
    return actions.receive_letter(
        service=service, received_on=date.fromisoformat(day), **on(cast.clerk, day)
    )


def corrects(cast: Cast, case: Case, day: str, **more: object) -> Case:
    """The corrected request comes in."""
    given = {"words": "补正如下", **more}
    return actions.receive_correction(
        case=again(case), received_on=date.fromisoformat(day), **given, **on(cast.clerk, day)
    )


def by_hand(day: date | str) -> Sending:
    """Handed over and signed for on a day."""
    on = date.fromisoformat(day) if isinstance(day, str) else day
    return Sending("direct", received_on=on)


POST = Sending("post", tracking_number="EM123456789CN")


def clarified(cast: Cast, case: Case, day: str = "2026-11-05", days: int = 5) -> Case:
    """The applicant was told to correct, and has it in hand."""
    actions.ask_clarification(
        case=case, items="写明年份", days=days, sending=by_hand(day), by=cast.clerk, now=at(day)
    )
    return again(case)


def approved(cast: Cast, notice: CaseNotice, day: str) -> CaseNotice:
    """What the clerk proposed and the signer agreed to."""
    return actions.approve_notice(notice=notice, by=cast.signer, now=at(day))


def extended(cast: Cast, case: Case, day: str = "2026-11-20", days: int = 20) -> Case:
    """An extension proposed, approved and told on one day."""
    proposal = actions.propose_extension(
        case=case, days=days, reason="材料多", by=cast.clerk, now=at(day)
    )
    notice = approved(cast, proposal, day)
    actions.tell(notice=notice, sending=POST, by=cast.clerk, now=at(day))
    return again(case)


def consulted(
    cast: Cast, case: Case, day: str = "2026-11-05", family: str = "third_party"
) -> Consultation:
    """Somebody is asked for an opinion."""
    return actions.consult(
        case=case,
        family=family,
        party=Party("东街建筑公司", "13900000000"),
        about="是否同意公开合同",
        by=cast.clerk,
        now=at(day),
    )


def reply(key: str = "provided", **more: object) -> Reply:
    """A whole reply with that outcome."""
    row = outcome(key)
    given = {
        "statement": "现答复如下",
        "reason": "依据条例",
        "says": tuple(f"写明{what}" for what in row.says),
        "parts": PARTLY if key == "partly_granted" else (),
    }
    return Reply(key, **{**given, **more})  # type: ignore[arg-type]


PARTLY = (
    Part("补偿标准", given=True),
    Part("各户名单", given=False, ground="third_party_rights", reason="个人隐私"),
)


def drafted(cast: Cast, case: Case, day: str, key: str = "provided", **more: object) -> Decision:
    """A reply drafted by the clerk."""
    return actions.draft_reply(
        case=again(case), reply=reply(key, **more), by=cast.clerk, now=at(day)
    )


def submitted(cast: Cast, case: Case, day: str, key: str = "provided", **more: object) -> Decision:
    """A reply that waits for the reviewer."""
    decision = drafted(cast, case, day, key, **more)
    return actions.submit_reply(decision=decision, by=cast.clerk, now=at(day))


def reviewed(cast: Cast, case: Case, day: str, key: str = "provided", **more: object) -> Decision:
    """A reply that waits for the signer."""
    decision = submitted(cast, case, day, key, **more)
    return actions.review_reply(decision=decision, secrecy=CLEAR, by=cast.reviewer, now=at(day))


def signed(cast: Cast, case: Case, day: str, key: str = "provided", **more: object) -> Decision:
    """A reply that waits to be brought to the applicant."""
    decision = reviewed(cast, case, day, key, **more)
    return actions.sign_reply(decision=decision, by=cast.signer, now=at(day))


def answered(
    cast: Cast, case: Case, day: str = "2026-11-17", key: str = "provided", **more: object
) -> Case:
    """A case answered by post on a day."""
    decision = signed(cast, case, day, key, **more)
    actions.serve_reply(decision=decision, sending=POST, by=cast.clerk, now=at(day))
    return again(case)


def in_reconsideration(cast: Cast, case: Case, day: str = "2026-12-01") -> Remedy:
    """An application for reconsideration against the reply."""
    return actions.receive_remedy(
        case=again(case),
        procedure_key="reconsideration",
        received_on=date.fromisoformat(day),
        body="临川县人民政府",
        by=cast.clerk,
        now=at(day),
    )


def corrected(
    cast: Cast, remedy: Remedy, day: str = "2026-12-20", until: date | None = None
) -> Remedy:
    """The reply was set aside and is to be made anew."""
    on = date.fromisoformat(day)
    return actions.remedy_result_came(
        remedy=remedy,
        result="revoked_answer_again",
        decided_on=on,
        received_on=on,
        ordered_until=until,
        by=cast.clerk,
        now=at(day),
    )

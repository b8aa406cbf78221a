"""Replies that are sent online or by e-mail, for the tests: signed with files, looked at a second time, and sent."""

from gongkai.agencies.models import LetterFacts
from gongkai.casework.actions import delivering
from gongkai.casework.actions.delivering import SecondLook, Shown
from gongkai.casework.actions.letter_issuing import PRINT
from gongkai.casework.models import Case, CaseCode, CaseFile, Decision, Delivery
from gongkai.casework.online import code_index
from gongkai.casework.outgoing import sent_files
from gongkai.common.outbox import deliver_due
from tests.casework import cases, papers
from tests.paperwork.redaction.made import made
from tests.people import Cast

CODE = "1234 5678 9012 3456 7890 1234"
MAIL = "li@example.test"
DAY = "2026-11-05"
REMEDY = "https://fuyi.example.test/"


def with_code(case: Case, code: str = CODE) -> Case:
    """A case whose applicant has a query code."""
    CaseCode.objects.create(case=case, index=code_index(code))
    return case


def asked(cast: Cast, day=cases.RECEIVED, code: str = CODE, **who: str) -> Case:
    """A case of an applicant with a query code and an address for e-mail."""
    LetterFacts.objects.filter(agency=cast.town).update(online_reconsideration=REMEDY)
    return with_code(cases.registered(cast, day, who=cases.li(mail=MAIL, **who)), code)


def given(cast: Cast, case: Case, day: str = DAY, secret: str = "PUBLIC-1") -> CaseFile:
    """A paper blacked out, to be given."""
    return papers.added(
        cast, case, made("text", secret), use="given", name="公开的方案.pdf", day=day
    )


def signed(cast: Cast, case: Case, *found: CaseFile, day: str = DAY) -> Decision:
    """A signed reply that lists these files."""
    files = sent_files(case, [paper.pk for paper in found])
    decision = cases.signed(cast, case, day, files=files)
    deliver_due(cases.at(day, 23), kind=PRINT)  # the worker prints the letter
    return decision


def shown(cast: Cast, decision: Decision, medium: str = "online", day: str = DAY) -> Shown:
    """The second look."""
    return delivering.look_a_second_time(
        decision=decision, medium=medium, **cases.on(cast.clerk, day)
    )


def seen(cast: Cast, decision: Decision, medium: str = "online", day: str = DAY) -> SecondLook:
    """What was seen, everything ticked."""
    return as_seen(decision, shown(cast, decision, medium, day))


def as_seen(decision: Decision, look: Shown) -> SecondLook:
    """What was shown, everything ticked."""
    ticked = tuple(paper.pk for paper in look.papers)
    version = cases.again(decision.case).version
    return SecondLook(version, look.recipient_mark, look.files_mark, ticked)


def sent(cast: Cast, decision: Decision, medium: str = "online", day: str = DAY) -> Delivery:
    """The reply, sent."""
    return delivering.deliver_reply(
        decision=decision,
        medium=medium,
        seen=seen(cast, decision, medium, day),
        **cases.on(cast.clerk, day),
    )

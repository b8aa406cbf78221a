"""Papers and sendings for the addresses that take one: a PDF that is being blacked out, a reply that may be sent."""

from gongkai.casework import actions
from gongkai.casework.models import Case, CaseFile, Decision, Service
from gongkai.common.clock import current, law_day
from tests.casework import papers, sendings
from tests.casework.samples import new, record, today
from tests.people import Cast


def original(cast: Cast) -> CaseFile:
    """A PDF of a new case that may be blacked out."""
    return papers.paper(cast, new(cast), day=today())


def being_marked(cast: Cast) -> CaseFile:
    """A PDF on which a place is marked."""
    sheet = papers.marked(cast, original(cast), day=today())
    return sheet.source


def signed_to_be_sent(cast: Cast) -> Decision:
    """A signed reply with a file, to an applicant who may be sent it online."""
    case = sendings.asked(cast, law_day(current()))
    paper = sendings.given(cast, case, today())
    return sendings.signed(cast, case, paper, day=today())


def sent_in_vain(cast: Cast) -> Service:
    """A reply sent online that did not arrive."""
    service = sendings.sent(cast, signed_to_be_sent(cast), day=today()).service
    return actions.letter_failed(
        service=service,
        failed_on=law_day(current()),
        failure="申请人打不开",
        by=cast.clerk,
        now=current(),
    )


def blacked_out(cast: Cast) -> Case:
    """A case with a paper blacked out."""
    return papers.burnt(cast, original(cast), day=today()).case


SAMPLES = {
    "casework:redact": record(being_marked),
    "casework:redact_page": lambda cast: {"pk": being_marked(cast).pk, "number": 1},
    "casework:withheld": record(blacked_out),
    "casework:deliver_reply": record(signed_to_be_sent),
    "casework:deliver_again": record(sent_in_vain),
}

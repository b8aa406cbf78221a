"""Requests for the addresses that take one: for the test of access, and in the state in which a page has most to show."""

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile

from gongkai.casework import actions
from gongkai.casework.actions import Sending
from gongkai.casework.actions.dossier_making import make_dossier
from gongkai.casework.actions.dossiers import ask_dossier
from gongkai.casework.course_acts import COURSE
from gongkai.casework.incoming import Dates
from gongkai.casework.keeping_acts import KEEPING
from gongkai.casework.models import (
    Case,
    CaseFile,
    Consultation,
    Decision,
    Dossier,
    DueMove,
    Remedy,
    Service,
)
from gongkai.casework.order_acts import ORDER
from gongkai.casework.reply_acts import REPLY
from gongkai.common.clock import current, law_day
from gongkai.files.actions import receive
from tests.casework import busy_office, cases
from tests.people import Cast
from tests.publishing.items import published

Story = Callable[[Cast], Any]


def today() -> str:
    """The day on which the pages are looked at: what happens in these stories happens on it."""
    return law_day(current()).isoformat()


def new(cast: Cast) -> Case:
    """Handed over today."""
    return cases.registered(cast, law_day(current()))


def arrived(cast: Cast) -> Case:
    """Came by fax, and is not confirmed yet."""
    day = law_day(current())
    return cases.registered(cast, day, channel="fax", dates=Dates(arrived=day))


def proposed(cast: Cast) -> Any:
    """An extension that waits to be approved."""
    return actions.propose_extension(
        case=new(cast), days=10, reason="材料较多", by=cast.clerk, now=current()
    )


def agreed(cast: Cast) -> Any:
    """An extension of which the applicant is to be told."""
    return actions.approve_notice(notice=proposed(cast), by=cast.signer, now=current())


def asked(cast: Cast) -> Consultation:
    """A third party that was asked today."""
    return cases.consulted(cast, new(cast), today())


def clarified(cast: Cast) -> Case:
    """The applicant has been told to correct."""
    return cases.clarified(cast, new(cast), today())


def on_its_way(cast: Cast) -> Service:
    """A clarification posted today."""
    notice = actions.ask_clarification(
        case=new(cast),
        items="写明年份",
        days=5,
        sending=Sending("post"),
        by=cast.clerk,
        now=current(),
    )
    return notice.services.get()


def came_back(cast: Cast) -> Service:
    """A letter that came back."""
    day = law_day(current())
    return actions.letter_failed(
        service=on_its_way(cast), failed_on=day, failure="地址无人", by=cast.clerk, now=current()
    )


def drafted(cast: Cast) -> Decision:
    """A partial reply in work."""
    return cases.drafted(cast, new(cast), today(), "partly_granted")


def submitted(cast: Cast) -> Decision:
    """A reply that waits for the reviewer."""
    return cases.submitted(cast, new(cast), today(), "partly_granted")


def reviewed(cast: Cast) -> Decision:
    """A reply that waits for the signer."""
    return cases.reviewed(cast, new(cast), today(), "partly_granted")


def signed(cast: Cast) -> Decision:
    """A reply that waits to be served."""
    return cases.signed(cast, new(cast), today(), "partly_granted")


def answered(cast: Cast) -> Case:
    """A case answered today."""
    return cases.answered(cast, new(cast), today())


def archived(cast: Cast) -> Case:
    """A file that nobody works on any more."""
    case = answered(cast)
    cases.arrives(cast, case.services.get(), today())
    return actions.archive(case=cases.again(case), by=cast.clerk, now=current())


def moved(cast: Cast) -> Mapping[str, Any]:
    """A date that moved with the calendar; the page takes no arguments."""
    case = new(cast)
    DueMove.objects.create(
        case=case, before=case.due_on, after=date(2027, 1, 4), why="放假安排有变化", at=current()
    )
    return {}


def asked_by_two(cast: Cast) -> Mapping[str, Any]:
    """Two people asked for the same, and one was given it; the page takes no arguments."""
    answered(cast)
    another = cases.li(name="赵某", identity_number="320000198505051233")
    cases.registered(cast, law_day(current()), who=another)
    return {}


def handed_on(cast: Cast) -> Mapping[str, Any]:
    """The clerk handles two cases, and watches one."""
    for _ in range(2):
        case = new(cast)
        actions.assign(case=case, department=None, handler=cast.clerk, by=cast.clerk, now=current())
    actions.watch(case=case, on=True, by=cast.clerk, now=current())
    return {"pk": cast.clerk.pk}


def tied(cast: Cast) -> Any:
    """A request tied to a published item."""
    item = published(cast, title="2025年东街改造征地补偿方案")
    return actions.tie_item(case=new(cast), item=item, kind="answers", by=cast.clerk, now=current())


def reasons_asked(cast: Cast) -> Case:
    """The applicant is to give reasons."""
    case = new(cast)
    sending = Sending("post")
    actions.ask_reasons(case=case, words="件数多", sending=sending, by=cast.clerk, now=current())
    return case


def contested(cast: Cast) -> Remedy:
    """Reconsideration is asked for against the reply."""
    return cases.in_reconsideration(cast, answered(cast), today())


def set_aside(cast: Cast) -> Remedy:
    """The reply was set aside."""
    return cases.corrected(cast, contested(cast), today())


def dossier(cast: Cast) -> Dossier:
    """The file of a case, made for a court."""
    found = ask_dossier(case=searched(cast).case, reason="法院答辩举证", by=cast.clerk, now=current())  # fmt: skip
    make_dossier({"dossier": found.pk}, current())
    return found


def record(story: Story) -> Callable[[Cast], Mapping[str, Any]]:
    """The arguments of an address that takes the record of a story."""
    return lambda cast: {"pk": story(cast).pk}


def searched(cast: Cast) -> CaseFile:
    """What was searched for a case, on paper."""
    given = SimpleUploadedFile("检索记录.txt", "检索了2025年的档案".encode())
    stored = receive(agency=cast.town, upload=given, purpose="record", by=cast.clerk, now=current())
    return actions.add_paper(
        case=new(cast), stored=stored, use="search", by=cast.clerk, now=current()
    )


SAMPLES = {
    "casework:dossier": record(new),
    "casework:dossier_file": lambda cast: {"pk": dossier(cast).pk, "kind": "zip"},
    **{f"casework:{row.key}": record(new) for row in COURSE},
    **{f"casework:{row.key}": record(drafted) for row in REPLY},
    **{f"casework:{name}": record(new) for name in ("case", "add_paper", "read_personal", "read_agent", "watch", "items", "draft_reply")},
    **{f"casework:{row.key}": record(new) for row in ORDER if row.on == "case"},
    "casework:correct_event": record(lambda cast: clarified(cast).events.get()),
    **{f"casework:{row.key}": record(contested) for row in ORDER if row.on == "remedy"},
    **{f"casework:{row.key}": record(archived) for row in KEEPING},
    "casework:read_party": record(asked),
    "casework:propose_publication": record(answered),
    "casework:rules_of": lambda cast: {"pk": cast.town.pk},
    "casework:untie_item": record(tied),
    "casework:paper": record(searched),
    "casework:save_reply": record(drafted),
    "casework:approve_notice": record(proposed),
    "casework:refuse_notice": record(proposed),
    "casework:drop_notice": record(proposed),
    "casework:tell_notice": record(agreed),
    "casework:opinion_arrived": record(asked),
    "casework:record_opinion": record(asked),
    "casework:record_silence": record(asked),
    "casework:receive_letter": record(on_its_way),
    "casework:letter_failed": record(on_its_way),
    "casework:send_again": record(came_back),
}  # fmt: skip
SHOWN = {
    "casework:dossier": lambda cast: {"pk": dossier(cast).case_id},
    "people:hand_on": handed_on,
    "casework:board": busy_office.board,
    "casework:confirm_receipt": record(arrived),
    "casework:receive_correction": record(clarified),
    "casework:case": record(lambda cast: submitted(cast).case),
    "casework:archive": record(answered),
    "casework:moved": moved,
    "casework:often": asked_by_two,
    "casework:items": record(lambda cast: tied(cast).case),
    "casework:review_reply": record(submitted),
    "casework:send_back_reply": record(submitted),
    "casework:take_back_reply": record(submitted),
    "casework:sign_reply": record(reviewed),
    "casework:send_back_unsigned": record(reviewed),
    "casework:drop_unsigned": record(signed),
    "casework:unsign_reply": record(signed),
    "casework:serve_reply": record(signed),
    "casework:reopen": record(set_aside),
    "casework:receive_remedy": record(answered),
    "casework:receive_reasons": record(reasons_asked),
}

"""Facts of every letter: the organ and whom to ask there, the request, its days, whom the letter is for."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from gongkai.agencies.models import ContactPage, LetterFacts
from gongkai.agencies.queries import name_on
from gongkai.casework.clock import due_on
from gongkai.casework.letters.names import Names
from gongkai.casework.models import Case, Consultation, Letter, Receipt
from gongkai.law.letters import Value
from gongkai.law.letters.letter import is_known

Facts = dict[str, Value]


@dataclass(frozen=True, slots=True)
class Source:
    """A letter with what its facts come from; read once, so that a page asks the database little. ``on`` is the day of the letter."""

    letter: Letter
    case: Case
    names: Names
    on: date
    contact: ContactPage
    organ: LetterFacts
    consultations: tuple[Consultation, ...]

    @property
    def own(self) -> Facts:
        """What a person said on the letter's own page."""
        return dict(self.letter.facts)


def source_of(letter: Letter, names: Names, on: date) -> Source:
    """Everything that facts are read from."""
    case = letter.case
    return Source(
        letter,
        case,
        names,
        on,
        ContactPage.objects.filter(agency=case.agency).first() or ContactPage(),
        LetterFacts.objects.filter(agency=case.agency).first() or LetterFacts(),
        tuple(case.consultations.all()),
    )


def known(facts: Facts | dict[str, Value | None]) -> Facts:
    """Only what says something."""
    return {key: value for key, value in facts.items() if value is not None and is_known(value)}


def lines(text: str) -> tuple[str, ...]:
    """A text as its lines that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def frame(source: Source) -> Facts:
    """The head and foot of a letter: organ, addressee, day, whom to ask."""
    case, contact = source.case, source.contact
    person = case.handler.name if case.handler else contact.office
    return known(
        {
            "organ": name_on(case.agency, source.on),
            "addressee": _addressee(source),
            "signed_on": source.on,
            "contact_person": person,
            "contact_telephone": contact.telephone,
            "contact_address": contact.address,
        }
    )


def _addressee(source: Source) -> str:
    to, consultation = source.letter.row.to, source.letter.consultation
    if not source.letter.row.official:  # a slip comes back from the other side
        return name_on(source.case.agency, source.on)
    if to == "applicant":
        return source.names.applicant
    if consultation is not None:
        return source.names.party if to == "third_party" else consultation.label
    decision = source.letter.decision
    return decision.organ_name if decision else ""


def you(source: Source) -> str:
    """How the letter calls its reader."""
    if source.letter.row.to == "applicant" and source.case.applicant_kind == "natural_person":
        return "你"
    return "你单位" if source.letter.row.to == "applicant" else "你（单位）"


def of_request(source: Source) -> Facts:
    """What is asked for, when it came and how, and when it must be answered."""
    case, receipt = source.case, Receipt.objects.filter(case=source.case).last()
    due = due_on(case, source.on) if case.is_open else None
    submitted = (receipt.submitted or receipt.arrived or receipt.signed) if receipt else None
    return known(
        {
            "you": you(source),
            "applicant": source.names.applicant,
            "applicant_contact": source.names.contact,
            "request_number": str(case.number),
            "description": case.title,
            "record": case.title,
            "submitted_on": submitted or case.arrived_on,
            "submitted_by": case.get_channel_display(),
            "received_on": case.received_on,
            "due_on": due.date if due else None,
            "corrected_request_on": _corrected_on(case),
            "remade_because": _remade_because(case),
        }
    )


def _corrected_on(case: Case) -> date | None:
    notice = case.notices.filter(kind="clarification", state="issued", round=case.round).last()
    return notice.answered_on if notice else None


def _remade_because(case: Case) -> str:
    """The decision or judgment that set the earlier reply aside, where this one is made anew."""
    if case.round == 1:
        return ""
    row = case.remedies.filter(reopened_round=case.round).last()
    if row is None:
        return ""
    paper = "行政复议决定书" if row.procedure == "reconsideration" else "行政判决书"
    return f"{row.body}{paper}" + (f"（{row.file_number}）" if row.file_number else "")


def ways_to_answer(source: Source) -> Iterator[str]:
    """Where others send their answers, as far as the organ's contact page says."""
    contact = source.contact
    yield f"书面意见送交或者寄送{' '.join(filter(None, (contact.address, source.case.agency.name + contact.office)))}"
    if contact.mail:
        yield f"电子邮件发至{contact.mail}"

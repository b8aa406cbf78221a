"""A case as the second reading expects it: which verbs are open to whom on which day, and where each leaves it.

The rules of state and of second persons are written out here once more, from the articles and the house's decisions.
"""

from dataclasses import dataclass, field
from datetime import date

from tests.casework.histories.oracle import Told, Verdict, judge

RUNNING = ("in_work", "awaiting_correction", "awaiting_payment")
OWED = {"correction": "awaiting_correction", "payment": "awaiting_payment"}
NEEDING_APPROVAL = ("extension", "delay", "fee")
EVENT_OF = {
    "clarification": "clarify_sent",
    "extension": "extend",
    "reasons": "reasons_asked",
    "delay": "delay_fixed",
    "fee": "fee_noticed",
}
ON_RECEIPT = ("clarification", "fee")
DISCLOSING = ("provided", "partly_granted", "disclosed_in_public_interest")
STRIKABLE = {
    *(EVENT_OF.values()), "clarify_received", "reasons_received",
    *(f"{family}_{fact}" for family in ("third_party", "joint_organ", "other_organ") for fact in ("received", "answered")),
}  # fmt: skip


@dataclass
class Note:
    """A notice: proposed, approved, issued, dropped; ``on_clock`` once its event stands."""

    kind: str
    state: str
    by: int
    days: int | None = None
    until: date | None = None
    issued: date | None = None
    on_clock: bool = False
    yuan: int = 0
    paid: int = 0
    pk: int = 0


@dataclass
class Try:
    """One try to bring a letter: a notice, or a reply where ``note`` is None."""

    note: Note | None
    direct: bool
    sent: date
    received: date | None = None
    failed: date | None = None
    repeated: bool = False
    pk: int = 0


@dataclass
class Party:
    """A party asked, and what is registered of it."""

    family: str
    label: str
    answer: str = ""
    reasons: bool = False
    pk: int = 0


@dataclass
class Suit:
    """A remedy; ``round``: of the reply it is about, None where there was none."""

    received: date
    round: int | None
    reopens: bool | None = None
    result_came: date | None = None
    until: date | None = None
    used: bool = False
    pk: int = 0


@dataclass
class Expected:
    """Everything that decides on what may happen next."""

    state: str
    arrived: date
    received: date | None
    registrar: int
    told: list[Told] = field(default_factory=list)
    authors: dict[int, int] = field(default_factory=dict)
    first_days: dict[int, date] = field(default_factory=dict)
    numbers: int = 0
    notes: list[Note] = field(default_factory=list)
    tries: list[Try] = field(default_factory=list)
    parties: list[Party] = field(default_factory=list)
    suits: list[Suit] = field(default_factory=list)
    replaced: set[int] = field(default_factory=set)
    round: int = 1
    outcome: str = ""
    closed_on: date | None = None
    reasons_asked: bool = False

    def verdict(self, *more: Told) -> Verdict:
        """Where the case stands, with more having happened."""
        assert self.received
        return judge(self.received, [*self.told, *more])

    def could(self, kind: str, day: date, **what: object) -> bool:
        """Whether the articles allow one more thing to have happened on a day."""
        told = Told(day, self.numbers + 1, kind, **what)  # type: ignore[arg-type]
        return not self.verdict(told).why

    def happen(self, kind: str, day: date, by: int, **what: object) -> None:
        """Let it have happened."""
        self.numbers += 1
        self.told.append(Told(day, self.numbers, kind, **what))  # type: ignore[arg-type]
        self.authors[self.numbers] = by
        self.first_days[self.numbers] = day
        self.follow()

    def follow(self) -> None:
        """The state follows from what is owed, as long as the case is open."""
        if self.state in RUNNING:
            self.state = OWED.get(self.verdict().owes, "in_work")

    def pending(self, kind: str) -> bool:
        """Whether one of the kind waits to be approved, sent, or to arrive."""
        return any(
            note.kind == kind
            and (
                note.state in ("proposed", "approved")
                or (note.state == "issued" and not note.on_clock)
            )
            for note in self.notes
        )

    def may_bring(self, note: Note, today: date) -> bool:
        """Whether what the notice brings about would be lawful today."""
        return self.could(EVENT_OF[note.kind], today, **self.what(note, today))

    @staticmethod
    def what(note: Note, issued: date | None) -> dict[str, object]:
        """What its event carries."""
        found: dict[str, object] = {"days": note.days, "until": note.until}
        if note.kind == "clarification":
            found["sent"] = issued
        return found

    def effect_day(self, note: Note, letter: Try) -> date | None:
        """The day on which a letter takes effect: receipt for the applicant's periods and for what is handed over, else posting."""
        if note.kind in ON_RECEIPT or letter.direct:
            return letter.received
        return letter.sent

    def let_arrive(self, letter: Try, by: int) -> None:
        """What follows from a letter's going out or arriving."""
        note = letter.note
        day = self.effect_day(note, letter) if note and not note.on_clock else None
        if note is None or day is None:
            return
        note.on_clock = True
        self.happen(EVENT_OF[note.kind], day, by, **self.what(note, note.issued))
        self.reasons_asked |= note.kind == "reasons"

    def arrival_is_lawful(self, letter: Try) -> bool:
        """Whether the articles allow what the letter brings about."""
        note = letter.note
        if note is None or note.on_clock:
            return True
        day = self.effect_day(note, letter)
        return day is None or self.could(EVENT_OF[note.kind], day, **self.what(note, note.issued))

    def close(self, state: str, outcome: str, day: date) -> None:
        """The first answer counts; proposals fall away."""
        self.state = state
        if self.closed_on is None:
            self.outcome, self.closed_on = outcome, day
        for note in self.notes:
            if note.state in ("proposed", "approved"):
                note.state = "dropped"

    def needs_met(self, outcome: str, today: date) -> bool:
        """What an outcome presupposes (art. 30, 32, 35, fee measures art. 6)."""
        found = self.verdict()
        lapsed = bool(found.owes and found.last and today > found.last)
        objected = any(p.family == "third_party" and p.answer == "refuses" and p.reasons for p in self.parties)  # fmt: skip
        heard = not any(a.family == "third_party" and a.may_still_speak(today) for a in found.asked)
        return {
            "still_unclear": found.clarified and found.owes != "correction",
            "clarification_lapsed": lapsed and found.owes == "correction",
            "fee_lapsed": lapsed and found.owes == "payment",
            "excessive": self.reasons_asked,
            "third_party_objects": objected,
            "repeated": False,
        }.get(outcome, True) and (outcome not in DISCLOSING or (heard and (objected or outcome != "disclosed_in_public_interest")))  # fmt: skip

"""The requests of a year: who asks, how each goes on and ends, which were carried in, which are carried out."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from itertools import count

from gongkai.config.simulation import courses
from gongkai.config.simulation.answers import ANSWERS, WITHDRAWN
from gongkai.config.simulation.applicants import CHANNELS, KINDS, TOPICS, applicant
from gongkai.config.simulation.courses import Course
from gongkai.config.simulation.draw import Draw, before, last_workday, next_workday
from gongkai.config.simulation.strand import Strand

Ending = tuple[Course, str]

ENDINGS: dict[str, tuple[Ending, ...]] = {
    "granted": (
        (courses.plain, "provided"), (courses.plain, "already_public"), (courses.plain, "told_when_and_where"),
        (courses.plain, "provided_in_other_form"), (courses.clarified, "provided"), (courses.extended, "provided"),
        (courses.third_party_agrees, "provided"), (courses.third_party_silent, "provided"),
        (courses.third_party_refuses, "disclosed_in_public_interest"), (courses.joint_organ, "provided"),
        (courses.other_organ, "provided"), (courses.fee_paid, "provided"), (courses.delayed, "provided"),
    ),
    "partly_granted": (
        (courses.plain, "partly_granted"), (courses.extended, "partly_granted"), (courses.clarified, "partly_granted"),
        (courses.third_party_silent, "partly_granted"), (courses.fee_paid, "partly_granted"),
    ),
    "refused_state_secret": ((courses.plain, "state_secret"), (courses.other_organ, "state_secret")),
    "refused_forbidden_by_law": ((courses.plain, "forbidden_by_law"),),
    "refused_security_and_stability": ((courses.plain, "security_and_stability"), (courses.extended, "security_and_stability")),
    "refused_third_party_rights": ((courses.third_party_refuses, "third_party_objects"), (courses.plain, "third_party_rights")),
    "refused_internal_affairs": ((courses.plain, "internal_affairs"),),
    "refused_process_information": ((courses.plain, "process_information"),),
    "refused_enforcement_file": ((courses.plain, "enforcement_file"), (courses.clarified, "enforcement_file")),
    "refused_inquiry_matter": ((courses.plain, "inquiry_matter"),),
    "unavailable_not_held": ((courses.plain, "nonexistent"), (courses.plain, "not_responsible"), (courses.clarified, "nonexistent")),
    "unavailable_must_be_created": ((courses.plain, "must_be_created"),),
    "unavailable_still_unclear": ((courses.clarified, "still_unclear"),),
    "unprocessed_petition": ((courses.plain, "petition"),),
    "unprocessed_publication": ((courses.plain, "publication"),),
    "unprocessed_excessive": ((courses.reasons_unsound, "excessive"),),
    "unprocessed_reconfirmation": ((courses.plain, "reconfirmation"),),
    "other_clarification_lapsed": ((courses.clarification_lapsed, "clarification_lapsed"),),
    "other_fee_lapsed": ((courses.fee_lapsed, "fee_lapsed"),),
    "other_miscellaneous": ((courses.withdrawn, "withdrawn"), (courses.plain, "not_a_request"), (courses.plain, "miscellaneous")),
}  # fmt: skip
"""By row of 表三, how a request comes to end there. Repeated requests follow an earlier one, and are thought of in ``kinship``."""
COMMON: tuple[tuple[str, int], ...] = (
    ("granted", 12), ("unavailable_not_held", 6), ("partly_granted", 5), ("other_miscellaneous", 2),
    ("unprocessed_petition", 2), ("refused_third_party_rights", 1), ("refused_process_information", 1),
)  # fmt: skip
MOST_ROWS = 0.93
"""How many of the rows occur in a year."""
CARRIED = (3, 5)
"""How many requests of a kind are carried over, at least and at most."""
ENOUGH_TRIES = 200


@dataclass(slots=True)
class Asking:
    """The requests as they are thought of; ``hand`` deals applicants and channels."""

    draw: Draw
    strands: list[Strand] = field(default_factory=list)
    serials: Iterator[int] = field(default_factory=lambda: count(1))
    hand: list[tuple[str, str]] = field(default_factory=list)

    def strand(self, received: date, serial: int | None = None) -> Strand:
        """A new request received on a day, by the next applicant by the next way."""
        kind, channel = self.hand[len(self.strands) % len(self.hand)]
        number = serial or next(self.serials)
        key = f"{self.draw.year}-{number:03d}"
        asker = applicant(self.draw, kind, number)
        return Strand(self.draw, key, asker, self.draw.one(TOPICS), channel, received)

    def add(self, received: date, ending: Ending) -> Strand:
        """A request with its course and its end."""
        return self.add_where(lambda: received, ending, lambda _: True)

    def add_where(
        self, received: Callable[[], date], ending: Ending, fits: Callable[[Strand], bool]
    ) -> Strand:
        """The same, thought of again until it fits."""
        serial = next(self.serials)
        course, outcome = ending
        for _ in range(ENOUGH_TRIES):
            strand = self.strand(received(), serial)
            course(strand, outcome)
            if fits(strand):
                return self.keep(strand)
        raise RuntimeError(f"no such course fits: {course.__name__}")

    def keep(self, strand: Strand) -> Strand:
        """It is one of the year; ended in the row of its outcome."""
        row = WITHDRAWN if strand.outcome == "withdrawn" else ANSWERS[strand.outcome].row
        strand.fact(row)
        self.strands.append(strand)
        return strand


def asking(draw: Draw) -> Asking:
    """All that is asked for and ends by itself; the rest builds upon it."""
    found = Asking(draw)
    for size in (
        len(ENDINGS),
        40,
    ):  # each kind and way within the first requests, which are of this year
        kinds = draw.dealt([key for key, _ in KINDS], [weight for _, weight in KINDS], size)
        ways = draw.dealt([key for key, _ in CHANNELS], [weight for _, weight in CHANNELS], size)
        found.hand += zip(kinds, ways, strict=True)
    for ending in _endings(draw):
        found.add(draw.workday(draw.first, draw.last), ending)
    _carry_in(found)
    _carry_out(found)
    _at_the_edges(found)
    return found


def _endings(draw: Draw) -> list[Ending]:
    """Most rows once, each course once, and what is common."""
    rows = [row for row in ENDINGS if draw.happens(MOST_ROWS)]
    chosen = [draw.one(ENDINGS[row]) for row in rows]
    done = {course for course, _ in chosen}
    others = [end for row in ("granted", "partly_granted") for end in ENDINGS[row]]
    for ending in others:
        if ending[0] not in done:
            chosen.append(ending)
            done.add(ending[0])
    more = draw.number(10, 22)
    chosen += [draw.one(ENDINGS[draw.weighed(COMMON)]) for _ in range(more)]
    draw.chance.shuffle(chosen)
    return chosen


def _carry_in(found: Asking) -> None:
    """Received at the end of the year before, answered in this one."""
    draw = found.draw
    for _ in range(draw.number(*CARRIED)):
        ending = draw.one([*ENDINGS["granted"], *ENDINGS["unavailable_not_held"]])
        found.add_where(
            lambda: before(draw.first, draw.number(1, 12)),
            ending,
            lambda strand: strand.closed_on is not None and strand.closed_on >= draw.first,
        )


def _carry_out(found: Asking) -> None:
    """Received at the end of this year, answered in the next."""
    draw = found.draw
    following = draw.last + timedelta(1)
    for _ in range(draw.number(*CARRIED)):
        ending = draw.one([*ENDINGS["granted"], *ENDINGS["partly_granted"]])
        found.add_where(
            lambda: before(following, draw.number(1, 10)),
            ending,
            lambda strand: strand.closed_on is not None and strand.closed_on > draw.last,
        )


def _at_the_edges(found: Asking) -> None:
    """On the first and last days: received on the last working day, answered on the last and on the first."""
    draw = found.draw
    eve, following = last_workday(draw.last), next_workday(draw.last + timedelta(1))
    plain = (courses.plain, "provided")
    found.add(eve, plain)
    found.add_where(
        lambda: before(eve, draw.number(2, 18)), plain, lambda strand: strand.closed_on == eve
    )
    found.add_where(
        lambda: before(following, draw.number(2, 18)),
        plain,
        lambda strand: strand.closed_on == following,
    )

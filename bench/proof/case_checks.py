"""What must hold of requests after a kill: no event doubled, the dates those of the events, every number given once, none missing."""

from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager

OF_LETTERS = ("casework.issue_letter", "casework.print_letter")
"""Acts that the journal keeps of the request whose letter it is."""


def problems() -> Iterator[str]:
    """What does not hold, all seen at one moment: officers go on working meanwhile."""
    with one_moment():
        found = [*numbers_torn(), *letters_torn(), *events_doubled(), *dates_adrift()]
    yield from found


@contextmanager
def one_moment() -> Iterator[None]:
    """What is read within is as it was at its beginning."""
    from django.db import connection, transaction

    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost and connection.vendor == "postgresql":
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield


def figures() -> dict[str, int]:
    """How much there is."""
    from gongkai.casework.models import Case, CaseEvent, CaseNumber, Letter

    return {
        "requests": Case.objects.count(),
        "events": CaseEvent.objects.count(),
        "numbers": CaseNumber.objects.count(),
        "letters": Letter.objects.filter(state="issued").count(),
        "replied": Case.objects.filter(state="replied").count(),
    }


def numbers_torn() -> Iterator[str]:
    """Gaps in a series, a number for nothing, and two things with one number."""
    from gongkai.casework.models import Case, CaseNumber, CaseSerial, Letter

    for serial in CaseSerial.objects.all():
        series = {name: getattr(serial, name) for name in ("agency_id", "year", "series")}
        given = set(CaseNumber.objects.filter(**series).values_list("serial", flat=True))
        if given != set(range(1, serial.last + 1)):
            yield f"numbers of {series}: {len(given)} of {serial.last}"
    used = Counter(Case.objects.values_list("number", flat=True))
    used += Counter(Letter.objects.exclude(number=None).values_list("number", flat=True))
    yield from (f"number {pk} stands for {count}" for pk, count in used.items() if count > 1)
    void = set(CaseNumber.objects.exclude(void_reason="").values_list("pk", flat=True))
    for pk in set(CaseNumber.objects.values_list("pk", flat=True)) - set(used) - void:
        yield f"number {pk} stands for nothing and does not say why"


def letters_torn() -> Iterator[str]:
    """Letters that one act issued twice, or that were printed twice, and replies that went out without theirs."""
    from gongkai.audit.models import Entry
    from gongkai.casework.models import CaseFile, Decision, Letter

    fixed = Letter.objects.exclude(state="draft")
    done = {act: Entry.objects.filter(act=act).count() for act in OF_LETTERS}
    printed = fixed.exclude(pdf=None).count()
    found = (*done.values(), CaseFile.objects.filter(use="letter").count())
    if found != (fixed.count(), printed, 2 * printed):
        yield f"{found} letters issued, printed and filed, and {fixed.count()} stand, {printed} of them printed"
    issued = Letter.objects.filter(state="issued")
    keys = ("kind", "decision", "notice", "consultation")
    for key, count in Counter(issued.values_list(*keys)).items():
        if count > 1 and any(key[1:]):
            yield f"issued {count} times: {key}"
    out = Decision.objects.filter(state__in=("signed", "served"))
    for decision in out.exclude(pk__in=issued.exclude(decision=None).values("decision")):
        yield f"reply {decision.pk} was signed without a letter"


def left_over() -> Iterator[str]:
    """Letters that nobody has printed when the outbox had time to empty."""
    from gongkai.casework.models import Letter

    waiting = Letter.objects.filter(state="issued", pdf=None).count()
    if waiting:
        yield f"{waiting} letters were not printed"


def events_doubled() -> Iterator[str]:
    """The same thing twice on the clock of a case, which the lives of the proof never bring about."""
    from gongkai.casework.models import CaseEvent

    rows = CaseEvent.objects.values_list("case", "kind", "day", "party")
    yield from (f"event {key} is there {n} times" for key, n in Counter(rows).items() if n > 1)


def dates_adrift() -> Iterator[str]:
    """Cases whose copies of the dates are not what their events say."""
    from gongkai.casework.clock import clock_of, copies_of
    from gongkai.casework.models import Case
    from gongkai.law.case_states import COUNTED

    for case in Case.objects.filter(state__in=COUNTED):
        clock = clock_of(case)
        wanted = copies_of(clock) if clock else {}
        found = {name: getattr(case, name) for name in wanted}
        if found != dict(wanted):
            yield f"case {case.pk}: {found} is not {wanted}"

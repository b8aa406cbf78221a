"""Information that several people asked one organ for (art. 44 para. 1): found by likeness across its requests, decided by a person."""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.casework.admission import visible
from gongkai.casework.likeness import LIKELY, pairs_of, shared
from gongkai.casework.models import Case, CaseItem, CaseMark
from gongkai.law.case_states import COUNTED
from gongkai.law.outcome_needs import DISCLOSING

MOST_CASES = 3_000
"""The newest of a period are compared; an organ with more chooses a shorter one."""
MOST_SHOWN = 50
COMMON, MOST_LEADS = 100, 8
"""A mark that more groups have than this tells nothing; of the groups that share most marks so many are compared."""


@dataclass(frozen=True, slots=True)
class Asked:
    """One information: its requests, the earliest first, how many asked, how alike they are at least, and what is public of it."""

    cases: tuple[Case, ...]
    least: float
    items: tuple[CaseItem, ...] = ()

    @property
    def applicants(self) -> int:
        """How many different applicants; who is not known counts as one of their own."""
        return len({case.identity_index or f"#{case.pk}" for case in self.cases})

    @property
    def per_cent(self) -> int:
        """0 to 100."""
        return round(100 * self.least)

    @property
    def outcomes(self) -> tuple[tuple[str, int], ...]:
        """How often which outcome."""
        found = Counter(case.get_outcome_display() or "还没有答复" for case in self.cases)
        return tuple(found.most_common())

    @property
    def released(self) -> Case | None:
        """The first request whose answer gave the information; None where nobody was given it yet."""
        return next((case for case in self.cases if case.outcome in DISCLOSING), None)


def asked_often(person: User, agency: Agency, first: date, last: date) -> list[Asked]:
    """What more than one applicant asked the organ for in these days, the most asked for first. Three queries, however many."""
    rows = visible(person, [agency.pk]).filter(
        kind="disclosure", state__in=COUNTED, received_on__range=(first, last)
    )
    newest = list(rows.select_related("number").order_by("-received_on", "-pk")[:MOST_CASES])
    cases = sorted(newest, key=lambda case: case.pk)
    found = [each for each in _groups(cases, _marks(agency, first, last)) if each.applicants > 1]
    shown = sorted(found, key=lambda each: (-each.applicants, -each.cases[0].pk))[:MOST_SHOWN]
    return _with_items(shown)


def _marks(agency: Agency, first: date, last: date) -> Mapping[int, list[int]]:
    """The marks of each request of the period."""
    rows = CaseMark.objects.filter(case__agency=agency, case__received_on__range=(first, last))
    marks: dict[int, list[int]] = defaultdict(list)
    for case_id, value in rows.values_list("case", "value"):
        marks[case_id].append(value)
    return marks


class _Group:
    """Requests like the first of them, while they are being found."""

    def __init__(self, case: Case, pairs: frozenset[str]) -> None:
        self.cases, self.pairs, self.least = [case], pairs, 1.0

    def add(self, case: Case, share: float) -> None:
        """One more."""
        self.cases.append(case)
        self.least = min(self.least, share)


def _groups(cases: Iterable[Case], marks: Mapping[int, list[int]]) -> list[Asked]:
    """Each request joins the group whose first it is most like, or begins one."""
    groups: list[_Group] = []
    by_mark: dict[int, list[_Group]] = defaultdict(list)
    for case in cases:
        pairs, mine = pairs_of(f"{case.title} {case.wanted}"), marks.get(case.pk, ())
        near = _nearest(pairs, [by_mark[value] for value in mine])
        if near:
            near[0].add(case, near[1])
            continue
        groups.append(_Group(case, pairs))
        for value in mine:
            by_mark[value].append(groups[-1])
    return [Asked(tuple(group.cases), group.least) for group in groups if len(group.cases) > 1]


def _nearest(pairs: frozenset[str], having: list[list[_Group]]) -> tuple[_Group, float] | None:
    """The group that is most like, with its likeness; None where none is like enough."""
    sharing = Counter(group for groups in having if len(groups) <= COMMON for group in groups)
    near = [(shared(pairs, group.pairs), group) for group, _ in sharing.most_common(MOST_LEADS)]
    share, best = max(near, key=lambda each: each[0], default=(0.0, None))
    return (best, share) if best is not None and share >= LIKELY else None


def _with_items(found: list[Asked]) -> list[Asked]:
    """With the items that are tied to any of the requests."""
    pks = [case.pk for each in found for case in each.cases]
    tied: dict[int, list[CaseItem]] = defaultdict(list)
    for row in CaseItem.objects.filter(case__in=pks).select_related("item"):
        tied[row.case_id].append(row)
    return [
        Asked(each.cases, each.least, tuple(row for case in each.cases for row in tied[case.pk]))
        for each in found
    ]

"""What a person may do with a report now: the moves of the law's table, asked of permission and of the second person."""

from dataclasses import dataclass

from gongkai.accounts.models import User
from gongkai.annual_reports.actions.moving import hands_of
from gongkai.annual_reports.acts import ACT_OF_MOVE
from gongkai.annual_reports.models import Report
from gongkai.annual_reports.queries import was_published
from gongkai.annual_reports.steps import PAGE_OF, StepPage
from gongkai.common.permissions import allowed
from gongkai.law.report_states import Move, moves_from

FORWARD = ("submit", "review", "sign", "publish")
"""The moves that bring a report on its way; the others lead back or aside."""


@dataclass(frozen=True, slots=True)
class NextStep:
    """A move that the person may make, with its page. ``url_name`` is that page's."""

    move: Move
    page: StepPage

    @property
    def url_name(self) -> str:
        """The name of its address."""
        return f"annual_reports:{self.page.key}"

    @property
    def is_forward(self) -> bool:
        """Whether it brings the report on its way."""
        return self.move.key in FORWARD


def next_steps(report: Report, person: User) -> list[NextStep]:
    """The moves open to the person, in the order of the law's table."""
    return [
        NextStep(move, PAGE_OF[move.key])
        for move in moves_from(report.state, again=was_published(report))
        if may_take(move, report, person)
    ]


def may_take(move: Move, report: Report, person: User) -> bool:
    """Whether permission and the rule of the second person let the person make the move."""
    if move.second_person and person.pk in hands_of(report):
        return False
    if move.key == "take_back" and report.submitted_by_id != person.pk:
        return False
    if move.key == "drop_correction" and report.is_withdrawn:
        return False
    return allowed(person, ACT_OF_MOVE[move.key, move.start], report.agency)


def stuck_because(report: Report, person: User) -> str:
    """Why somebody with the post for the next move may not make it, for people; "" where that is not so."""
    for move in moves_from(report.state, again=was_published(report)):
        holds = allowed(person, ACT_OF_MOVE[move.key, move.start], report.agency)
        if move.second_person and holds and person.pk in hands_of(report):
            return f"这份报告是您编写或者送复核的，须由另一位同志{move.label}（{move.cite}）"
    return ""

"""Which review step of a text is open, who may take it, and what a secrecy review must say. Reads only; ``actions`` write."""

from dataclasses import dataclass, field
from datetime import datetime

from gongkai.accounts import policy
from gongkai.accounts.models import User
from gongkai.common.clock import law_day
from gongkai.common.permissions import allowed
from gongkai.common.refusals import Refusal
from gongkai.law.citation import Cite
from gongkai.law.publication_steps import (
    DEFAULT_PLAN,
    QUESTIONS,
    StepKey,
    conclusion,
    in_order,
    review_step,
)
from gongkai.publishing.models import Item, Review, ReviewPlan, UrgentRelease

ACT_OF_STEP = {"reviewer": "publishing.review", "secrecy_reviewer": "publishing.review_secrecy"}
LONGEST_BASIS = 500
LONGEST_OPINION = 1000


@dataclass(frozen=True, slots=True)
class Secrecy:
    """What a secrecy review says: ``found`` are the keys of the questions where something was found, the rest was looked at too."""

    conclusion: str
    basis: str = ""
    found: frozenset[str] = field(default_factory=frozenset)

    def answers(self) -> dict[str, str]:
        """Every question with its answer, as it is kept."""
        return {row.key: "found" if row.key in self.found else "none" for row in QUESTIONS}


def plan_of(item: Item) -> tuple[StepKey, ...]:
    """The steps for an item: its column's, else the organ's, else the default of the law's table."""
    plans = ReviewPlan.objects.filter(agency_id=item.agency_id)
    own = plans.filter(column_id=item.column_id).first() or plans.filter(column=None).first()
    return in_order(own.steps) if own and own.steps else DEFAULT_PLAN


def open_review(item: Item) -> Review | None:
    """The step that waits to be taken; None outside the review."""
    if item.state != "in_review" or item.draft is None:
        return None
    return item.draft.reviews.filter(state="waiting").first()


def act_of_step(step: str) -> str:
    """The act of the permission matrix that a step needs."""
    return ACT_OF_STEP[review_step(step).who] if step else "publishing.review"


def may_take(person: User, item: Item, step: str, now: datetime) -> bool:
    """Whether the person's posts are those of the step: for a department's step, in that department."""
    if not allowed(person, act_of_step(step), item.agency):
        return False
    if not step or not review_step(step).in_department:
        return True
    return item.draft.department_id in departments_of(person, now)


def departments_of(person: User, now: datetime) -> set[int]:
    """The departments in which the person holds a reviewer's post today."""
    return policy.departments_of(person, law_day(now), "reviewer")


def checked_secrecy(said: Secrecy | None) -> Secrecy:
    """The review made whole; Refusal where it does not say what it must."""
    cite = Cite("条例", 17, 2)
    if said is None:
        raise Refusal("请填写保密审查的结论：先审查、后公开", cite=cite)
    try:
        row = conclusion(said.conclusion)
    except KeyError as unknown:
        raise Refusal("请选择保密审查的结论", cite=cite) from unknown
    if not said.found <= {question.key for question in QUESTIONS}:
        raise Refusal("保密审查里有不认识的项目，请重新勾选", cite=cite)
    basis = " ".join(said.basis.replace("\0", "").split())
    if len(basis) > LONGEST_BASIS:
        raise Refusal(f"依据和理由超过 {LONGEST_BASIS} 个字，请删减")
    if row.needs_basis and not basis:
        raise Refusal(f"结论是“{row.label}”，请写明依据和理由", cite=row.cite)
    if row.key == "may_publish" and said.found:
        raise Refusal("审查发现了问题，结论不能直接写“可以公开”", cite=row.cite)
    return Secrecy(said.conclusion, basis, said.found)


def may_approve_later(person: User, row: UrgentRelease) -> bool:
    """Whether the person neither wrote, nor handed in, nor released the text."""
    version = row.version
    return person.pk not in {*version.writers, version.submitted_by_id, row.released_by_id}

"""TABLE of the review steps between handing a text in and signing it, and of what the secrecy review asks and may conclude.

The law asks for a review, its steps and its responsibilities; which steps an organ takes is the organ's rule (``publishing``).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce

StepKey = Literal["department_review", "secrecy_review", "release_review"]
Reviewer = Literal["reviewer", "secrecy_reviewer"]
ConclusionKey = Literal["may_publish", "may_publish_masked", "must_not_publish", "to_be_referred"]

_SINCE_2019 = InForce(date(2019, 5, 15))
_STEPS_DOUBT = "《条例》只要求明确审查的程序和责任；分几步、由谁办，由各机关的制度定"
_QUESTIONS_DOUBT = "逐项审查是法律的要求，分成这几项提问是通行做法"
_WORK_DOUBT = "工作秘密的规定见保密法，条文未列入本系统的文件表"


@dataclass(frozen=True, slots=True)
class ReviewStep:
    """One step. ``in_department``: by the reviewer of the department that the text comes from; ``secrecy``: its form is the secrecy review."""

    key: StepKey
    label: str
    who: Reviewer
    in_department: bool
    secrecy: bool
    cite: Cite
    in_force: InForce = _SINCE_2019
    doubt: str = _STEPS_DOUBT


STEPS: tuple[ReviewStep, ...] = (
    ReviewStep("department_review", "部门审核", "reviewer", True, False, Cite("条例", 17, 1)),
    ReviewStep("secrecy_review", "保密审查", "secrecy_reviewer", False, True, Cite("条例", 17, 2)),
    ReviewStep("release_review", "发布审核", "reviewer", False, False, Cite("条例", 17, 1)),
)

DEFAULT_PLAN: tuple[StepKey, ...] = ("release_review",)
"""Where an organ has set nothing: one step, which then holds the secrecy review too."""


@dataclass(frozen=True, slots=True)
class SecrecyQuestion:
    """One thing that the secrecy review looks for."""

    key: str
    label: str
    cite: Cite
    in_force: InForce = _SINCE_2019
    doubt: str = _QUESTIONS_DOUBT


QUESTIONS: tuple[SecrecyQuestion, ...] = (
    SecrecyQuestion("state_secret", "国家秘密", Cite("条例", 14)),
    SecrecyQuestion("work_secret", "工作秘密", Cite("条例", 17, 2), doubt=_WORK_DOUBT),
    SecrecyQuestion("third_party_rights", "商业秘密等第三方的合法权益", Cite("条例", 15)),
    SecrecyQuestion("personal_data", "个人隐私、个人信息", Cite("条例", 15)),
    SecrecyQuestion("process_information", "内部事务信息、过程性信息", Cite("条例", 16)),
)


@dataclass(frozen=True, slots=True)
class Conclusion:
    """One end of the secrecy review. ``passes``: the text goes on; ``needs_basis``: the reviewer must say why."""

    key: ConclusionKey
    label: str
    passes: bool
    needs_basis: bool
    cite: Cite
    in_force: InForce = _SINCE_2019
    doubt: str = ""


CONCLUSIONS: tuple[Conclusion, ...] = (
    Conclusion("may_publish", "可以公开", True, False, Cite("条例", 17, 2)),
    Conclusion("may_publish_masked", "已作处理，可以公开", True, True, Cite("条例", 17, 2)),
    Conclusion("must_not_publish", "不能公开", False, True, Cite("条例", 14)),
    Conclusion("to_be_referred", "不能确定，报有关主管部门或者保密行政管理部门确定", False, True, Cite("条例", 17, 3)),
)

_STEPS = {row.key: row for row in STEPS}
_CONCLUSIONS = {row.key: row for row in CONCLUSIONS}


def review_step(key: str) -> ReviewStep:
    """The step of that key; raises KeyError."""
    return _STEPS[key]  # type: ignore[index]  # an unknown key raises, as said


def conclusion(key: str) -> Conclusion:
    """The conclusion of that key; raises KeyError."""
    return _CONCLUSIONS[key]  # type: ignore[index]  # an unknown key raises, as said


def in_order(keys: Iterable[str]) -> tuple[StepKey, ...]:
    """Steps in the order in which they are taken, each once. Raises KeyError for an unknown one."""
    wanted = {review_step(key).key for key in keys}
    return tuple(row.key for row in STEPS if row.key in wanted)


def holds_secrecy(key: str, plan: Iterable[str]) -> bool:
    """Whether the step of a plan has to conclude the secrecy review: its own step, or the last where the plan has none."""
    steps = in_order(plan)
    own = [step for step in steps if review_step(step).secrecy]
    return key == (own[0] if own else steps[-1])

"""Who may do what where: the vocabulary of roles, the acts that the apps declare, and the question ``permit``.

Each app declares its acts with the roles that may do them (``Act.grants``): together they are the permission matrix, which
pages, API, docs and tests read. The answer comes from ``accounts``, which fills in the policy when it starts.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Literal, Protocol

from gongkai.common.refusals import NotAllowed

Role = Literal[
    "clerk", "reviewer", "signer", "secrecy_reviewer", "supervisor", "administrator", "reader"
]
ROLE_LABELS: Mapping[Role, str] = {
    "clerk": "经办",
    "reviewer": "审核",
    "signer": "签发",
    "secrecy_reviewer": "保密审查",
    "supervisor": "监督",
    "administrator": "管理",
    "reader": "只读",
}

Scope = Literal["own", "below"]
SCOPE_LABELS: Mapping[Scope, str] = {"own": "本机关", "below": "本机关及下级"}


@dataclass(frozen=True, slots=True)
class Act:
    """One act, named ``app.verb``; ``grants`` says which role may do it and how far: the post's organ, or all below it too."""

    key: str
    label: str
    grants: Mapping[Role, Scope] = field(default_factory=dict)


class Actor(Protocol):
    """A person as actions and the journal know one."""

    pk: Any

    @property
    def name(self) -> str:
        """The name shown to people."""
        ...


@dataclass(frozen=True, slots=True)
class Permit:
    """That a person may do an act here, and by which post. Actions pass it to the journal."""

    actor_id: int | None
    actor_name: str
    post: str


SYSTEM = Permit(None, "系统", "自动办理")
"""Acts with no person: scheduled releases, clean-ups."""


class Policy(Protocol):
    """What ``accounts`` provides."""

    def permit(self, actor: Actor, act: Act, agency: Any) -> Permit | None:
        """The permit for the act on things of ``agency`` (None: on no organ's things), or None."""
        ...

    def agencies(self, actor: Actor, act: Act) -> frozenset[int]:
        """The ids of all agencies on whose things the person may do the act."""
        ...


_ACTS: dict[str, Act] = {}
_POLICY: list[Policy] = []


def declare(*acts: Act) -> None:
    """Add acts to the matrix; an app calls this once, when it starts. Raises ValueError for a name taken by another act."""
    for act in acts:
        if _ACTS.get(act.key, act) != act:
            raise ValueError(f"act declared twice: {act.key}")
        _ACTS[act.key] = act


def use_policy(policy: Policy) -> None:
    """Answer all questions by this policy from now on."""
    _POLICY[:] = [policy]


def acts() -> Iterable[Act]:
    """Every declared act, by key."""
    return tuple(_ACTS[key] for key in sorted(_ACTS))


def act(key: str) -> Act:
    """The act of that name; KeyError for a name nobody declared, which is a mistake in the program."""
    return _ACTS[key]


def permit(actor: Actor | None, key: str, agency: Any = None) -> Permit | None:
    """The permit for an act on things of an agency, or None: nobody, and no policy, may do nothing."""
    if actor is None or not _POLICY:
        return None
    return _POLICY[0].permit(actor, act(key), agency)


def allowed(actor: Actor | None, key: str, agency: Any = None) -> bool:
    """Whether the person may do the act on things of the agency."""
    return permit(actor, key, agency) is not None


def require(actor: Actor | None, key: str, agency: Any = None) -> Permit:
    """The permit, or NotAllowed."""
    found = permit(actor, key, agency)
    if found is None:
        raise NotAllowed(
            f"您现在的岗位不能{act(key).label}",
            next_step="如确需办理，请联系本机关的管理员调整岗位",
        )
    return found


def agencies_for(actor: Actor | None, key: str) -> frozenset[int]:
    """The ids of the agencies on whose things the person may do the act; lists are filtered by it."""
    if actor is None or not _POLICY:
        return frozenset()
    return _POLICY[0].agencies(actor, act(key))

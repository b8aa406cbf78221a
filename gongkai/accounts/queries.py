"""Reads about people and permissions."""

from collections.abc import Iterator

from gongkai.common.permissions import ROLE_LABELS, SCOPE_LABELS, Act, acts


def matrix() -> Iterator[tuple[Act, list[str]]]:
    """The permission matrix: each declared act with how far each role may do it, in the order of the roles; "" for not at all."""
    for act in acts():
        reach = [act.grants.get(role) for role in ROLE_LABELS]
        yield act, [SCOPE_LABELS[scope] if scope else "" for scope in reach]

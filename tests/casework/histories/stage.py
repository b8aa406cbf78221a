"""Who plays a history: two people with every post each, so that only the law and the second person stand in their way."""

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from tests.people import make_person


def two_people(agency: Agency) -> tuple[User, User]:
    """Both may handle, review and approve."""
    first, second = (_all_posts(agency, number) for number in range(2))
    return first, second


def _all_posts(agency: Agency, number: int) -> User:
    person = make_person(f"quan{number}", f"全岗位{number}", agency, "clerk")
    for role in ("reviewer", "signer"):
        person.posts.create(agency=agency, role=role, since=agency.since)
    return person

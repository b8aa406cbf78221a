"""What tests of reports share."""

import pytest

from gongkai.accounts.models import Post
from tests.people import SINCE


@pytest.fixture
def both_posts(cast):
    """Gives a person of the town more posts."""

    def give(person, *roles):
        for role in roles:
            Post.objects.create(user=person, agency=cast.town, role=role, since=SINCE)

    return give

"""What tests of the site share: the town's site at the root."""

import pytest

from tests.website.released import make_main


@pytest.fixture
def town(cast):
    """The town, whose site is the main one."""
    make_main(cast.town)
    return cast.town

"""What tests of the site share: the town's site at the root, and nothing kept from another test."""

import pytest
from django.core.cache import cache

from gongkai.website.kept import SHELF
from tests.website.released import make_main


@pytest.fixture(autouse=True)
def _empty_shelf():
    SHELF.clear()
    cache.clear()


@pytest.fixture
def town(cast):
    """The town, whose site is the main one."""
    make_main(cast.town)
    return cast.town

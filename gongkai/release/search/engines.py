"""Which engine answers here: the embedded one, or PostgreSQL itself where the settings say so."""

from functools import cache

from django.conf import settings

from gongkai.release.search.embedded.engine import EmbeddedEngine
from gongkai.release.search.in_database import DatabaseEngine
from gongkai.release.search.question import Engine


@cache
def engine() -> Engine:
    """The engine of this installation."""
    if settings.SEARCH == "postgresql":
        return DatabaseEngine()
    return EmbeddedEngine(settings.HOME / "search")

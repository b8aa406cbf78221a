"""Sessions in the database, looked up only by what can be the key of one: a browser may send anything as its cookie."""

from django.contrib.sessions.backends.base import VALID_KEY_CHARS
from django.contrib.sessions.backends.db import SessionStore as DatabaseSessions


class SessionStore(DatabaseSessions):
    """The store of Django, for which every other key is that of nobody; PostgreSQL refuses to look for some of them."""

    def _validate_session_key(self, key: str | None) -> bool:
        return bool(super()._validate_session_key(key)) and set(key) <= set(VALID_KEY_CHARS)

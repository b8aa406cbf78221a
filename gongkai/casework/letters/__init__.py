"""The letters of a case: which kind an act or an outcome needs, what the record says for each field, and the words that come of it.

Reads only: numbers are given, and letters frozen, by ``casework.actions.letters``. What letters say is law (``gongkai.law.letters``).
"""

from gongkai.casework.letters.drafting import Drafted, drafted
from gongkai.casework.letters.kinds import (
    CONSULTATION_LETTERS,
    LOOSE,
    NOTICE_LETTERS,
    kinds_of_reply,
    series_of,
)
from gongkai.casework.letters.names import Names, masked, opened

__all__ = [
    "CONSULTATION_LETTERS",
    "LOOSE",
    "NOTICE_LETTERS",
    "Drafted",
    "Names",
    "drafted",
    "kinds_of_reply",
    "masked",
    "opened",
    "series_of",
]

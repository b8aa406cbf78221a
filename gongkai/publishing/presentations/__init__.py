"""Forms of an item other than text: TABLE of presentations, one module each. A version has one; its data is sealed with the text."""

from collections.abc import Mapping
from typing import Any

from gongkai.publishing.presentations.accounts import ACCOUNTS
from gongkai.publishing.presentations.chart import CHART
from gongkai.publishing.presentations.media import AUDIO, VIDEO
from gongkai.publishing.presentations.one_picture import ONE_PICTURE
from gongkai.publishing.presentations.pictures import PICTURES
from gongkai.publishing.presentations.questions import QUESTIONS
from gongkai.publishing.presentations.reading import (
    readdressed,
    rewritten,
    texts_in,
    tokens_in,
    words_in,
)
from gongkai.publishing.presentations.row import Data, Presentation, Problem
from gongkai.publishing.presentations.text import TEXT

__all__ = [
    "DATA",
    "PLAIN",
    "PRESENTATIONS",
    "Data",
    "Presentation",
    "Problem",
    "data_of",
    "presentation",
    "readdressed",
    "rewritten",
    "texts_in",
    "tokens_in",
    "words_in",
]

PLAIN = TEXT.key
DATA = "presentation"
"""Under which name of a version's payload the data stands."""
_ROWS = (TEXT, PICTURES, ONE_PICTURE, VIDEO, AUDIO, QUESTIONS, CHART, ACCOUNTS)
PRESENTATIONS: Mapping[str, Presentation] = {row.key: row for row in _ROWS}


def presentation(key: str) -> Presentation:
    """The form of that key; raises KeyError."""
    return PRESENTATIONS[key]


def data_of(text: Any) -> dict[str, Any]:
    """The data of the form of a version, of a ``Text``, or of a public copy."""
    return text.payload.get(DATA) or {}

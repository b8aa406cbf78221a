"""The name under which readers get a file: what they see on the page, fit for an address and for any disk."""

import re
from pathlib import PurePosixPath

MOST_BYTES = 200
MOST_SIGNS = 120
_UNFIT = re.compile(r'[\x00-\x1f\x7f\\/:*?"<>|%#]+')


def file_name(title: str, given: str) -> str:
    """The title with the ending of the file. The name that it came with was checked by nobody."""
    ending = _UNFIT.sub("", PurePosixPath(given).suffix)[:12].lower()
    has_it = bool(ending) and title.lower().endswith(ending)
    stem = _UNFIT.sub("_", title[: -len(ending)] if has_it else title).strip(" .") or "附件"
    return _cut(stem, MOST_BYTES - len(ending.encode()), MOST_SIGNS - len(ending)) + ending


def _cut(text: str, most_bytes: int, most_signs: int) -> str:
    """The beginning of a text that has no more bytes and signs than that."""
    return text.encode()[:most_bytes].decode(errors="ignore")[:most_signs].rstrip(" .")

"""Names of files as bytes, without a word about their encoding: in archives and in addresses of old websites."""

import re

_CHINESE = re.compile(r"[\u2010-\u203b\u2460-\u24ff\u3000-\u303f\u3400-\u9fff\uff00-\uffef]")


def name_of(raw: bytes) -> str | None:
    """The reading in UTF-8 or GB18030 that looks Chinese; None where it is neither.

    Some GB18030 bytes are UTF-8 too (通知 reads as two foreign letters): the one with fewer strange signs is meant.
    """
    readings = []
    for encoding in ("utf-8", "gb18030"):
        try:
            readings.append(raw.decode(encoding))
        except UnicodeDecodeError:
            continue
    return min(readings, key=_strange, default=None)


def _strange(name: str) -> int:
    """How many signs are neither plain Latin nor of the kind that Chinese names have."""
    return sum(not (sign.isascii() or _CHINESE.match(sign)) for sign in name)

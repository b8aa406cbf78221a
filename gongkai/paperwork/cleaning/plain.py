"""Text in any encoding in use: the public copy is UTF-8 with the mark by which Excel and Notepad know it."""

import codecs

from gongkai.paperwork.cleaning.treated import Treated
from gongkai.paperwork.reading.sniff.decoding import decode


def treat(data: bytes) -> Treated:
    """The same text in UTF-8."""
    return Treated(codecs.BOM_UTF8 + decode(data).encode("utf-8", "replace"))

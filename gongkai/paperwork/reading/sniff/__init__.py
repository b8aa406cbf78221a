"""The gate before the readers: takes a file in by size, tells its kind by content, refuses what no reader should open.

A file's name is never asked. Every refusal says what the file is and what to do instead.
"""

from gongkai.paperwork.reading.sniff.decoding import decode
from gongkai.paperwork.reading.sniff.kinds import Kind, sniff
from gongkai.paperwork.reading.sniff.opening import open_limited

__all__ = ["Kind", "decode", "open_limited", "sniff"]

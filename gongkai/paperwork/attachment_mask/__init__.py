"""A copy of a file with the personal data in it masked: Word, Excel, CSV and text are rewritten, anything else is refused with advice.

The copy is looked through again: where a number could still be read in any corner of it, there is no copy.
"""

from gongkai.paperwork.attachment_mask.doors import MASKABLE
from gongkai.paperwork.bounded import bounded_call

__all__ = ["MASKABLE", "masked_copy"]

SECONDS = 40.0
MEMORY_MIB = 1_536


def masked_copy(data: bytes, kind: str) -> bytes:
    """The file rewritten in a child process; raises UnreadableReport with one sentence that says why it cannot be, and what to do."""
    copy: bytes = bounded_call(
        "gongkai.paperwork.attachment_mask.doors:masked",
        data,
        kind,
        seconds=SECONDS,
        memory_mib=MEMORY_MIB,
    )
    return copy

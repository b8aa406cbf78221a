"""The smallest font that readers take for one: every character is the same thin bar, which is never painted.

Without a shape some readers would take characters to have no size and leave them out when text is copied or searched.
"""

import struct
from functools import cache

EM = 1000
THIN = 10
"""Width of the bar: readers take a character to be as wide as its advance or its shape, whichever is more."""


@cache
def bar_font() -> bytes:
    """A TrueType file of two glyphs: nothing, and a bar as high as a character."""
    outline = _bar()
    tables = {
        b"glyf": outline,
        b"head": _head(),
        # version, ascent, descent, gap, widest, bearings, extent, caret, four reserved, format, how many widths follow
        b"hhea": struct.pack(
            ">I3hH11hH", 0x10000, EM, 0, 0, EM, 0, 0, EM, 1, 0, 0, 0, 0, 0, 0, 0, 2
        ),
        b"hmtx": struct.pack(">HhHh", EM, 0, EM, 0),
        b"loca": struct.pack(">3I", 0, 0, len(outline)),
        # version, glyphs, points, contours, and eleven limits for instructions that there are none of
        b"maxp": struct.pack(">I14H", 0x10000, 2, 4, 1, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 0),
    }
    return _assembled(tables)


def _bar() -> bytes:
    """One contour of four points, from (0, 0) to (THIN, EM)."""
    header = struct.pack(">hhhhh", 1, 0, 0, THIN, EM)
    ends, instructions = struct.pack(">H", 3), struct.pack(">H", 0)
    flags = bytes([1, 1, 1, 1])  # points on the curve, both coordinates as words
    across, down = struct.pack(">4h", 0, 0, THIN, 0), struct.pack(">4h", 0, EM, 0, -EM)
    return _padded(header + ends + instructions + flags + across + down)


def _head() -> bytes:
    """Version, sums, the magic number, flags, size of the em, two dates, the box around all, style, and 32-bit places."""
    return struct.pack(
        ">IIIIHHqqhhhhHHhhh",
        0x10000,
        0x10000,
        0,
        0x5F0F3CF5,
        0,
        EM,
        0,
        0,
        0,
        0,
        EM,
        EM,
        0,
        8,
        2,
        1,
        0,
    )


def _assembled(tables: dict[bytes, bytes]) -> bytes:
    count = len(tables)
    power = count.bit_length() - 1
    reach = 16 << power
    directory = struct.pack(">IHHHH", 0x10000, count, reach, power, 16 * count - reach)
    at = len(directory) + 16 * count
    body = b""
    for tag, data in sorted(tables.items()):
        directory += tag + struct.pack(">III", _sum(data), at + len(body), len(data))
        body += _padded(data)
    return directory + body


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)


def _sum(data: bytes) -> int:
    padded = _padded(data)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF

"""JPEG pictures inside documents: what they say about camera, place and people is cut out, the pixels stay as they are."""

_KEPT = frozenset({0xE0, 0xE2, 0xEE})  # JFIF, colour profile, Adobe's colour transform
_WITHOUT_LENGTH = frozenset({0x01, *range(0xD0, 0xD8)})


def strip(data: bytes) -> bytes:
    """The picture without EXIF, XMP, IPTC and comments; the bytes as given where they do not read as JPEG."""
    if not data.startswith(b"\xff\xd8"):
        return data
    out, at = bytearray(b"\xff\xd8"), 2
    while at + 4 <= len(data):
        if data[at] != 0xFF:
            return data
        marker = data[at + 1]
        if marker == 0xDA:
            return bytes(out + data[at:])
        length = (
            2 if marker in _WITHOUT_LENGTH else 2 + int.from_bytes(data[at + 2 : at + 4], "big")
        )
        told = 0xE0 <= marker <= 0xEF or marker == 0xFE
        if not told or marker in _KEPT:
            out += data[at : at + length]
        at += length
    return data

"""Names of files as people gave them, made fit to be shown, stored and sent in a header."""

import re
import unicodedata

from gongkai.paperwork.cleaning.kinds import FILE_KINDS, FileKind

LONGEST = 80  # characters, with the extension: 240 bytes of UTF-8, and file systems take 255
_FORBIDDEN = re.compile(r'[<>:"|?*\x00-\x1f\x7f]')
_KNOWN = frozenset(extension for kind in FILE_KINDS.values() for extension in kind.extensions)
_RESERVED = re.compile(r"(con|prn|aux|nul|com\d|lpt\d)(\..*)?", re.IGNORECASE)


def clean_name(name: str, kind: FileKind) -> str:
    """The last part of the path, without control, direction and private characters, ending in an extension of its kind."""
    last = re.split(r"[/\\]", unicodedata.normalize("NFC", name))[-1]
    kept = "".join(c for c in last if unicodedata.category(c) not in {"Cc", "Cf", "Cs", "Co", "Cn"})
    kept = re.sub(r"\s+", " ", _FORBIDDEN.sub("", kept)).strip(" .")
    stem, dot, extension = kept.rpartition(".")
    if not dot or extension.lower() not in _KNOWN:
        stem, extension = kept, ""
    stem = stem.strip(" .") or "未命名"
    if _RESERVED.fullmatch(stem):
        stem = f"_{stem}"
    ending = extension.lower() if extension.lower() in kind.extensions else kind.extensions[0]
    return f"{stem[: LONGEST - len(ending) - 1].rstrip(' .')}.{ending}"


def extension_of(name: str) -> str:
    """The extension as written, in small letters, without invisible characters."""
    visible = "".join(c for c in name if unicodedata.category(c) not in {"Cc", "Cf"})
    return visible.strip(" .").rpartition(".")[2].lower()

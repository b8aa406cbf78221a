"""Addresses of an old website in one way of writing, so that the one in an inventory meets the one that a reader asks for."""

import re
from dataclasses import dataclass
from urllib.parse import unquote_to_bytes, urljoin, urlsplit

from gongkai.paperwork.chinese_names import name_of

LONGEST = 500
"""Characters of host and path together."""
_HOST_FIRST = re.compile(r"[\w-]+(?:\.[\w-]+)*\.(?:cn|com|net|org|中国|政务)(?::[0-9]+)?(?:/.*)?")
_OTHER_SCHEME = re.compile(r"(?!https?:)[a-z][a-z0-9+.-]*:(?!//|[0-9]+(?:/|$))", re.IGNORECASE)
_PORT = re.compile(r":(?:80|443)$")
_SLASHES = re.compile(r"/{2,}")


@dataclass(frozen=True, slots=True)
class Address:
    """``host`` in small letters; ``path`` begins with a slash, is decoded, and holds the query."""

    host: str
    path: str

    def __str__(self) -> str:
        return f"{self.host}{self.path}"


def whole(written: str, base: str) -> str:
    """The whole http address that some words mean on a page at ``base``; "" where they mean none (script, mail, a file of a disk)."""
    words = "".join(written.split()) if "\n" in written else written.strip()
    if not words or words.startswith("#") or _OTHER_SCHEME.match(words):
        return ""
    if _HOST_FIRST.fullmatch(words):
        words = f"http://{words}"
    try:
        joined = urljoin(base, words.replace("\\", "/"))
        parts = urlsplit(joined)
        is_page = parts.scheme.lower() in {"http", "https"} and bool(parts.hostname)
    except ValueError:
        return ""
    return joined if is_page else ""


def address_of(written: str, base: str = "") -> Address | None:
    """The address in its one way of writing; None where the words are none, or too long."""
    found = whole(written, base)
    if not found:
        return None
    parts = urlsplit(found)
    host = _PORT.sub("", parts.netloc.rpartition("@")[2].lower())
    return _address(host, parts.path, parts.query)


def asked_for(host: str, path: str, query: str = "") -> Address | None:
    """What a request asks for, in the same way of writing. ``path`` and ``query`` as they came, percent signs and all."""
    return _address(_PORT.sub("", host.lower()), path, query)


def _address(host: str, path: str, query: str) -> Address | None:
    clean = _without_dots(_SLASHES.sub("/", f"/{decoded(path)}"))
    asked = f"?{decoded(query)}" if query else ""
    made = Address(host, clean + asked)
    fits = len(str(made)) <= LONGEST and "\0" not in made.path
    return made if fits else None


def _without_dots(path: str) -> str:
    """The path without steps that lead nowhere or upwards."""
    kept: list[str] = []
    parts = path.split("/")[1:]
    for part in parts:
        if part == "..":
            kept[-1:] = []
        elif part != ".":
            kept.append(part)
    ends_open = bool(parts) and parts[-1] in {".", ".."} and kept and kept[-1] != ""
    return "/" + "/".join(kept) + ("/" if ends_open else "")


def decoded(words: str) -> str:
    """Percent signs resolved, in UTF-8 or in GB18030 as old sites wrote their Chinese names; also where a server did half of it."""
    if words.isascii() and "%" not in words:
        return words
    raw = unquote_to_bytes(words)
    return name_of(raw) or raw.decode("utf-8", "replace")

"""One file examined: its kind, what a person should know of it, and the copy that may be made public."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from gongkai.paperwork.bounded import bounded_call
from gongkai.paperwork.cleaning import images, ofd, ole, ooxml, pdf, plain
from gongkai.paperwork.cleaning.kinds import IMAGES, OLE, OOXML
from gongkai.paperwork.cleaning.telling import advice_on, tell
from gongkai.paperwork.cleaning.treated import Treated
from gongkai.paperwork.errors import UnreadableReport

SECONDS = 30.0
MEMORY_MIB = 1_536  # a scanned page of 80 million pixels, twice in memory
_PLAIN = frozenset({"text", "csv", "html", "json"})


@dataclass(frozen=True, slots=True)
class Examined:
    """``kind`` is a key of FILE_KINDS. ``public`` is the copy without metadata and active content.

    ``active`` says that the original holds something that could act (scripts of a PDF): it is kept, but not handed out.
    """

    kind: str
    public: bytes
    warnings: tuple[str, ...] = ()
    active: bool = False


def examine(data: bytes, name: str, kinds: frozenset[str]) -> Examined:
    """Examine a file of which only ``kinds`` are wanted. The same bytes always give the same copy.

    Raises UnreadableReport (HostileFile) with one sentence that says what is wrong and what to do.
    """
    advice = advice_on(kinds)
    kind = tell(data, name, advice)
    if kind.key not in kinds:
        raise UnreadableReport(f"这里不能提交{kind.label}；{advice}")
    treated = _treatment(kind.key)(data)
    return Examined(kind.key, treated.public, treated.warnings, treated.active)


def examine_bounded(data: bytes, name: str, kinds: frozenset[str]) -> Examined:
    """``examine`` in a child process under limits of time and memory."""
    found: Examined = bounded_call(
        "gongkai.paperwork.cleaning:examine",
        data,
        name,
        kinds,
        seconds=SECONDS,
        memory_mib=MEMORY_MIB,
    )
    return replace(found, warnings=tuple(found.warnings))


def _treatment(kind: str) -> Callable[[bytes], Treated]:
    groups: Mapping[frozenset[str], Callable[[bytes], Treated]] = {
        frozenset({"pdf"}): pdf.treat,
        OOXML: ooxml.treat,
        OLE: ole.treat,
        frozenset({"ofd"}): ofd.treat,
        IMAGES: images.treat,
        _PLAIN: plain.treat,
    }
    return next(treat for keys, treat in groups.items() if kind in keys)

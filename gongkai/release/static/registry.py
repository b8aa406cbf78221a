"""Which pages the public site has, what makes each stale, and who draws them. The website fills it when it starts."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, Protocol


@dataclass(frozen=True, slots=True)
class Root:
    """The site of one organ: the organ's number and code, where its addresses begin (``/`` or ``/o/<code>/``), and
    whether readers without a choice of their own get its pages in elder mode.
    """

    agency: int
    code: str
    start: str
    elder: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """What of the public copies changed, of one item or of one organ; before and after together.

    ``parts``: ``item`` (the copy of an item came, changed or went), ``columns`` (the organ's own columns), ``catalogue``.
    ``pages``: the numbers of organs with addresses below their roots whose page changed: the item's, its neighbours'
    (``(7, "items/12/")``, ``(7, "reports/2024/")``). ``columns`` are keys of own columns, with all those above them;
    ``months`` those of publication in which the item is or was listed (``2025-11``); ``years`` those of reports;
    ``files`` the tokens of files that it has or had.
    """

    agency: int
    parts: frozenset[str] = frozenset({"item"})
    items: frozenset[int] = frozenset()
    pages: frozenset[tuple[int, str]] = frozenset()
    kinds: frozenset[str] = frozenset()
    columns: frozenset[str] = frozenset()
    months: frozenset[str] = frozenset()
    years: frozenset[int] = frozenset()
    files: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Drawn:
    """What the application answers for an address; ``location``: where a redirect leads, "" for anything else."""

    status: int
    content_type: str
    body: bytes = field(repr=False)
    location: str = ""


class Drawer(Protocol):
    """Answers exactly what the application answers; ``elder``: the reader's choice, None for a reader without one."""

    def __call__(self, address: str, *, elder: bool | None, now: datetime) -> Drawn:
        """The answer for an address such as ``/items/12/``; 404 where there is nothing."""


class InBatch(Protocol):
    """Answers for the addresses of one batch, as a ``Drawer`` does."""

    def __call__(self, address: str, *, elder: bool | None) -> Drawn:
        """The answer for an address."""


Batch = Callable[[Sequence[str], datetime], InBatch]
Addresses = Callable[[Root], Iterator[str]]
TouchedBy = Callable[[Root, Change], Iterable[str]]


@dataclass(frozen=True, slots=True)
class PageKind:
    """One kind of page. ``addresses``: all there are of it on one organ's site, the withdrawn ones too, in a steady order;
    ``touched_by``: those that a change makes stale, on the sites of other organs as well.

    ``stage`` orders a first release: pages of a lower stage are there before any of a higher one, so that no list points
    to nothing: 0 for what stands alone, 1 for lists, 2 for what leads to lists, 3 for the front page.
    ``with_the_day``: whether it changes at midnight though nobody changed anything.
    """

    key: str
    addresses: Addresses
    touched_by: TouchedBy
    stage: int = 1
    with_the_day: bool = False


Roots = Callable[[datetime], Sequence[Root]]
Frame = Callable[[Root, datetime], str]
"""A text that differs where what every page of a site carries differs: names, contact, filings, organs, own columns."""
_KINDS: dict[str, PageKind] = {}
_OFFERED: dict[str, Callable[..., Any]] = {}
_BATCH: ContextVar[InBatch | None] = ContextVar("batch", default=None)


class NothingDraws(RuntimeError):
    """Nobody has offered to draw pages: the website is not installed."""


def offer_pages(kind: PageKind) -> None:
    """Have pages of this kind released; called when an app starts. Raises ValueError where another kind has the key."""
    if _KINDS.setdefault(kind.key, kind) != kind:
        raise ValueError(f"two kinds of page are called {kind.key}")


def offer_site(*, roots: Roots, drawer: Drawer, frame: Frame, batch: Batch | None = None) -> None:
    """Say which sites there are, what draws their pages, and what every page of a site carries; with ``batch`` several
    pages are drawn with fewer reads.
    """
    _OFFERED.update(roots=roots, drawer=drawer, frame=frame)
    if batch:
        _OFFERED["batch"] = batch


def kinds() -> list[PageKind]:
    """All kinds, those of the lowest stage first."""
    return sorted(_KINDS.values(), key=lambda kind: kind.stage)


def roots(now: datetime) -> Sequence[Root]:
    """The sites that there are."""
    return _offered("roots")(now)  # type: ignore[no-any-return]


@contextmanager
def one_batch(addresses: Sequence[str], now: datetime) -> Iterator[None]:
    """Within it these addresses are drawn together: what was read for one is not read again for the next.

    Whatever must be known of the time before the pages were read is to be asked before.
    """
    begun = _BATCH.set(_OFFERED["batch"](addresses, now) if "batch" in _OFFERED else None)
    try:
        yield
    finally:
        _BATCH.reset(begun)


def draw(address: str, *, elder: bool | None, now: datetime) -> Drawn:
    """What the application answers for an address."""
    batch = _BATCH.get()
    if batch:
        return batch(address, elder=elder)
    return _offered("drawer")(address, elder=elder, now=now)  # type: ignore[no-any-return]


def frame(root: Root, now: datetime) -> str:
    """What every page of a site carries, as a text to compare."""
    return _offered("frame")(root, now)  # type: ignore[no-any-return]


def _offered(name: str) -> Callable[..., Any]:
    if name not in _OFFERED:
        raise NothingDraws(name)
    return _OFFERED[name]

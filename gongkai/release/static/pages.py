"""Draws addresses as the files that stand for them: each reading mode, the note of a withdrawal, the same compressed."""

import logging
from collections.abc import Iterable, Iterator
from datetime import datetime

from gongkai.release.static.addresses import (
    ELDER,
    GONE,
    PAGE,
    PLAIN,
    page_files,
    place_of,
    text_files,
)
from gongkai.release.static.registry import Change, Drawn, PageKind, Root, draw, kinds, roots

log = logging.getLogger("gongkai.release")
Files = dict[str, bytes | None]
"""By path in the tree: the bytes, or None where there shall be nothing."""


FAILED = Drawn(500, "", b"")


def drawn(address: str, now: datetime) -> tuple[Drawn, Drawn]:
    """An address for readers who left elder mode and for those who chose it; ``FAILED`` where the program could not draw it."""
    try:
        return draw(address, elder=False, now=now), draw(address, elder=True, now=now)
    except Exception:
        log.exception("页面 %s 没有生成，由程序直接回答", address)
        return FAILED, FAILED


def files_of(address: str, root: Root, plain: Drawn, elder: Drawn) -> Files:
    """The files that stand for an address: nothing where there is no page, or one that only the application can answer.

    A page that cannot be drawn is taken away rather than left as it was, for it may show what is withdrawn: readers are
    answered by the application.
    """
    place = place_of(address)
    if place and not place.endswith("/"):
        return dict(text_files(place, plain.body if plain.status == 200 else None))
    return dict(page_files(place, dict(_bodies(root, plain, elder))))


def _bodies(root: Root, plain: Drawn, elder: Drawn) -> Iterator[tuple[str, bytes]]:
    """What each file of a page holds; a site whose readers get elder mode shows the other to those who left it."""
    first, other, name = (elder, plain, PLAIN) if root.elder else (plain, elder, ELDER)
    if first.status == 410:
        yield GONE, first.body
    if first.status == 200:
        yield PAGE, first.body
        yield name, other.body


def touched(changes: Iterable[Change], now: datetime) -> dict[str, tuple[PageKind, Root]]:
    """The addresses that changes make stale, those of the lowest stage first."""
    changed, sites = list(changes), roots(now)
    return {
        address: (kind, root)
        for kind in kinds()
        for root in sites
        for change in changed
        for address in kind.touched_by(root, change)
    }

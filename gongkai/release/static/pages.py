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
HTML = "text/html"


def files_of(address: str, root: Root, now: datetime) -> Files:
    """The files that stand for an address: nothing where there is no page, or one that only the application can answer.

    A page that cannot be drawn is taken away rather than left as it was, for it may show what is withdrawn: readers are
    answered by the application.
    """
    place = place_of(address)
    try:
        drawn = draw(address, elder=None, now=now)
        other = draw(address, elder=not root.elder, now=now) if _has_modes(drawn) else None
    except Exception:
        log.exception("页面 %s 没有生成，由程序直接回答", address)
        drawn, other = Drawn(500, "", b""), None
    if place and not place.endswith("/"):
        return dict(text_files(place, drawn.body if drawn.status == 200 else None))
    return dict(page_files(place, dict(_bodies(root, drawn, other))))


def _has_modes(drawn: Drawn) -> bool:
    return drawn.status == 200 and drawn.content_type.startswith(HTML)


def _bodies(root: Root, drawn: Drawn, other: Drawn | None) -> Iterator[tuple[str, bytes]]:
    """What each file of a page holds."""
    if drawn.status == 410:
        yield GONE, drawn.body
    if drawn.status == 200:
        yield PAGE, drawn.body
    if other and other.status == 200:
        yield PLAIN if root.elder else ELDER, other.body


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

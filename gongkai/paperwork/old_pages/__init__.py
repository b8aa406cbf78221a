"""A page saved from an old website: its text without the site around it, what the page says of itself, and what it names."""

from gongkai.paperwork.bounded import bounded_call
from gongkai.paperwork.old_pages.addresses import Address, address_of, asked_for
from gongkai.paperwork.old_pages.page import OldPage, Reference, Told

__all__ = ["Address", "OldPage", "Reference", "Told", "address_of", "asked_for", "read_old_page"]

SECONDS = 10.0


def read_old_page(data: bytes, address: str, place: str = "") -> OldPage:
    """The page out of its bytes. ``address``: the whole address it had; ``place``: where the text stands (#zoom, .TRS_Editor).

    Raises UnreadableReport (HostileFile) with one Chinese sentence that says why.
    """
    page: OldPage = bounded_call(
        "gongkai.paperwork.old_pages.doors:page_of", data, address, place, seconds=SECONDS
    )
    return page

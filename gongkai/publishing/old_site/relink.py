"""Links of a text that came from an old website: to the new addresses of what came along, and of files. Works on cleaned HTML."""

import re
from collections.abc import Mapping
from html import escape, unescape

from gongkai.agencies.models import Agency
from gongkai.paperwork.old_pages import Address, address_of
from gongkai.publishing.models import OldAddress

_LINK = re.compile(r'(<a\b[^>]*?\bhref=")([^"]*)(")')


def to_files(body: str, addresses: Mapping[str, str]) -> str:
    """The text whose links to files lead to where those are kept now; ``addresses``: new by old, both as the text has them."""

    def put(link: re.Match[str]) -> str:
        new = addresses.get(unescape(link[2]))
        return f"{link[1]}{escape(new)}{link[3]}" if new else link.group()

    return _LINK.sub(put, body)


def to_items(body: str, agency: Agency) -> str:
    """The text whose links to pages of the old website lead to the items that they became; other links stay."""
    links = {unescape(link[2]) for link in _LINK.finditer(body)}
    meant = {link: address for link in links if (address := address_of(link))}
    return to_files(body, _new_of(meant, agency)) if meant else body


def _new_of(meant: Mapping[str, Address], agency: Agency) -> dict[str, str]:
    """By link, where the item is shown that had its address."""
    paths = [address.path for address in meant.values()]
    rows = OldAddress.objects.filter(agency=agency, path__in=paths, file=None)
    items = {str(row): row.item_id for row in rows}
    return {
        link: f"/o/{agency.code}/items/{items[str(address)]}/"
        for link, address in meant.items()
        if str(address) in items
    }

"""Takes pages out of the tree that no address of the site names any more: of an organ that has no site now, of a column that went."""

from collections.abc import Iterator
from datetime import datetime
from pathlib import PurePosixPath

from gongkai.release.static.addresses import (
    ELDER,
    FILES,
    GONE,
    PACKED,
    PAGE,
    PLAIN,
    address_of,
    files_place,
    place_of,
)
from gongkai.release.static.assets import ASSETS, assets
from gongkai.release.static.keeping import bring_in_step, portions
from gongkai.release.static.places import Place
from gongkai.release.static.public_files import all_tokens, drop_files
from gongkai.release.static.registry import Root, kinds, roots
from gongkai.release.static.tree import Tree

AT_ONCE = 200


def clean(place: Place, now: datetime) -> int:
    """Look at whatever nobody names once more, while nobody commits: what the application does not answer goes. Returns how many."""
    tree = place.tree
    extra = sorted(set(places(tree)) - named(now))
    main = roots(now)[0] if roots(now) else Root(0, "", "/")
    pages = [each for each in extra if not each.startswith((FILES, ASSETS))]
    for portion in portions(pages, AT_ONCE):
        with tree.lock():
            bring_in_step(place, now, {address_of(each): main for each in portion})
    with tree.lock():
        tree.commit({each: None for each in extra if each.startswith(ASSETS)})
        drop_files(tree, [each.split("/")[3] for each in extra if each.startswith(FILES)])
    return len(extra)


def named(now: datetime) -> set[str]:
    """Where everything lies that the site has."""
    found = {
        place_of(address)
        for kind in kinds()
        for root in roots(now)
        for address in kind.addresses(root)
    }
    return found | {files_place(token) for token in all_tokens()} | {place for place, _ in assets()}


def places(tree: Tree) -> Iterator[str]:
    """Where something lies: the folder of a page or of a public file, else the file itself."""
    for path in tree.paths():
        here = PurePosixPath(path.removesuffix(PACKED))
        if path.startswith(ASSETS):
            yield path
        elif here.name in {PAGE, ELDER, PLAIN, GONE} or path.startswith(FILES):
            yield f"{here.parent}/" if here.parent.name else ""
        else:
            yield str(here)

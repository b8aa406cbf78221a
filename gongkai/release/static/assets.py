"""The style sheets, scripts and pictures of this program beside the pages, so that the folder alone is the whole site."""

from collections.abc import Iterator
from pathlib import Path

from django.conf import settings

from gongkai.release.static.growing import Content
from gongkai.release.static.tree import Tree

ASSETS = "static/"
HIDDEN = {"staticfiles.json"}


def assets() -> Iterator[tuple[str, Path]]:
    """Where each lies in the tree, and where it is gathered."""
    top = Path(settings.STATIC_ROOT)
    for path in sorted(top.rglob("*")):
        if path.is_file() and path.name not in HIDDEN and not path.name.startswith("."):
            yield f"{ASSETS}{path.relative_to(top)}", path


def bring_assets(tree: Tree) -> None:
    """Bring them in before the pages that use them; those of an earlier version stay until no page uses them."""
    content: dict[str, Content] = {place: path.read_bytes() for place, path in assets()}
    with tree.lock():
        tree.commit(content)

"""Where the files go: a folder on this machine, from which a bucket is kept in step where one is named."""

from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings

from gongkai.release.static.tree import Tree

BUCKET = "s3"


@dataclass(frozen=True, slots=True)
class Place:
    """The tree on this machine; the address of the bucket that mirrors it, or "".

    ``is_kept``: whether it is the one that is kept in step with every change; any other is a copy of one moment.
    """

    tree: Tree
    bucket: str = ""
    is_kept: bool = True


def _folder_of(bucket: str) -> Path:
    """The folder on this machine from which a bucket is filled."""
    return Path(settings.HOME) / ("site" if bucket == settings.RELEASE else "site-copy")


def place() -> Place | None:
    """Where this installation releases its files; None where it releases none."""
    return place_at(settings.RELEASE) if settings.RELEASE else None


def place_at(setting: str) -> Place:
    """The place that a setting names. Raises NotOurFolder for a folder that holds something else."""
    is_bucket = urlsplit(setting).scheme == BUCKET
    tree = Tree(_folder_of(setting) if is_bucket else Path(setting).resolve())
    tree.make_ready()
    return Place(tree, setting if is_bucket else "", setting == settings.RELEASE)

"""What ``gongkai import-site`` is given: the folder or ZIP, its inventory, the organ, who hands in, where old columns go."""

import argparse
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from django.conf import settings
from django.core.files.base import File

from gongkai.accounts.models import User
from gongkai.agencies.models import Agency
from gongkai.agencies.queries import in_force
from gongkai.agencies.tables.reading import Rows, UnreadableTable, read_table
from gongkai.common.clock import current, law_day
from gongkai.common.permissions import act, allowed
from gongkai.paperwork.old_pages import address_of
from gongkai.paperwork.old_pages.places import is_place
from gongkai.publishing.actions.old_site import Source
from gongkai.publishing.bulk.archive import LARGE, Folder, UnreadableFolder
from gongkai.publishing.bulk.packing import pack
from gongkai.publishing.old_site.cells import listed
from gongkai.publishing.old_site.columns import heading
from gongkai.publishing.old_site.inventory import LARGE as LARGE_TABLE
from gongkai.publishing.old_site.inventory import inventory_in
from gongkai.publishing.old_site.surroundings import Columns, OldSite
from gongkai.publishing.queries import writable_columns

STAYS = "不迁入"
EDIT = "publishing.edit"


class BadSource(ValueError):
    """What was given on the command line cannot be used; the message says why."""


@contextmanager
def opened_source(arguments: argparse.Namespace) -> Iterator[tuple[Agency, User, Source]]:
    """The organ, the person and the site that the arguments name, the ZIP open meanwhile. Raises BadSource."""
    agency = _agency(arguments.organ)
    person = _person(agency, arguments.by)
    if arguments.place and not is_place(arguments.place):
        raise BadSource("--place 只写 id 或者 class，几个用逗号隔开，例：#zoom,.TRS_Editor")
    with _zip(arguments.source) as file:
        try:
            name, rows = _inventory(arguments.inventory, file)
            columns = _columns(arguments.columns, agency, person) if arguments.columns else {}
        except (UnreadableFolder, UnreadableTable, OSError) as error:
            raise BadSource(str(error)) from error
        site = OldSite(_site(arguments.site, rows), arguments.place)
        folder = File(file, name=f"{arguments.source.resolve().name[-100:]}")
        yield agency, person, Source(folder, rows, name, site, columns)


def _agency(code: str) -> Agency:
    found = Agency.objects.filter(in_force(law_day(current())), code=code).first()
    if found is None:
        raise BadSource(f"没有代码是 {code} 的机关")
    return found


def _person(agency: Agency, name: str | None) -> User:
    """Who hands in: the one that is named, else the only one who drafts for the organ."""
    if name:
        named = User.objects.filter(username=name, is_active=True).first()
        if named is None or not allowed(named, EDIT, agency):
            raise BadSource(f"登录名 {name} 不能替{agency.name}起草")
        return named
    today = in_force(law_day(current()))
    posts = agency.posts.filter(today, role__in=act(EDIT).grants, user__is_active=True)
    people = {post.user_id: post.user for post in posts.select_related("user")}
    if len(people) != 1:
        names = "、".join(sorted(person.username for person in people.values())) or "没有人"
        raise BadSource(f"用 --by 写明由谁送审；能替{agency.name}起草的：{names}")
    return next(iter(people.values()))


@contextmanager
def _zip(path: Path) -> Iterator[BinaryIO]:
    """The ZIP, or the folder packed as one for as long as it is needed."""
    if not path.exists():
        raise BadSource(f"没有 {path}")
    try:
        if path.is_file():
            with path.open("rb") as file:
                yield file
            return
        with tempfile.TemporaryFile(dir=settings.HOME, prefix="import-site-") as packed:
            pack(path, packed, LARGE)
            yield packed
    except UnreadableFolder as error:
        raise BadSource(str(error)) from error


def _inventory(path: Path | None, file: BinaryIO) -> tuple[str, Rows]:
    if path is not None:
        return path.name, read_table(path.read_bytes(), LARGE_TABLE)
    with Folder(file, LARGE) as folder:
        name, rows = inventory_in(folder, LARGE_TABLE)
    return name, rows


def _site(given: str | None, rows: Rows) -> str:
    """The address of the site: as given, else that of the first whole address of the inventory."""
    if given:
        found = address_of(given)
        if found is None:
            raise BadSource("--site 请写完整的网址，例：http://www.qingshi.gov.cn/")
        return f"http://{found.host}/"
    heads = [heading(cell) for cell in rows[0]]
    at = heads.index("旧网址") if "旧网址" in heads else len(heads)
    cells = (row[at] for row in rows[1:] if at < len(row))
    whole = (address_of(part) for cell in cells for part in listed(cell))
    first = next((address for address in whole if address), None)
    if first is None:
        raise BadSource("清单里没有完整的网址，请用 --site 写明旧网站的网址")
    return f"http://{first.host}/"


def _columns(path: Path, agency: Agency, person: User) -> Columns:
    """By old column, the organ's column of that title, or None for one that stays behind."""
    own = writable_columns(person).filter(agency=agency)
    titles = {column.title: column for column in own}
    found = {}
    for row in read_table(path.read_bytes(), LARGE_TABLE):
        old, new = (*row, "", "")[:2]
        if old and new and (old, new) != ("旧栏目", "栏目"):
            if new != STAYS and new not in titles:
                raise BadSource(f"{path.name}：本机关没有栏目“{new}”，或者不能往里放信息")
            found[old] = titles.get(new)
    return found

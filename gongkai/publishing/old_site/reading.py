"""One line read together with its page: the entry that it makes, or what is wrong with it; doubts beside."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from gongkai.agencies.tables.checking import CellError
from gongkai.law.citation import Cite
from gongkai.paperwork.errors import UnreadableReport
from gongkai.paperwork.official_document import Guesses, without_head
from gongkai.paperwork.old_pages import Address, OldPage, read_old_page
from gongkai.publishing.actions.take_in import MOST_PICTURES
from gongkai.publishing.actions.texts import LONGEST
from gongkai.publishing.bulk.archive import Folder, UnreadableFolder
from gongkai.publishing.old_site import cells as understood
from gongkai.publishing.old_site.cells import Cells, listed
from gongkai.publishing.old_site.doubts import Line, Seen, doubts_of, is_of_others
from gongkai.publishing.old_site.entries import PageEntry
from gongkai.publishing.old_site.pages import (
    PAGES,
    Read,
    edges_of,
    files_of,
    page_in,
    read_of,
)
from gongkai.publishing.old_site.surroundings import Surroundings

NO_COLUMN = "（没有写栏目）"
"""What lines without an old column are called together."""
SECRET = f"国家秘密不得公开，也不能在这个系统里处理（{Cite('条例', 14)}）"
_WORDS = {
    "标题": "title",
    "发文字号": "document_number",
    "内容概述": "summary",
    "索引号": "index_number",
}


@dataclass(frozen=True, slots=True)
class Found:
    """What became of a line: an entry, which may still lack its column, or mistakes."""

    entry: PageEntry | None
    errors: tuple[CellError, ...] = ()


def read_line(number: int, cells: Cells, around: Surroundings) -> Found:
    """Read a line with its page."""
    wrong = list(understood.wrong_cells(number, cells, around.site.address))
    if wrong:
        return Found(None, tuple(wrong))
    addresses = understood.addresses_of(cells["旧网址"], around.site.address)
    path = _path(cells, addresses[0], around.folder)
    line = Line(number, cells, path or "", addresses)
    wrong = list(_wrong_files(line, around.folder))
    return Found(None, tuple(wrong)) if wrong else _with_page(line, around)


def _path(cells: Cells, address: Address, folder: Folder) -> str | None:
    """The file of the page, named by the line or found by the address."""
    named = cells.get("网页文件", "")
    return folder.find(named) if named else page_in(folder, address)


def _wrong_files(line: Line, folder: Folder) -> Iterator[CellError]:
    named = line.cells.get("网页文件", "")
    if not line.path:
        why = "压缩包里没有这个文件，或者有几个同名的，请写上文件夹"
        lost = "压缩包里没有这个地址的网页，请写“网页文件”"
        yield line.wrong("网页文件" if named else "旧网址", named or line.cells["旧网址"], why if named else lost)  # fmt: skip
    elif not line.path.casefold().endswith(PAGES):
        yield line.wrong("网页文件", line.path, f"不是网页，应为 {'、'.join(PAGES[:4])} 等文件")
    for one in listed(line.cells.get("附件", "")):
        if folder.find(one) is None:
            yield line.wrong("附件", one, "压缩包里没有这个文件，或者有几个同名的，请写上文件夹")


def _with_page(line: Line, around: Surroundings) -> Found:
    place = line.cells.get("正文位置", "") or around.site.place
    try:
        data = around.folder.read(line.path)
        page = read_old_page(data, f"http://{line.addresses[0]}", place)
    except (UnreadableReport, UnreadableFolder) as error:
        return Found(None, (line.wrong("网页文件", line.path, str(error)),))
    read, guesses = read_of(page)
    files = files_of(around.folder, page, line.path)
    entry = _entry(line, page, read, around)
    wrong = tuple(_wrong_page(line, page, guesses, entry))
    if wrong:
        return Found(None, wrong)
    opening, ending = edges_of(without_head(page.html, guesses))
    doubts = doubts_of(Seen(entry, line, page, read, files, guesses), around)
    return Found(replace(entry, doubts=doubts, opening=opening, ending=ending))


def _entry(line: Line, page: OldPage, read: Read, around: Surroundings) -> PageEntry:
    """What the line says, and its page where it is silent. The column is settled later."""
    cells, said = line.cells, {}
    for heading, field in _WORDS.items():
        said[field] = " ".join(cells.get(heading, "").split())
    for heading, field in understood.DAYS.items():
        said[field] = str(understood.day_of(cells.get(heading, "")) or "")
    said["genre"] = understood.GENRE_KEYS.get(cells.get("体裁", ""), "")
    said["theme"] = understood.THEME_KEYS.get(cells.get("主题分类", ""), "")
    said["old_site_validity"] = understood.validity_key(cells.get("有效性", ""))
    taken = {field: row for field, row in read.items() if not said.get(field)}
    said |= {field: row[1] for field, row in taken.items()}
    column, source = page.said("column"), page.said("source")
    attachments = (around.folder.find(one) or "" for one in listed(cells.get("附件", "")))
    return PageEntry(
        line=line.number,
        column_id=0,
        body=line.path,
        **said,
        **_origin(cells.get("来源", ""), source.value if source else "", around),
        attachments=tuple(dict.fromkeys(attachments)),
        stays_by=cells.get("长期公开的依据", ""),
        addresses=tuple(map(str, line.addresses)),
        place=cells.get("正文位置", "") or around.site.place,
        old_column=cells.get("旧栏目", "") or (column.value if column else NO_COLUMN),
        old_site=around.site.name or line.addresses[0].host,
        day_by=_day_by(said["old_site_day"], read, taken),
        taken=taken,
        found_at=page.place,
    )


def _day_by(day: str, read: Read, taken: Read) -> str:
    """By whom the day on the old site is known."""
    if not day:
        return ""
    if "old_site_day" in taken:
        return "page"
    if "old_site_day" not in read:
        return "inventory"
    return "both" if read["old_site_day"][1] == day else "against"


def _origin(cell: str, told: str, around: Surroundings) -> dict[str, object]:
    """Where the information comes from: a department of the organ; somebody else, where the inventory says so."""
    name = " ".join((cell or told).split())
    if name in around.departments:
        return {"department_id": around.departments[name]}
    if not cell or not is_of_others(name, around.agency):
        return {}
    return {"origin": "obtained", "obtained_from": name[:100]}


def _wrong_page(
    line: Line, page: OldPage, guesses: Guesses, entry: PageEntry
) -> Iterator[CellError]:
    """Why the page cannot come in at all."""
    if guesses.secrecy:
        yield line.wrong("网页文件", line.path, f"文件上标有“{guesses.secrecy}”：{SECRET}")
    if len(page.html) > LONGEST["body"]:
        yield line.wrong("网页文件", line.path, f"正文超过 {LONGEST['body']} 个字，请分成几条")
    if len(page.pictures) + len(page.carried) > MOST_PICTURES:
        yield line.wrong("网页文件", line.path, f"网页里的图片超过 {MOST_PICTURES} 张，请分成几条")
    if not entry.title:
        yield line.wrong("标题", "", "清单没有写，网页里也没有认出来")
    for field, heading in (("title", "标题"), ("document_number", "发文字号")):
        if len(getattr(entry, field)) > LONGEST[field]:
            yield line.wrong(heading, getattr(entry, field), f"超过 {LONGEST[field]} 个字")

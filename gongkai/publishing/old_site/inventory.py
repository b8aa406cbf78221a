"""The inventory of an old website inside its own folder: the one table there that has the headings of one."""

from gongkai.agencies.tables.reading import AT_DESK, Rows, TableLimits, UnreadableTable, read_table
from gongkai.publishing.bulk.archive import Folder
from gongkai.publishing.old_site.columns import REQUIRED, heading

LARGE = TableLimits(64 * 1024 * 1024, 100_000)
"""The inventory of a whole site, given to the command line."""
_DEEPEST = 1
"""Folders that may stand around it."""


def inventory_in(folder: Folder, limits: TableLimits = AT_DESK) -> tuple[str, Rows]:
    """Its path and its rows. Raises UnreadableTable where there is none, or several; UnreadableFolder for a damaged file."""
    found: list[tuple[str, Rows]] = []
    unread: list[str] = []
    for member in folder.members:
        is_table = member.path.casefold().endswith((".csv", ".xlsx"))
        if is_table and member.path.count("/") <= _DEEPEST:
            try:
                rows = read_table(folder.read(member.path), limits)
            except UnreadableTable as error:
                unread.append(f"“{member.path}”：{error}")
                continue
            found += [(member.path, rows)] if is_inventory(rows) else []
    if len(found) == 1:
        return found[0]
    if found:
        raise UnreadableTable(f"压缩包里有 {len(found)} 份清单，请单独上传要用的一份")
    why = f"（{unread[0]}）" if unread else ""
    raise UnreadableTable(f"压缩包里没有找到清单，请单独上传{why}")


def is_inventory(rows: Rows) -> bool:
    """Whether the first line has the headings that every inventory has."""
    return set(REQUIRED) <= {heading(cell) for cell in rows[0]}

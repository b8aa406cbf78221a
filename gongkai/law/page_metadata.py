"""TABLE of the tags that every page of a government site carries in its head, by the level of the page, and their rendering.

Not here: where the values come from (``website``), and what the site's own facts are (``agencies``).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal

from gongkai.law.citation import Cite
from gongkai.law.in_force import InForce, rows_in_force

Level = Literal["site", "column", "article"]
LEVELS: Mapping[Level, tuple[Level, ...]] = {
    "site": ("site",),
    "column": ("site", "column"),
    "article": ("site", "column", "article"),
}
"""A home page carries the site's tags, a column's page those and its own, an article's page all three."""

_SEEN = "标签名按各地政府网站在用页面核对；是否必选凭记忆，未能核对附件原文"
_RECALLED = "标签名和是否必选均凭记忆，未能核对附件原文"


@dataclass(frozen=True, slots=True)
class MetadataTag:
    """One tag: the name that stands in the page, what it holds, and whether it must be there."""

    name: str
    label: str
    level: Level
    required: bool
    cite: Cite
    doubt: str = _SEEN
    in_force: InForce = InForce(date(2017, 5, 15))


_PAGES = Cite("网站发展指引", part="附件“网页设计规范”")

METADATA_TAGS: tuple[MetadataTag, ...] = (
    MetadataTag("SiteName", "网站名称", "site", True, _PAGES),
    MetadataTag("SiteDomain", "网站域名", "site", True, _PAGES, _RECALLED),
    MetadataTag("SiteIDCode", "政府网站标识码", "site", True, _PAGES),
    MetadataTag("ColumnName", "栏目名称", "column", True, _PAGES),
    MetadataTag("ColumnDescription", "栏目描述", "column", True, _PAGES),
    MetadataTag("ColumnKeywords", "栏目关键词", "column", True, _PAGES),
    MetadataTag("ColumnType", "栏目类别", "column", True, _PAGES),
    MetadataTag("ArticleTitle", "标题", "article", True, _PAGES),
    MetadataTag("PubDate", "发布时间，写成 2024-12-31 09:30", "article", True, _PAGES),
    MetadataTag("ContentSource", "来源", "article", True, _PAGES),
    MetadataTag("Keywords", "关键词", "article", False, _PAGES, _RECALLED),
    MetadataTag("Author", "作者", "article", False, _PAGES, _RECALLED),
    MetadataTag("Description", "摘要", "article", False, _PAGES, _RECALLED),
    MetadataTag("Image", "图片地址", "article", False, _PAGES, _RECALLED),
    MetadataTag("Url", "页面地址", "article", False, _PAGES, _RECALLED),
)


def tags_of(level: Level, on: date) -> tuple[MetadataTag, ...]:
    """The tags that a page of that level carries on the day ``on``, in their order."""
    levels = LEVELS[level]
    return tuple(row for row in rows_in_force(METADATA_TAGS, on) if row.level in levels)


def rendered(level: Level, values: Mapping[str, str], on: date) -> tuple[tuple[str, str], ...]:
    """(name, content) of each tag of such a page. A required tag stands even with nothing to say; an optional one does not.

    Raises KeyError for a value that no tag of the level holds: such a mistake would stay unseen on the page.
    """
    tags = tags_of(level, on)
    unknown = values.keys() - {row.name for row in tags}
    if unknown:
        raise KeyError(f"no tag of this level: {sorted(unknown)}")
    found = ((row, " ".join(values.get(row.name, "").split())) for row in tags)
    return tuple((row.name, text) for row, text in found if text or row.required)

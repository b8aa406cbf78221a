"""The lines of an inventory: each cell understood, or said why it cannot be. Knows the organ's columns and the folder, no items."""

from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass, replace
from datetime import date
from typing import Any

from gongkai.agencies.models import Department
from gongkai.agencies.tables.checking import CellError, day_of
from gongkai.agencies.tables.columns import FORMULA_SIGNS
from gongkai.agencies.tables.reading import Rows
from gongkai.law.attributes import ATTRIBUTES, GROUNDS
from gongkai.law.genres import GENRES
from gongkai.law.themes import THEMES
from gongkai.publishing.actions.texts import LONGEST, Text
from gongkai.publishing.bulk.archive import Folder
from gongkai.publishing.bulk.columns import COLUMNS, REQUIRED
from gongkai.publishing.facts import Facts
from gongkai.publishing.models import Column

_MOST = {
    "标题": LONGEST["title"],
    "发文字号": LONGEST["document_number"],
    "内容概述": LONGEST["summary"],
    "附件": 4000,
}
DAYS = ("成文日期", "公示到哪一天")
BODIES = (".docx", ".doc", ".wps", ".pdf", ".html", ".htm", ".txt")
"""Kinds of files whose text can be read."""
_KEYS: Mapping[str, Mapping[str, str]] = {
    "体裁": {row.label: row.key for row in GENRES},
    "主题分类": {row.label: row.key for row in THEMES},
    "公开属性": {row.label: row.key for row in ATTRIBUTES},
    "不公开的依据": {row.label: row.key for row in GROUNDS},
}


@dataclass(frozen=True, slots=True)
class Entry:
    """One line that is right by itself. ``body`` and ``attachments`` are paths in the folder; "" and None say nothing."""

    line: int
    column_id: int
    title: str
    body: str
    made_on: str
    document_number: str = ""
    summary: str = ""
    genre: str = ""
    theme: str = ""
    attribute: str = ""
    attribute_ground: str = ""
    department_id: int | None = None
    attachments: tuple[str, ...] = ()
    offline_on: str = ""
    stays_by: str = ""

    def said(self) -> dict[str, Any]:
        """As JSON keeps it."""
        return asdict(self) | {"attachments": list(self.attachments)}

    @classmethod
    def of(cls, said: Mapping[str, Any]) -> "Entry":
        """What was kept."""
        return cls(**{**said, "attachments": tuple(said["attachments"])})

    def put_into(self, text: Text) -> Text:
        """The text with what the line says; what it leaves empty stays as it is."""
        words = {name: said for name in ("title", "document_number", "summary") if (said := getattr(self, name))}  # fmt: skip
        named = ("genre", "theme", "attribute", "attribute_ground", "department_id", "stays_by")
        facts = {name: said for name in named if (said := getattr(self, name))}
        if self.made_on:
            facts["made_on"] = date.fromisoformat(self.made_on)
        if self.offline_on:
            facts["offline_on"] = date.fromisoformat(self.offline_on)
        return replace(text, **words, facts=replace(text.facts, **facts))


class Surroundings:
    """What the cells of an organ's inventory may name."""

    def __init__(self, columns: list[Column], departments: list[Department], folder: Folder) -> None:  # fmt: skip
        self.columns: dict[str, Column | None] = {}
        for column in columns:
            self.columns[column.title] = None if column.title in self.columns else column
        self.departments = {row.name: row.pk for row in departments}
        self.folder = folder


def entries_of(rows: Rows, around: Surroundings) -> tuple[list[Entry], list[CellError]]:
    """The lines that are right by themselves, and everything that is wrong with the others."""
    heads = rows[0]
    missing = [name for name in REQUIRED if name not in heads]
    twice = [name for name in COLUMNS if heads.count(name) > 1]
    if missing or twice:
        why = "第一行缺少这些列名" if missing else "第一行里这些列名重复"
        return [], [CellError(1, "、".join(missing or twice), "", why)]
    entries: list[Entry] = []
    errors: list[CellError] = []
    for number, row in enumerate(rows[1:], start=2):
        cells = {name: row[at] if at < len(row) else "" for at, name in enumerate(heads) if name in COLUMNS}  # fmt: skip
        if any(cells.values()):
            wrong = list(_wrong(number, cells, around))
            errors += wrong
            entries += [] if wrong else [_entry(number, cells, around)]
    if not entries and not errors:
        errors.append(CellError(2, "标题", "", "清单里一行也没有"))
    return entries, errors + _files_used_twice(entries)


def _wrong(number: int, cells: Mapping[str, str], around: Surroundings) -> Iterator[CellError]:
    """What is wrong with the cells of a line."""
    for name in COLUMNS:
        value = cells.get(name, "")
        why = _why_wrong(name, value, around) if value else "必填" if name in REQUIRED else ""
        if why:
            yield CellError(number, name, value[:60], why)
    said = cells.get("公开属性", "")
    if said in _KEYS["公开属性"] and said != "主动公开" and not cells.get("不公开的依据"):
        yield CellError(number, "不公开的依据", "", f"“{said}”的要写依据")


def _why_wrong(name: str, value: str, around: Surroundings) -> str:
    """Why a value cannot stand in a column; "" where it can."""
    if value.startswith(FORMULA_SIGNS):
        return "不能以 = + - @ 开头"
    if len(value) > _MOST.get(name, 200):
        return f"超过 {_MOST.get(name, 200)} 个字"
    if name in _KEYS and value not in _KEYS[name]:
        return f"没有这一种，应为 {'、'.join(_KEYS[name])} 之一"
    if name in DAYS and day_of(value) is None:
        return "日期应写成 2024-01-31 的样子"
    if name == "栏目" and around.columns.get(value) is None:
        return "有两个栏目叫这个名称，请先改名" if value in around.columns else "没有这个栏目，或者不能往里放信息"  # fmt: skip
    if name == "来源部门" and value not in around.departments:
        return "本机关没有这个内设机构"
    if name in {"正文文件", "附件"}:
        lost = [one for one in _listed(value) if around.folder.find(one) is None]
        if lost:
            return f"压缩包里没有“{lost[0]}”，或者有几个同名的，请写上文件夹"
    if name == "正文文件" and not value.casefold().endswith(BODIES):
        return "正文只能用 Word、WPS、PDF、网页、文字文件"
    return ""


def _listed(value: str) -> list[str]:
    """The file names of a cell."""
    split = value.replace(";", "；").replace("\n", "；").split("；")
    return [name for part in split if (name := part.strip())]


def _entry(number: int, cells: Mapping[str, str], around: Surroundings) -> Entry:
    """A line whose cells are right."""
    day, column = day_of(cells["成文日期"]), around.columns[cells["栏目"]]
    assert day is not None
    assert column is not None
    paths = [around.folder.find(name) or "" for name in _listed(cells.get("附件", ""))]
    keys = {name: _KEYS[name].get(cells.get(name, ""), "") for name in _KEYS}
    return Entry(
        line=number,
        column_id=column.pk,
        title=" ".join(cells["标题"].split()),
        body=around.folder.find(cells["正文文件"]) or "",
        made_on=day.isoformat(),
        document_number=cells.get("发文字号", ""),
        summary=cells.get("内容概述", ""),
        genre=keys["体裁"],
        theme=keys["主题分类"],
        attribute=keys["公开属性"],
        attribute_ground=keys["不公开的依据"],
        department_id=around.departments.get(cells.get("来源部门", "")),
        attachments=tuple(dict.fromkeys(paths)),
        offline_on=str(day_of(cells.get("公示到哪一天", "")) or ""),
        stays_by=cells.get("长期公开的依据", ""),
    )


def _files_used_twice(entries: list[Entry]) -> list[CellError]:
    """Each file is the text of one line, and each document number and title stands once."""
    errors: list[CellError] = []
    for heading, key in (
        ("正文文件", lambda row: row.body),
        ("发文字号", lambda row: row.document_number),
        ("标题", lambda row: (row.column_id, row.title)),
    ):
        seen: dict[Any, int] = {}
        for row in entries:
            value = key(row)
            if value and value in seen:
                shown = value[1] if isinstance(value, tuple) else value
                errors.append(CellError(row.line, heading, shown[:60], f"与第 {seen[value]} 行重复"))  # fmt: skip
            seen.setdefault(value, row.line)
    return errors


def new_text(entry: Entry) -> Text:
    """A text of which only the line is known yet."""
    return entry.put_into(Text(entry.title, "<p>正文</p>", facts=Facts()))

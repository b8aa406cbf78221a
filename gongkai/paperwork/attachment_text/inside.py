"""What every Office file holds beside its pages: links, properties, data of charts, files inside the file."""

import re
from collections.abc import Iterator, Mapping

from gongkai.paperwork.attachment_text.packages import (
    attribute,
    embedded,
    is_package,
    leaves,
    local,
    opened,
    parsed,
)
from gongkai.paperwork.attachment_text.pieces import Piece

_LEFT_OUT = {"Application", "AppVersion", "Template", "DocSecurity", "TotalTime", "Pages", "Words", "Characters",
             "CharactersWithSpaces", "Lines", "Paragraphs", "created", "modified", "revision", "lastPrinted"}  # fmt: skip
MOST_EMBEDDED = 20


def links(parts: Mapping[str, bytes], folder: str) -> Iterator[Piece]:
    """Addresses that the file points to."""
    for name in sorted(parts):
        if not name.startswith(folder) or not name.endswith(".rels"):
            continue
        for each in parsed(parts[name]):
            outside = attribute(each, "TargetMode") == "External"
            if outside and attribute(each, "Type").endswith("/hyperlink"):
                yield Piece("链接的地址", attribute(each, "Target"), hidden=True, way="链接的地址")


def properties(parts: Mapping[str, bytes]) -> Iterator[Piece]:
    """Author, title, company and whatever else is kept with the file."""
    for name in sorted(parts):
        if not name.lower().startswith("docprops/") or not name.endswith(".xml"):
            continue
        for element in parsed(parts[name]).iter():
            said = (element.text or "").strip() if isinstance(element.tag, str) else ""
            if said and not len(element) and local(element) not in _LEFT_OUT:
                yield Piece("文件属性", said, hidden=True, way="文件属性")


def others(parts: Mapping[str, bytes], pattern: re.Pattern[str]) -> Iterator[Piece]:
    """Words of parts whose structure does not matter, such as the data behind a chart."""
    for name in sorted(parts):
        if pattern.fullmatch(name):
            for words in leaves(parsed(parts[name])):
                yield Piece("图表和附带的数据", words, hidden=True, way="图表和附带的数据")


def files(parts: Mapping[str, bytes]) -> Iterator[Piece]:
    """The text of files inside the file, one level down; that there are any is said in any case."""
    from gongkai.paperwork.attachment_text.sheets import sheet_pieces

    for number, (name, part) in enumerate(embedded(parts)):
        place = f"内嵌文件“{name}”"
        yield Piece(place, name, hidden=True, way="内嵌文件")
        if number >= MOST_EMBEDDED or not is_package(part):
            continue
        within = opened(part)
        if "xl/workbook.xml" in within:
            found = sheet_pieces(within)
            yield from (Piece(f"{place}{each.place}", each.text, True, "内嵌文件", each.labels) for each in found)  # fmt: skip
        else:
            for below, words in _all_words(within):
                yield Piece(f"{place}的 {below}", words, hidden=True, way="内嵌文件")


def _all_words(parts: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """The words of a package whose parts have no place of their own here, a line a paragraph."""
    names = (name for name in sorted(parts) if re.fullmatch(r"(?:word|ppt)/.*\.xml", name))
    for name in names:
        for element in parsed(parts[name]).iter():
            if local(element) == "p":
                yield name.rpartition("/")[2], "".join(leaves(element))

"""Office files of the new kind as their parts, and their XML by local names, whatever namespace a program wrote."""

import io
import re
import zipfile
from collections.abc import Iterator, Mapping

from lxml import etree

from gongkai.paperwork.cleaning.repack import parts_of
from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.reading.sniff.archive import open_safely

Element = etree._Element  # noqa: SLF001 - lxml offers the type under no other name
_DTD = re.compile(rb"<!\s*(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_DAMAGED = "文件不完整或已损坏，请用原软件打开并重新保存后再上传"
_EMBEDDED = re.compile(r"/embeddings/[^/]+$", re.IGNORECASE)


def opened(data: bytes) -> dict[str, bytes]:
    """The parts of a package by name; raises HostileFile for a bomb, UnreadableReport for what is no package."""
    with open_safely(data) as archive:
        return parts_of(archive)


def parsed(part: bytes) -> Element:
    """The root of an XML part; raises HostileFile for entities, UnreadableReport for what is no XML."""
    refuse_entities(part)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False)
    try:
        return etree.fromstring(part, parser)
    except etree.XMLSyntaxError as error:
        raise UnreadableReport(_DAMAGED) from error


def refuse_entities(part: bytes) -> None:
    """Raise HostileFile for a document type or an entity: no Office program writes any."""
    if _DTD.search(part.replace(b"\x00", b"")):
        raise HostileFile("文件含有文档类型或实体定义（DTD），不予读取")


def local(element: Element | None) -> str:
    """The element's name without its namespace; empty for a comment, an instruction or nothing."""
    if element is None:
        return ""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str, otherwise: str = "") -> str:
    """The attribute of that local name."""
    if (plain := element.get(name)) is not None:
        return str(plain)
    ending = "}" + name
    return next(
        (str(text) for key, text in element.items() if str(key).endswith(ending)), otherwise
    )


def child(element: Element | None, *path: str) -> Element | None:
    """The first element down a path of local names."""
    for name in path:
        if element is None:
            return None
        element = next((each for each in element if local(each) == name), None)
    return element


def switched(element: Element | None) -> bool:
    """Whether an on/off element is there and on."""
    return element is not None and attribute(element, "val", "1") not in {"0", "false", "off"}


def leaves(root: Element) -> Iterator[str]:
    """The words of every element that holds nothing but words."""
    for element in root.iter():
        if isinstance(element.tag, str) and not len(element) and (element.text or "").strip():
            yield " ".join(str(element.text).split())


def relations(parts: Mapping[str, bytes], name: str) -> dict[str, tuple[str, str]]:
    """By id, the kind (its last word) and target of what a part is tied to; targets inside as names of parts."""
    folder, _, file = name.rpartition("/")
    found = parts.get(f"{folder}/_rels/{file}.rels".lstrip("/"))
    if found is None:
        return {}
    return {
        attribute(each, "Id"): (
            attribute(each, "Type").rpartition("/")[2],
            _target(folder, each),
        )
        for each in parsed(found)
        if local(each) == "Relationship"
    }


def _target(folder: str, relation: Element) -> str:
    target = attribute(relation, "Target")
    if attribute(relation, "TargetMode") == "External":
        return target
    steps = [] if target.startswith("/") else folder.split("/")
    for step in target.strip("/").split("/"):
        if step == "..":
            steps = steps[:-1]
        else:
            steps.append(step)
    return "/".join(step for step in steps if step)


def embedded(parts: Mapping[str, bytes]) -> Iterator[tuple[str, bytes]]:
    """Files inside the file, by the names they have there."""
    for name, part in parts.items():
        if _EMBEDDED.search(name):
            yield name.rpartition("/")[2], part


def is_package(part: bytes) -> bool:
    """Whether an embedded file is a package itself."""
    return part.startswith(b"PK") and zipfile.is_zipfile(io.BytesIO(part))

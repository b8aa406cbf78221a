"""Reading and filling a template, without limits; the package calls it in a bounded child process."""

import re
from collections.abc import Iterator, Mapping

from gongkai.paperwork.attachment_mask.packages import written
from gongkai.paperwork.attachment_text.packages import Element, attribute, local, opened, parsed
from gongkai.paperwork.cleaning import examine
from gongkai.paperwork.cleaning.repack import repack
from gongkai.paperwork.errors import HostileFile
from gongkai.paperwork.letters.own_template.fields import (
    PARTS,
    fill_part,
    labels_in,
    stray_in,
)
from gongkai.paperwork.letters.own_template.survey import Survey, survey_of
from gongkai.paperwork.letters.own_template.words import OPTIONAL, TemplateFault

_CODES = re.compile(r"\s*(?:PAGE|NUMPAGES|SECTIONPAGES|SECTION|HYPERLINK)\b", re.IGNORECASE)
_HARMLESS = "hyperlink"


def surveyed(data: bytes, name: str) -> Survey:
    """The fields of a template; raises UnreadableReport, HostileFile for what could act or fetch."""
    examined = examine(data, name, frozenset({"docx"}))
    return _survey(_readable(examined.public), examined.warnings)


def _survey(roots: Mapping[str, Element], traces: tuple[str, ...]) -> Survey:
    return survey_of(
        [label for root in roots.values() for label in labels_in(root)],
        [words for root in roots.values() for words in stray_in(root)],
        traces,
    )


def filled(data: bytes, lines: Mapping[str, tuple[str, ...]]) -> bytes:
    """The template with words in its fields, and without what tells of author and machine; raises TemplateFault."""
    examined = examine(data, "template.docx", frozenset({"docx"}))
    roots = _readable(examined.public)
    found = _survey(roots, examined.warnings)
    if found.faults:
        raise TemplateFault(f"模板不能使用：{'；'.join(found.faults)}")
    if missing := [
        label for label in found.known if label not in OPTIONAL and not lines.get(label)
    ]:
        raise TemplateFault(f"模板要的内容还没有填写：{'、'.join(missing)}")
    for root in roots.values():
        fill_part(root, lines)
    return repack(
        opened(examined.public),
        lambda name, part: written(roots[name]) if name in roots else part,
    )


def _readable(public: bytes) -> dict[str, Element]:
    """The parts with words that readers see, by name; raises HostileFile for what could act or fetch."""
    parts = opened(public)
    for name, part in parts.items():
        if name.endswith(".rels"):
            _refuse_links(parsed(part))
    roots = {name: parsed(part) for name, part in parts.items() if PARTS.fullmatch(name)}
    for root in roots.values():
        _refuse_codes(root)
        _unbind(root)
    return roots


def _refuse_links(root: Element) -> None:
    """A picture or a part from elsewhere would be fetched whenever somebody opens a letter."""
    for each in root:
        kind = attribute(each, "Type").rpartition("/")[2]
        if attribute(each, "TargetMode") == "External" and kind != _HARMLESS:
            raise HostileFile("模板打开时会从外部读取图片或者其他内容，请改为嵌入再提交")


def _refuse_codes(root: Element) -> None:
    """Codes of Word's own fields can read files and other documents; page numbers are all that a letter needs."""
    for code in _codes(root):
        if code.strip() and not _CODES.match(code):
            raise HostileFile(
                f"模板里只能有页码和链接的域，请去掉这个域：{' '.join(code.split())[:40]}"
            )


def _codes(root: Element) -> Iterator[str]:
    for element in root.iter():
        if local(element) == "fldSimple":
            yield attribute(element, "instr")
        elif local(element) == "p":
            yield from _complex_codes(element)


def _complex_codes(paragraph: Element) -> Iterator[str]:
    """The codes between the marks of complex fields, each in one piece however Word split it."""
    code = ""
    for element in paragraph.iter():
        if local(element) == "instrText":
            code += element.text or ""
        elif local(element) == "fldChar" and attribute(element, "fldCharType") != "begin":
            yield code
            code = ""
    yield code


def _unbind(root: Element) -> None:
    """Words that are bound to data elsewhere in the file would be overwritten from there by Word."""
    for element in [each for each in root.iter() if local(each) == "dataBinding"]:
        parent = element.getparent()
        if parent is not None:
            parent.remove(element)

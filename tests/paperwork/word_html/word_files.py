"""Word files for the tests, built with python-docx, and with Word's own XML where that has no words for it."""

import io
import re
import zipfile

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from gongkai.paperwork.word_html import WordPage
from gongkai.paperwork.word_html.convert import convert

NAMES = (
    nsdecls("w", "r", "m")
    + ' xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
)


def saved(document, **more: str) -> bytes:
    """The file of a document, with further parts: ``footnotes="<w:footnotes>…"`` is word/footnotes.xml."""
    buffer = io.BytesIO()
    document.save(buffer)
    with zipfile.ZipFile(buffer, "a") as archive:
        for name, text in more.items():
            archive.writestr(f"word/{name}.xml", _with_names(text))
    return buffer.getvalue()


def replaced(data: bytes, old: bytes, new: bytes) -> bytes:
    """The file with ``old`` replaced in all its parts."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as before, zipfile.ZipFile(buffer, "w") as after:
        for name in before.namelist():
            after.writestr(name, before.read(name).replace(old, new))
    return buffer.getvalue()


def xml(text: str):
    """The element of this XML, Word's prefixes being declared."""
    return parse_xml(_with_names(text))


def _with_names(text: str) -> str:
    return re.sub(r"^<[\w:]+", rf"\g<0> {NAMES}", text, count=1)


def page_of(document, **more: str) -> WordPage:
    """The page of a document."""
    return convert(saved(document, **more))


def page_of_xml(*paragraphs: str) -> WordPage:
    """The page of a document whose body is this XML."""
    document = docx.Document()
    for paragraph in reversed(paragraphs):
        document.element.body.insert(0, xml(paragraph))
    return page_of(document)


def add_style(document, name: str, properties: str, kind: str = "paragraph") -> None:
    """Add a style with the id x1."""
    style = (
        f'<w:style w:type="{kind}" w:styleId="x1"><w:name w:val="{name}"/>{properties}</w:style>'
    )
    document.styles.element.append(xml(style))


def styled(name: str, properties: str = "") -> WordPage:
    """The page of one paragraph in a style of this name."""
    document = docx.Document()
    add_style(document, name, properties)
    paragraph = '<w:p><w:pPr><w:pStyle w:val="x1"/></w:pPr><w:r><w:t>总体情况</w:t></w:r></w:p>'
    document.element.body.insert(0, xml(paragraph))
    return page_of(document)

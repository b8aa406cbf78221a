"""Word templates made by the tests: paragraphs of runs, and the whole package with whatever else it should hold."""

import io
import zipfile
from collections.abc import Sequence
from xml.sax.saxutils import escape

import docx
from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BODY = "<w:p><w:r><w:t>{{ 正文 }}</w:t></w:r></w:p>"


def runs(*pieces: str) -> str:
    """A paragraph whose words lie in several runs, with the marks between them that Word leaves behind."""
    inner = '<w:proofErr w:type="spellStart"/><w:bookmarkStart w:id="0" w:name="b"/>'.join(
        f'<w:r><w:rPr><w:b/></w:rPr><w:t xml:space="preserve">{escape(piece)}</w:t></w:r>'
        for piece in pieces
    )
    return f"<w:p>{inner}</w:p>"


def template(*paragraphs: str, body: str = BODY, parts: Sequence[tuple[str, bytes]] = ()) -> bytes:
    """A .docx with these paragraphs of WordprocessingML before ``{{ 正文 }}``, and other parts put in or in place of its own."""
    file = io.BytesIO()
    docx.Document().save(file)
    out = io.BytesIO()
    replaced = dict(parts)
    with zipfile.ZipFile(file) as old, zipfile.ZipFile(out, "w") as new:
        for name in old.namelist():
            data = old.read(name)
            if name == "word/document.xml":
                words = "".join((*paragraphs, body))
                data = data.replace(b"<w:sectPr", words.encode() + b"<w:sectPr", 1)
            new.writestr(name, replaced.pop(name, data))
        for name, data in replaced.items():
            new.writestr(name, data)
    return out.getvalue()


def paragraphs_in(data: bytes) -> list[str]:
    """The words of each paragraph, those in boxes and cells too."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        root = etree.fromstring(package.read("word/document.xml"))
    return ["".join(each.itertext(f"{{{W}}}t")) for each in root.iter(f"{{{W}}}p")]

"""Uploads of the tests' own making."""

import io
import zipfile

import pikepdf
from django.core.files.uploadedfile import SimpleUploadedFile
from docx import Document
from PIL import Image


def pdf() -> bytes:
    """One empty page that names its author."""
    out = io.BytesIO()
    with pikepdf.new() as made:
        made.add_blank_page()
        made.docinfo["/Author"] = "王经办"
        made.save(out)
    return out.getvalue()


def docx(text: str = "年度报告") -> bytes:
    """A Word file by 王经办."""
    document = Document()
    document.core_properties.author = "王经办"
    document.add_paragraph(text)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def with_part(package: bytes, name: str, content: bytes) -> bytes:
    """The zip package with one part more."""
    out = io.BytesIO(package)
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr(name, content)
    return out.getvalue()


def picture(kind: str = "JPEG", size: tuple[int, int] = (8, 4), **said) -> bytes:
    """A red picture."""
    out = io.BytesIO()
    Image.new("RGB", size, "red").save(out, kind, **said)
    return out.getvalue()


def upload(data: bytes, name: str = "附件.pdf") -> SimpleUploadedFile:
    """As a form gives it."""
    return SimpleUploadedFile(name, data)

"""Sets a Typst template of ours with data, as PDF/A-2a and PDF/UA-1; compilers are kept warm, fonts are looked up once."""

from datetime import datetime
from functools import cache
from pathlib import Path
from threading import Lock
from typing import Any, cast

import typst

from gongkai.paperwork.printing.fonts import Typefaces, find_typefaces, font_folder

STANDARDS = ["a-2a", "ua-1"]

_ONE_AT_A_TIME = Lock()  # a Typst compiler refuses a second thread


def typefaces_here() -> Typefaces:
    """The Chinese fonts of this installation; raises CannotPrint where there is none."""
    return _typefaces(font_folder())


def typeset(template: Path, data: dict[str, str], day: datetime) -> bytes:
    """The PDF of a template with ``data`` as its inputs and ``day`` in its metadata; the same gives the same bytes.

    A character that no font here has is drawn as a box, and such a file does not claim the standards, which forbid that.
    """
    folder = font_folder()
    _typefaces(folder)  # says what is missing before anything is set
    compiler = _compiler(template, folder)
    try:
        return _compiled(compiler, data, day, STANDARDS)
    except typst.TypstError as error:
        if not str(error).startswith("PDF/"):  # so begins what the standards object to
            raise
    return _compiled(compiler, data, day, [])


def _compiled(
    compiler: typst.Compiler, data: dict[str, str], day: datetime, standards: list[Any]
) -> bytes:
    with _ONE_AT_A_TIME:
        pdf = compiler.compile(
            sys_inputs=data, timestamp=day, format="pdf", pdf_standards=standards
        )
    return cast("bytes", pdf)  # a list only for images, None only where a file is written


@cache
def _typefaces(folder: Path) -> Typefaces:
    return find_typefaces(folder)


@cache
def _compiler(template: Path, folder: Path) -> typst.Compiler:
    """A typesetter with its fonts, kept for the next file: finding the fonts takes longest."""
    return typst.Compiler(template, font_paths=[folder])

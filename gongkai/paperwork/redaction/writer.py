"""Writes the released PDF byte by byte: pictures of pages, words that show, and a word where something was withheld.

It knows nothing of the original file. The same pages always give the same bytes; there is no metadata.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from gongkai.paperwork.redaction.boxes import Edges
from gongkai.paperwork.redaction.burnt import KeptWord, Picture
from gongkai.paperwork.redaction.invisible_ink import Run, codes_of, drawn, font, runs_of, stream

_HEAD = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
_CATALOG, _PAGES, *_FONT, _FIRST_PAGE = range(1, 10)


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page to be written. ``words`` and ``boxes`` are for the text beneath the picture, none where it is not wanted."""

    picture: Picture
    words: tuple[KeptWord, ...] = ()
    boxes: tuple[Edges, ...] = ()


def written(sheets: Sequence[Sheet]) -> bytes:
    """The file."""
    runs = [_runs(sheet) for sheet in sheets]
    codes = codes_of(run for page in runs for run in page)
    objects = {
        _CATALOG: f"<</Type/Catalog/Pages {_PAGES} 0 R/Lang(zh-CN)>>".encode(),
        _PAGES: _page_tree(len(sheets)),
        **(font(codes, _FONT) if codes else {}),
    }
    for at, (sheet, ink) in enumerate(zip(sheets, runs, strict=True)):
        objects |= _page(_FIRST_PAGE + 3 * at, sheet.picture, list(drawn(ink, codes)))
    return _assembled(objects)


def _runs(sheet: Sheet) -> tuple[Run, ...]:
    return runs_of(sheet.words, sheet.boxes, sheet.picture.width, sheet.picture.height)


def _assembled(objects: dict[int, bytes]) -> bytes:
    """Objects one after another, and a table of where each begins; numbers that are not used are free."""
    parts, places, at = [_HEAD], {}, len(_HEAD)
    for number in sorted(objects):
        part = b"%d 0 obj\n%b\nendobj\n" % (number, objects[number])
        places[number] = at
        parts.append(part)
        at += len(part)
    size = max(objects) + 1
    rows = (
        b"%010d 00000 n \n" % places[each] if each in places else b"0000000000 65535 f \n"
        for each in range(size)
    )
    table = b"xref\n0 %d\n" % size + b"".join(rows)
    trailer = b"trailer\n<</Size %d/Root %d 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (size, _CATALOG, at)
    return b"".join((*parts, table, trailer))


def _page_tree(count: int) -> bytes:
    kids = " ".join(f"{_FIRST_PAGE + 3 * at} 0 R" for at in range(count))
    return f"<</Type/Pages/Count {count}/Kids[{kids}]>>".encode()


def _page(number: int, picture: Picture, ink: list[str]) -> dict[int, bytes]:
    """The page, its content and its picture."""
    size = f"{picture.width:.3f} {picture.height:.3f}"
    named = f"/Font<</F {_FONT[0]} 0 R>>" if ink else ""
    page = (
        f"<</Type/Page/Parent {_PAGES} 0 R/MediaBox[0 0 {size}]/Contents {number + 1} 0 R"
        f"/Resources<</XObject<</P {number + 2} 0 R>>{named}>>>>"
    )
    return {
        number: page.encode(),
        number + 1: stream("", _content(picture, ink)),
        number + 2: _image(picture),
    }


def _image(picture: Picture) -> bytes:
    keys = f"/Type/XObject/Subtype/Image/Width {picture.columns}/Height {picture.rows}"
    if picture.coding == "fax":
        fax = f"/DecodeParms<</K -1/Columns {picture.columns}/Rows {picture.rows}>>/Filter/CCITTFaxDecode"
        return _coded(f"{keys}/BitsPerComponent 1/ColorSpace/DeviceGray{fax}", picture.data)
    if picture.coding == "jpeg":
        return _coded(
            f"{keys}/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter/DCTDecode", picture.data
        )
    colours = f"[/Indexed/DeviceRGB {len(picture.palette) // 3 - 1}<{picture.palette.hex()}>]"
    return stream(f"{keys}/BitsPerComponent 8/ColorSpace{colours}", picture.data)


def _coded(keys: str, data: bytes) -> bytes:
    """Bytes that are coded already as a stream object."""
    return f"<<{keys}/Length {len(data)}>>\nstream\n".encode() + data + b"\nendstream"


def _content(picture: Picture, ink: list[str]) -> bytes:
    """The picture over the whole page, and words in invisible ink where they stand on it."""
    lines = [f"q {picture.width:.3f} 0 0 {picture.height:.3f} 0 0 cm /P Do Q"]
    if ink:
        lines += ["BT 3 Tr /F 1 Tf", *ink, "ET"]
    return "\n".join(lines).encode()

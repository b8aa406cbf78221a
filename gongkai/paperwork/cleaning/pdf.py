"""PDF: what could act is taken out or refused, what tells of author and machine is removed; signed files stay as they are."""

import io
import re
from collections.abc import Iterable

import pikepdf

from gongkai.paperwork.cleaning import jpeg
from gongkai.paperwork.cleaning.treated import Treated
from gongkai.paperwork.errors import HostileFile, UnreadableReport

MOST_OBJECTS = 500_000
_REFUSED = {
    "/Launch": "启动外部程序的动作",
    "/ImportData": "导入外部数据的动作",
    "/RichMedia": "内嵌的多媒体程序",
}
_ACTING = {
    "/JavaScript",
    "/Rendition",
    "/Movie",
    "/Sound",
    "/SubmitForm",
    "/GoToE",
    "/GoTo3DView",
    "/SetOCGState",
}
_TELLING = ("/Metadata", "/PieceInfo", "/LastModified")
_SIGNATURE = re.compile(rb"/ByteRange\s*\[")


def treat(data: bytes) -> Treated:
    """The public copy. Raises HostileFile for actions that start programs, UnreadableReport for locked or broken files."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            return _treat(pdf, data)
    except pikepdf.PasswordError as error:
        raise UnreadableReport("PDF 有打开密码，请取消密码后再提交") from error
    except (pikepdf.PdfError, pikepdf.DataDecodingError, RecursionError) as error:
        raise UnreadableReport("PDF 不完整或已损坏，请用原软件重新导出后再提交") from error


def _treat(pdf: pikepdf.Pdf, data: bytes) -> Treated:
    if len(pdf.objects) > MOST_OBJECTS:
        raise HostileFile("PDF 内部对象过多，不予接受；请用原软件重新导出 PDF")
    holders = list(_dictionaries(pdf))
    _refuse(holders)
    signed = _SIGNATURE.search(data) is not None
    active = _silence(pdf, holders)
    notes = _notes(holders)
    if signed and not active:
        return Treated(data, (*notes, "PDF 带有电子签名：为保持签名有效，没有清除作者等属性"))
    if signed:
        notes = (*notes, "PDF 带有电子签名：去除脚本后，公开副本中的签名不再有效")
    if active:
        notes = (*notes, "PDF 含有脚本、附件或自动动作：公开副本中已去除，原件只留存备查")
    _forget(pdf, holders)
    return Treated(_saved(pdf), notes, active)


def _dictionaries(pdf: pikepdf.Pdf) -> Iterable[pikepdf.Object]:
    """Every dictionary and stream of the file, and those that stand directly inside them."""
    for item in pdf.objects:
        yield from _inside(item, 0)


def _inside(item: pikepdf.Object, depth: int) -> Iterable[pikepdf.Object]:
    if depth > 30 or not isinstance(item, pikepdf.Object):
        return
    if isinstance(item, pikepdf.Dictionary | pikepdf.Stream):
        yield item
        children = [value for _, value in item.items()]
    elif isinstance(item, pikepdf.Array):
        children = list(item)
    else:
        return
    for child in children:
        if isinstance(child, pikepdf.Object) and not child.is_indirect:
            yield from _inside(child, depth + 1)


def _refuse(holders: list[pikepdf.Object]) -> None:
    for holder in holders:
        for key in ("/S", "/Subtype"):
            what = _REFUSED.get(str(holder.get(key, "")))
            if what:
                raise HostileFile(f"PDF 含有{what}，不予接受；请用原软件重新导出 PDF")


def _silence(pdf: pikepdf.Pdf, holders: list[pikepdf.Object]) -> bool:
    """Take out scripts, automatic actions and embedded files; whether there were any."""
    found = False
    for holder in holders:
        if str(holder.get("/S", "")) in _ACTING:
            holder["/S"] = pikepdf.Name("/URI")
            holder["/URI"] = pikepdf.String("")
            found = True
        opening = holder.get("/OpenAction")
        if isinstance(opening, pikepdf.Dictionary) and str(opening.get("/S")) != "/GoTo":
            del holder["/OpenAction"]
            found = True
        for key in ("/JS", "/AA", "/JavaScript", "/EmbeddedFiles", "/EF", "/XFA"):
            if key in holder:
                del holder[key]
                found = True
    if "/AF" in pdf.Root:
        del pdf.Root["/AF"]
        found = True
    return found


def _notes(holders: list[pikepdf.Object]) -> tuple[str, ...]:
    kinds = {str(holder.get("/Subtype", "")) for holder in holders if "/Rect" in holder}
    notes = []
    if kinds & {"/Text", "/FreeText", "/Highlight", "/StrikeOut", "/Caret", "/Ink", "/Popup"}:
        notes.append("PDF 内有批注，公开前请确认")
    if "/Redact" in kinds:
        notes.append("PDF 内有尚未生效的涂黑标记，其下文字仍可读出，公开前请处理")
    if any("/OCProperties" in holder for holder in holders):
        notes.append("PDF 内有可以隐藏的图层，公开前请确认")
    return tuple(notes)


def _forget(pdf: pikepdf.Pdf, holders: list[pikepdf.Object]) -> None:
    if "/Info" in pdf.trailer:
        del pdf.trailer["/Info"]
    for holder in holders:
        for key in _TELLING:
            if key in holder:
                del holder[key]
        if isinstance(holder, pikepdf.Stream) and str(holder.get("/Filter", "")) == "/DCTDecode":
            raw = holder.read_raw_bytes()
            bare = jpeg.strip(raw)
            if bare != raw:
                holder.write(bare, filter=pikepdf.Name("/DCTDecode"))


def _saved(pdf: pikepdf.Pdf) -> bytes:
    out = io.BytesIO()
    pdf.save(
        out,
        deterministic_id=True,
        encryption=False,
        fix_metadata_version=False,
        object_stream_mode=pikepdf.ObjectStreamMode.generate,
    )
    return out.getvalue()

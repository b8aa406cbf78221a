"""What a PDF holds that its released pictures will not, in words. Runs in the bounded child process."""

import io
from collections.abc import Iterator

import pikepdf


def dropped(data: bytes) -> Iterator[str]:
    """What a reader might miss in the released file, each a sentence."""
    try:
        with pikepdf.open(io.BytesIO(data)) as pdf:
            yield from _held(pdf)
    except (pikepdf.PdfError, pikepdf.DataDecodingError, ValueError, TypeError, RecursionError):
        return  # PDFium mends what this reader does not open; the pictures are made all the same


def _held(pdf: pikepdf.Pdf) -> Iterator[str]:
    if len(pdf.attachments):
        yield f"原文件带有 {len(pdf.attachments)} 个附件，公开的文件里没有；需要公开的，另行处理"
    if "/OCProperties" in pdf.Root:
        yield "原文件有可以隐藏的图层，公开的文件只有打开时看得见的内容"
    form = pdf.Root.get("/AcroForm")
    if isinstance(form, pikepdf.Dictionary) and int(form.get("/SigFlags", 0)):
        yield "原文件带有电子签名，公开的文件里没有签名"
    if pdf.is_encrypted:
        yield "原文件限制复制或者打印，公开的文件不再限制"

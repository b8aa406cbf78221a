"""A notice as a Word file, set as offices set it: centred title, table with merged cells, picture, signature at the right."""

import io

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt
from PIL import Image

CENTRE, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT


def picture(colour: str = "navy") -> bytes:
    """A small picture."""
    buffer = io.BytesIO()
    Image.new("RGB", (160, 90), colour).save(buffer, "PNG")
    return buffer.getvalue()


def _line(document, words: str, alignment=None):
    paragraph = document.add_paragraph(words)
    paragraph.alignment = alignment
    if alignment is None:
        paragraph.paragraph_format.first_line_indent = Pt(24)
    return paragraph


def _table(document) -> None:
    table = document.add_table(3, 3, style="Table Grid")
    rows = (("补贴标准（元/月）", "", "户数"), ("一类", "300", "12"), ("二类", "200", "25"))
    for at, row in enumerate(rows):
        for column, words in enumerate(row):
            table.cell(at, column).text = words
    table.cell(0, 0).merge(table.cell(0, 1)).text = "补贴标准（元/月）"


def notice(*, pictures: tuple[bytes, ...] = (), resident: str = "") -> bytes:
    """The file. ``resident`` is a sentence put into the text."""
    document = docx.Document()
    for words in ("青石镇人民政府文件", "青政[2024]03号", "青石镇人民政府", "关于发放2024年困难群众临时补贴的通知"):  # fmt: skip
        _line(document, words, CENTRE)
    _line(document, "各村（居）民委员会，镇直各单位：").paragraph_format.first_line_indent = Pt(0)
    _line(document, "一、补贴对象")
    _line(document, "本镇户籍、家庭月人均收入低于当地最低生活保障标准一点五倍的困难家庭，以及因病因灾造成基本生活暂时出现严重困难的家庭。" + resident)  # fmt: skip
    _line(document, "二、补贴标准")
    _line(document, "各村按下表执行，不得截留、挪用，发放结果在村务公开栏公示七日。")
    _table(document)
    for data in pictures:
        document.add_picture(io.BytesIO(data))
    _line(document, "本通知自2024年4月1日起施行，有效期至2026年3月31日。")
    _line(document, "附件：1.补贴申请表")
    _line(document, "青石镇人民政府", RIGHT)
    _line(document, "2024年3月5日", RIGHT)
    _line(document, "（此件公开发布）")
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()

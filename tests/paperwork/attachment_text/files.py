"""Files of the tests' own making that hold numbers where readers look, and where they do not."""

import io

import docx
import openpyxl
import pikepdf
from openpyxl.comments import Comment
from openpyxl.workbook.defined_name import DefinedName

from tests.paperwork.word_html.word_files import saved, xml

ID = "11010519491231002X"
MASKED_ID = "110105************"
MOBILE = "13812345678"
ACCOUNT = "320012345678"


def word(*paragraphs: str, **more: str) -> bytes:
    """A Word file whose body is this XML, with further parts."""
    document = docx.Document()
    for paragraph in reversed(paragraphs):
        document.element.body.insert(0, xml(paragraph))
    return saved(document, **more)


def p(inner: str) -> str:
    return f"<w:p>{inner}</w:p>"


def run(text: str, look: str = "", tag: str = "t") -> str:
    return f'<w:r><w:rPr>{look}</w:rPr><w:{tag} xml:space="preserve">{text}</w:{tag}></w:r>'


def deleted(text: str) -> str:
    return f'<w:del w:id="1" w:author="王经办">{run(text, tag="delText")}</w:del>'


def inserted(text: str) -> str:
    return f'<w:ins w:id="2" w:author="王经办">{run(text)}</w:ins>'


def book() -> openpyxl.Workbook:
    """A workbook with a list: heads in the first row."""
    made = openpyxl.Workbook()
    sheet = made.active
    sheet.title = "公示"
    for row in (("姓名", "身份证号", "银行账号"), ("张某", ID, ACCOUNT), ("李某", "", "")):
        sheet.append(row)
    return made


def kept(made: openpyxl.Workbook) -> bytes:
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def hiding_book() -> bytes:
    """A workbook that hides in every way there is."""
    made = openpyxl.Workbook()
    shown = made.active
    shown.title = "公示"
    shown["A1"], shown["A2"], shown["A3"] = "名单", "第二行", 13812345678
    shown["B1"] = "隐藏列里的字"
    shown.row_dimensions[2].hidden = True
    shown.column_dimensions["B"].hidden = True
    shown["A1"].comment = Comment("电话在批注里", "王经办")
    made.create_sheet("名单").append([ID])
    made["名单"].sheet_state = "hidden"
    made.create_sheet("底稿").append(["深藏"])
    made["底稿"].sheet_state = "veryHidden"
    made.defined_names["单价"] = DefinedName("单价", attr_text='"六元"')
    return kept(made)


def pdf(*lines: str, note: str = "") -> bytes:
    """A PDF with one page of Latin letters and digits, and a note on it."""
    made = pikepdf.new()
    made.add_blank_page(page_size=(595, 842))
    page = made.pages[0]
    words = " ".join(f"1 0 0 1 50 {800 - 20 * n} Tm ({line}) Tj" for n, line in enumerate(lines))
    page.Contents = made.make_stream(f"BT /F1 12 Tf {words} ET".encode() if lines else b"")
    font = pikepdf.Dictionary(Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica)  # fmt: skip
    page.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    if note:
        page.Annots = pikepdf.Array([pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Text, Rect=[0, 0, 9, 9], Contents=note)])  # fmt: skip
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()

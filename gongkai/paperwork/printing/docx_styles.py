"""The empty Word file that reports are written into: A4, styles with Chinese fonts, page numbers.

Fonts are those of official documents (GB/T 9704); a machine that lacks one takes its stand-in.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from xml.sax.saxutils import quoteattr

import docx
from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Mm, Pt, RGBColor
from docx.styles.style import ParagraphStyle
from docx.text.paragraph import Paragraph
from docx.text.run import Run

BODY, HEADING, SUBHEAD, TITLE = "仿宋_GB2312", "黑体", "楷体_GB2312", "方正小标宋简体"
STAND_INS = {BODY: "仿宋", HEADING: "SimHei", SUBHEAD: "楷体", TITLE: "华文中宋"}
"""What may take a font's place: one name of at most 31 characters, for Word splits no list of them ([MS-OI29500] 2.1.262)."""

LATIN = "Times New Roman"
CHINESE_SIGNS = '<w:rFonts w:hint="eastAsia"/>'
"""Run property without which Word sets “ ” … — · in the Latin font, narrow and high, for both scripts have them."""
LEFT, CENTER, RIGHT, JUSTIFY = (
    WD_ALIGN_PARAGRAPH.LEFT,
    WD_ALIGN_PARAGRAPH.CENTER,
    WD_ALIGN_PARAGRAPH.RIGHT,
    WD_ALIGN_PARAGRAPH.JUSTIFY,
)


@dataclass(frozen=True, slots=True)
class Style:
    """A paragraph style. Sizes are points, ``pitch`` is from line to line (0: as the font has it), ``indent`` in characters."""

    name: str
    font: str
    size: float
    pitch: float = 28
    alignment: WD_ALIGN_PARAGRAPH = JUSTIFY
    indent: int = 2
    before: float = 0
    after: float = 0
    with_next: bool = False


# Word knows the names of the first four as its own and shows them in Chinese: 标题, 标题 1, 标题 2, 正文.
STYLES = {
    "title": Style("Title", TITLE, 22, 36, CENTER, 0, after=28, with_next=True),
    "heading": Style("Heading 1", HEADING, 16, before=6, after=6, with_next=True),
    "subhead": Style("Heading 2", SUBHEAD, 16, with_next=True),
    "paragraph": Style("Normal", BODY, 16),
    "signature": Style("落款", BODY, 16, 28, RIGHT, 0, before=28),
    "label": Style("表格项目", BODY, 9, 0, LEFT, 0),
    "figure": Style("表格数据", BODY, 9, 0, CENTER, 0),
    "footer": Style("Footer", BODY, 14, 0, CENTER, 0),
}
"""By the part of the report that is set in it; ``label`` and ``figure`` are for cells. The key is a new style's id."""


# Parts that python-docx starts from and reports do not need: lists, styles of other programs, another document's picture.
_UNNEEDED = (
    RELATIONSHIP_TYPE.CUSTOM_XML,
    RELATIONSHIP_TYPE.EXTENDED_PROPERTIES,
    RELATIONSHIP_TYPE.NUMBERING,
    RELATIONSHIP_TYPE.THUMBNAIL,
    "http://schemas.microsoft.com/office/2007/relationships/stylesWithEffects",
)
# What every other style rests on.
_GROUND = {"Normal", "Default Paragraph Font", "Normal Table", "No List"}


@cache
def blank_document() -> bytes:
    """A Word file with nothing in it but its page, its styles and its page numbers."""
    document = document_with(STYLES)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def document_with(styles: Mapping[str, Style]) -> Document:
    """A document with these styles, which keep the keys "paragraph" and "footer", on A4 with page numbers."""
    document = docx.Document()
    _clear(document, styles)
    _speak_chinese(document)
    _set_page(document)
    for key, style in styles.items():
        _add_style(document, key, style.name)
        _set_style(document.styles[style.name], style)
    _number_pages(document)
    _name_stand_ins(document)
    return document


def add_text(paragraph: Paragraph, text: str) -> Run:
    """Add a run whose signs are Chinese ones."""
    run = paragraph.add_run(text)
    run._r.get_or_add_rPr().get_or_add_rFonts().set(qn("w:hint"), "eastAsia")  # noqa: SLF001 - python-docx has no hints
    return run


def _clear(document: Document, styles: Mapping[str, Style]) -> None:
    """Drop what python-docx's own template has besides: some 160 styles and parts of another document."""
    wanted = _GROUND | {style.name for style in styles.values()}
    for style in list(document.styles):
        if style.name not in wanted:
            style.delete()
    for link in list(document.styles.element.iter(qn("w:link"))):
        link.getparent().remove(link)  # to the same style for characters, which is dropped
    for relations in (document.part.rels, document.part.package.rels):
        for name, relation in list(relations.items()):
            if relation.reltype in _UNNEEDED:
                del relations[name]


def _speak_chinese(document: Document) -> None:
    """Chinese throughout: the template says Japanese, and readers without the fonts would take Japanese forms."""
    about = document.core_properties
    about.language, about.comments, about.revision = "zh-CN", "", 1
    for element in (document.styles.element, document.settings.element):
        for language in (*element.iter(qn("w:lang")), *element.iter(qn("w:themeFontLang"))):
            language.set(qn("w:eastAsia"), "zh-CN")
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")  # Word 2013 and later: not shown as 兼容模式


def _set_page(document: Document) -> None:
    """A4 with the margins of GB/T 9704: the text is 156 mm wide and 225 mm high."""
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    section.footer_distance = Mm(25)


def _add_style(document: Document, key: str, name: str) -> None:
    """Add a style that Word does not bring along. Its id is plain ASCII: not every program takes another."""
    styles = document.styles
    if name not in styles:
        added = styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        added.base_style, added.element.styleId = styles["Normal"], key


def _set_style(style: ParagraphStyle, wanted: Style) -> None:
    _set_font(style, wanted)
    form = style.paragraph_format
    form.alignment, form.keep_with_next = wanted.alignment, wanted.with_next
    form.space_before, form.space_after = Pt(wanted.before), Pt(wanted.after)
    form.line_spacing = Pt(wanted.pitch) if wanted.pitch else 1
    if wanted.pitch:
        form.line_spacing_rule = WD_LINE_SPACING.EXACTLY
    form.first_line_indent = Pt(wanted.indent * wanted.size)
    # In characters too, so that the indent follows when a clerk changes the size.
    style.element.pPr.ind.set(qn("w:firstLineChars"), str(wanted.indent * 100))
    # Space before the organ, none between it and the date.
    if wanted.name == STYLES["signature"].name:
        style.element.pPr.insert_element_before(OxmlElement("w:contextualSpacing"), "w:jc")
    for border in style.element.pPr.findall(qn("w:pBdr")):
        style.element.pPr.remove(border)


def _set_font(style: ParagraphStyle, wanted: Style) -> None:
    """One font for Chinese and one for Latin letters and digits, in place of the theme's."""
    font = style.font
    font.size, font.bold, font.color.rgb = Pt(wanted.size), False, RGBColor(0, 0, 0)
    properties = style.element.get_or_add_rPr()
    for name in ("w:rFonts", "w:lang", "w:spacing", "w:kern"):
        for old in properties.findall(qn(name)):
            properties.remove(old)
    latin = " ".join(f'w:{script}="{LATIN}"' for script in ("ascii", "hAnsi", "cs"))
    properties.insert(
        0, parse_xml(f'<w:rFonts {nsdecls("w")} {latin} w:eastAsia="{wanted.font}"/>')
    )
    properties.append(parse_xml(f'<w:lang {nsdecls("w")} w:val="en-US" w:eastAsia="zh-CN"/>'))


def _number_pages(document: Document) -> None:
    """— 1 — at the foot of each page, counted by whoever opens the file."""
    footer = document.sections[0].footer.paragraphs[0]
    footer.style = document.styles["Footer"]
    footer.add_run("— ")
    footer._p.append(parse_xml(f'<w:fldSimple {nsdecls("w")} w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple>'))  # fmt: skip  # noqa: SLF001 - python-docx has no fields
    footer.add_run(" —")


def _name_stand_ins(document: Document) -> None:
    """Say in the font table which font may stand in for an official one."""
    fonts = "".join(
        f"<w:font w:name={quoteattr(name)}><w:altName w:val={quoteattr(other)}/>"
        '<w:charset w:val="86"/><w:family w:val="auto"/></w:font>'
        for name, other in STAND_INS.items()
    )
    table = f'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<w:fonts {nsdecls("w")}>{fonts}</w:fonts>'
    for relation in document.part.rels.values():
        if relation.reltype == RELATIONSHIP_TYPE.FONT_TABLE:
            relation.target_part._blob = table.encode()  # noqa: SLF001 - parts that python-docx does not read have no setter

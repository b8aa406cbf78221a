"""Numbers that Word counts come out as Word prints them, as a list where HTML can say it."""

import io

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

from gongkai.paperwork.word_html.convert import convert
from gongkai.paperwork.word_html.numbers import spell

NAMES = nsdecls("w")
LEVEL = (
    '<w:lvl w:ilvl="{}"><w:start w:val="{}"/><w:numFmt w:val="{}"/><w:lvlText w:val="{}"/></w:lvl>'
)


def html_of(
    levels: list[tuple[int, str, str]],
    *paragraphs: tuple[int | None, str],
    heading: str = "",
    num: str = "",
) -> str:
    """The page of paragraphs (level or None, text) numbered by ``levels`` (start, format, pattern)."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering[:] = []
    inner = "".join(LEVEL.format(at, *level) for at, level in enumerate(levels))
    numbering.append(
        parse_xml(f'<w:abstractNum w:abstractNumId="7" {NAMES}>{inner}</w:abstractNum>')
    )
    numbering.append(
        parse_xml(f'<w:num w:numId="5" {NAMES}><w:abstractNumId w:val="7"/>{num}</w:num>')
    )
    for at, text in paragraphs:
        paragraph = document.add_paragraph(text, style=heading or None)
        if at is not None:
            numbers = f'<w:numPr {NAMES}><w:ilvl w:val="{at}"/><w:numId w:val="5"/></w:numPr>'
            paragraph._p.get_or_add_pPr().append(parse_xml(numbers))
    buffer = io.BytesIO()
    document.save(buffer)
    return convert(buffer.getvalue()).html


CHINESE = [(1, "chineseCounting", "%1、"), (1, "chineseCounting", "（%2）"), (1, "decimal", "%3.")]


def test_chinese_numbers_of_headings_are_written_out():
    html = html_of(
        CHINESE,
        (0, "总体"),
        (1, "主动"),
        (1, "申请"),
        (0, "问题"),
        (1, "一项"),
        heading="Heading 1",
    )
    assert (
        html
        == "<h1>一、总体</h1><h1>（一）主动</h1><h1>（二）申请</h1><h1>二、问题</h1><h1>（一）一项</h1>"
    )


def test_chinese_numbers_of_paragraphs_are_written_out():
    assert (
        html_of(CHINESE, (0, "甲"), (None, "文"), (0, "乙"))
        == "<p>一、甲</p><p>文</p><p>二、乙</p>"
    )


def test_plain_numbers_from_one_on_become_a_list():
    assert (
        html_of([(1, "decimal", "%1.")], (0, "甲"), (0, "乙")) == "<ol><li>甲</li><li>乙</li></ol>"
    )


def test_a_list_that_goes_on_after_a_paragraph_keeps_its_numbers():
    html = html_of([(1, "decimal", "%1.")], (0, "甲"), (None, "文"), (0, "乙"))
    assert html == "<ol><li>甲</li></ol><p>文</p><p>2. 乙</p>"


def test_a_list_that_starts_later_keeps_its_numbers():
    assert html_of([(3, "decimal", "%1．")], (0, "甲"), (0, "乙")) == "<p>3．甲</p><p>4．乙</p>"


def test_lists_nest():
    html = html_of([(1, "decimal", "%1."), (1, "bullet", "·")], (0, "甲"), (1, "子"), (0, "乙"))
    assert html == "<ol><li>甲<ul><li>子</li></ul></li><li>乙</li></ol>"


def test_bullets_become_a_list_wherever_they_stand():
    assert (
        html_of([(1, "bullet", "·")], (0, "甲"), (None, "文"), (0, "乙"))
        == "<ul><li>甲</li></ul><p>文</p><ul><li>乙</li></ul>"
    )


def test_a_number_of_several_levels_is_put_together():
    levels = [(1, "chineseCounting", "第%1章"), (1, "decimal", "%1.%2")]
    assert (
        html_of(levels, (0, "甲"), (1, "乙"), (1, "丙"))
        == "<p>第一章 甲</p><p>一.1 乙</p><p>一.2 丙</p>"
    )


def test_a_restart_begins_at_its_number():
    override = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="4"/></w:lvlOverride>'
    assert html_of(CHINESE, (0, "甲"), (0, "乙"), num=override) == "<p>四、甲</p><p>五、乙</p>"


def test_a_changed_level_counts_for_its_numbering():
    override = (
        f'<w:lvlOverride w:ilvl="0">{LEVEL.format(0, 1, "upperRoman", "%1、")}</w:lvlOverride>'
    )
    assert html_of(CHINESE, (0, "甲"), num=override) == "<p>I、甲</p>"


def test_an_empty_numbered_paragraph_counts_and_prints_nothing():
    assert html_of(CHINESE, (0, "甲"), (0, ""), (0, "乙")) == "<p>一、甲</p><p>三、乙</p>"


@pytest.mark.parametrize(
    ("count", "style", "text"),
    [
        (12, "chineseCountingThousand", "十二"), (3, "japaneseCounting", "三"), (1000, "chineseCounting", "1000"),
        (2, "ideographTraditional", "乙"), (11, "ideographTraditional", "11"), (12, "ideographZodiac", "亥"),
        (1, "lowerLetter", "a"), (26, "upperLetter", "Z"), (27, "upperLetter", "27"), (4, "lowerRoman", "iv"), (399, "upperRoman", "CCCXCIX"),
        (20, "decimalEnclosedCircleChinese", "⑳"), (21, "decimalEnclosedCircle", "21"), (3, "decimalZero", "03"),
        (5, "decimal", "5"), (5, "bullet", ""), (5, "none", ""), (0, "chineseCounting", "0"), (5, "hebrew1", "5"),
    ],
)  # fmt: skip
def test_each_style_spells_its_numbers(count, style, text):
    assert spell(count, style) == text

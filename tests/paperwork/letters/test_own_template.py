"""An organ's own template is filled wherever its fields stand; what is unknown is told, what could act is refused."""

import io
import zipfile

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gongkai.paperwork.errors import HostileFile, UnreadableReport
from gongkai.paperwork.letters.own_template import TemplateFault, fill_template, survey_template
from gongkai.paperwork.letters.own_template.doors import filled, surveyed
from tests.paperwork.letters.samples import FACTS, LETTERS
from tests.paperwork.letters.templates import BODY, W, paragraphs_in, runs, template

LETTER = LETTERS["grant-provided"]
LINES = {
    "申请人": ("李申请人",),
    "申请编号": ("31号",),
    "正文": ("第一段。", "第二段。"),
    "附件": (),
}
PLAIN = st.text(st.sampled_from("甲乙丙 ，a1"), max_size=6)
FIELDS = st.sampled_from(["{{ 申请人 }}", "{{申请编号}}", "{{  申请人}}"])
WORDS = {"{{ 申请人 }}": "李申请人", "{{申请编号}}": "31号", "{{  申请人}}": "李申请人"}


def texts(data: bytes) -> list[str]:
    return [text for text in paragraphs_in(data) if text]


def test_a_template_is_filled_in_a_child_process_from_the_letter_and_the_record():
    made = fill_template(
        template(runs("致 {{ 主送 }}：", "{{ 发文字号 }}"), runs("{{ 成文日期 }}")), LETTER, FACTS
    )
    said = texts(made)
    assert said[0] == "致 李申请人：柳财依复〔2026〕12号"
    assert "二〇二六年十一月二日" in said
    assert [line for line in said if line in LETTER.paragraphs] == list(LETTER.paragraphs)
    assert docx.Document(io.BytesIO(made)).paragraphs


@settings(max_examples=60)
@given(st.lists(st.one_of(PLAIN, FIELDS), min_size=1, max_size=5), st.data())
def test_fields_are_filled_however_word_split_them(pieces, data):
    text = "".join(pieces) + "尾"
    cuts = sorted(data.draw(st.sets(st.integers(1, max(1, len(text) - 1)), max_size=8)))
    parts = [text[first:last] for first, last in zip([0, *cuts], [*cuts, len(text)], strict=True)]
    said = paragraphs_in(filled(template(runs(*parts)), LINES))[0]
    assert said == "".join(WORDS.get(piece, piece) for piece in pieces) + "尾"


def test_words_that_look_like_a_field_are_not_filled_again():
    lines = LINES | {"申请人": ("{{ 申请编号 }}{{ 坏 }}",)}
    assert "{{ 申请编号 }}{{ 坏 }}" in texts(filled(template(runs("{{ 申请人 }}")), lines))


def test_a_paragraph_of_one_field_becomes_as_many_as_it_has_lines_with_its_looks():
    document = docx.Document(io.BytesIO(filled(template(body=runs("{{ 正", "文 }}")), LINES)))
    found = [each for each in document.paragraphs if each.text]
    assert [each.text for each in found] == ["第一段。", "第二段。"]
    assert all(each.runs[0].bold for each in found)


def test_tables_boxes_heads_and_feet_are_filled_too():
    cell = f"<w:tbl><w:tr><w:tc>{runs('{{ 申请', '人 }}')}</w:tc></w:tr></w:tbl>"
    box = f"<w:p><w:r><w:pict><w:txbxContent>{runs('{{ 申请编号 }}')}</w:txbxContent></w:pict></w:r></w:p>"
    head = f'<w:hdr xmlns:w="{W}">{runs("{{ 申请人", " }}")}</w:hdr>'.encode()
    made = filled(template(cell, box, parts=[("word/header1.xml", head)]), LINES)
    assert {"李申请人", "31号"} <= set(texts(made))
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert "李申请人" in package.read("word/header1.xml").decode()


def test_a_field_over_a_tab_is_a_field():
    across = "<w:p><w:r><w:t>{{</w:t><w:tab/><w:t>申请人 }}。</w:t></w:r></w:p>"
    assert "李申请人。" in texts(filled(template(across), LINES))


def test_a_field_that_may_be_empty_leaves_no_paragraph():
    before = len(paragraphs_in(template(BODY)))
    assert len(paragraphs_in(filled(template(runs("{{ 附件 }}")), LINES))) == before
    assert "附件是：。" in texts(filled(template(runs("附件是：{{ 附件 }}。")), LINES))


def test_what_is_in_no_table_is_told():
    found = survey_template(
        template(runs("{{ 申请人 }}{{ 心情 }}"), runs("{{ 心", "情 }}{{}}")), "模板.docx"
    )
    assert found.known == ("申请人", "正文")
    assert found.unknown == ("心情", "（空）")
    assert "没有这样的字段：心情、（空）" in found.faults[0]


@pytest.mark.parametrize(
    "typed",
    ["{{ 申请人", "申请人 }}", "｛｛申请人｝｝", "{% for x in y %}", "{# 注 #}", "{{{{申请人}}"],
)
def test_braces_that_make_no_field_are_told(typed):
    assert surveyed(template(runs(typed)), "模板.docx").stray


@pytest.mark.parametrize(
    "code", ["{{ ''.__class__.__mro__ }}", "{{ 申请人|upper }}", "{{ 7*7 }}", "{{ config }}"]
)
def test_nothing_in_a_template_is_a_command(code):
    assert surveyed(template(runs(code)), "模板.docx").unknown
    with pytest.raises(TemplateFault, match="没有这样的字段"):
        filled(template(runs(code)), LINES)


def test_a_template_without_a_place_for_the_text_is_told():
    assert (
        "没有 {{ 正文 }}"
        in surveyed(template(runs("{{ 申请人 }}"), body=""), "模板.docx").faults[-1]
    )


def test_what_is_not_known_is_named():
    with pytest.raises(TemplateFault, match="还没有填写：延长理由"):
        filled(template(runs("{{ 延长理由 }}")), LINES)


def test_comments_and_revisions_are_faults():
    inserted = '<w:p><w:ins w:id="1" w:author="王"><w:r><w:t>新</w:t></w:r></w:ins></w:p>'
    assert any("修订" in fault for fault in surveyed(template(inserted), "模板.docx").faults)
    with pytest.raises(TemplateFault, match="修订"):
        filled(template(inserted), LINES)


@pytest.mark.parametrize(
    "code",
    [
        "INCLUDETEXT C:\\\\a.txt",
        "INCLUDEPICTURE http://a",
        "DATABASE",
        "LINK Excel",
        "MERGEFIELD x",
        "TIME",
    ],
)
def test_fields_of_word_that_read_or_change_are_refused(code):
    simple = f'<w:p><w:fldSimple w:instr=" {code} "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    half = len(code) // 2
    split = f"<w:p><w:r><w:instrText>{code[:half]}</w:instrText></w:r><w:r><w:instrText>{code[half:]}</w:instrText></w:r></w:p>"
    for paragraph in (simple, split):
        with pytest.raises(HostileFile, match="只能有页码和链接的域"):
            surveyed(template(paragraph), "模板.docx")


def test_page_numbers_may_stay():
    page = '<w:p><w:fldSimple w:instr=" PAGE "><w:r><w:t>1</w:t></w:r></w:fldSimple></w:p>'
    assert not surveyed(template(page), "模板.docx").faults


def test_a_picture_from_elsewhere_is_refused():
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
    rels = ('<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
            f'<Relationship Id="r1" Type="{kind}" Target="http://a/b.png" TargetMode="External"/></Relationships>')  # fmt: skip
    with pytest.raises(HostileFile, match="从外部读取"):
        surveyed(template(parts=[("word/_rels/header1.xml.rels", rels.encode())]), "模板.docx")


@pytest.mark.parametrize("kind", ["macros", "program", "text"])
def test_macros_and_what_is_no_word_file_are_refused(kind):
    data = {
        "macros": template(parts=[("word/vbaProject.bin", b"x")]),
        "program": b"MZ" + b"\0" * 99,
        "text": "字".encode() * 9,
    }[kind]
    with pytest.raises(UnreadableReport):
        survey_template(data, "模板.docx")


def test_words_bound_to_data_elsewhere_are_unbound():
    bound = ('<w:sdt><w:sdtPr><w:dataBinding w:xpath="/a" w:storeItemID="{1}"/></w:sdtPr>'
             f"<w:sdtContent>{runs('{{ 申请人 }}')}</w:sdtContent></w:sdt>")  # fmt: skip
    made = filled(template(bound), LINES)
    with zipfile.ZipFile(io.BytesIO(made)) as package:
        assert b"dataBinding" not in package.read("word/document.xml")


def test_what_tells_of_the_author_goes():
    with zipfile.ZipFile(io.BytesIO(filled(template(), LINES))) as package:
        assert b"python-docx" not in package.read("docProps/core.xml")

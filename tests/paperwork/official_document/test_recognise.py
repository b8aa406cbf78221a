"""Whole papers: what is recognised, what is quoted for it, and what stays unsaid."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.paperwork.official_document import Guesses, recognise, without_head
from tests.paperwork.official_document.papers import JOINT, NOTICE, page


def test_a_notice_says_its_title_number_and_genre():
    found = recognise(page(NOTICE))
    assert found.title.value == "青石镇人民政府关于印发《青石镇困难群众临时补贴办法（试行）》的通知"
    assert found.document_number.value == "青政〔2024〕3号"
    assert found.document_number.evidence == "青政[2024]03号"
    assert "六角括号" in found.document_number.note
    assert found.genre.value == "notice"


def test_the_day_is_that_of_the_signature_not_of_the_annex():
    found = recognise(page(NOTICE))
    assert found.made_on.value == date(2024, 3, 5)
    assert found.made_on.evidence == "青石镇人民政府 2024年3月5日"
    assert [row.value for row in found.organs] == ["青石镇人民政府"]
    assert found.signature == "青石镇人民政府\n2024年3月5日"


def test_validity_in_years_is_counted_and_says_so():
    found = recognise(page(NOTICE))
    assert (found.effective_on.value, found.ends_on.value) == (date(2024, 4, 1), date(2027, 3, 31))
    assert found.ends_on.evidence == "本办法自2024年4月1日起施行，有效期3年"
    assert "3年" in found.ends_on.note


def test_attachments_and_the_line_on_disclosure_are_read():
    found = recognise(page(NOTICE))
    assert found.attachments == ("青石镇困难群众临时补贴办法（试行）", "补贴申请表")
    assert (found.attribute.value, found.attribute.evidence) == ("proactive", "（此件公开发布）")


def test_a_joint_notice_names_both_organs_the_first_leads():
    found = recognise(page(JOINT))
    assert [row.value for row in found.organs] == ["信安县教育局", "信安县财政局"]
    assert found.title.value == "信安县教育局 信安县财政局关于做好学生资助工作的通知"
    assert found.made_on.value == date(2023, 11, 25)
    assert found.attribute.value == "on_request"


def test_from_the_day_of_issue_is_worked_out_and_marked_so():
    found = recognise(page(JOINT))
    assert found.effective_on.value == date(2023, 11, 25)
    assert "推算" in found.effective_on.note
    assert found.ends_on.value == date(2028, 12, 31)


def test_organs_below_each_other_are_joint_too():
    text = "关于开展检查的通知\n各村：\n请照办。\n县公安局\n县应急管理局\n2024年5月6日"
    assert [row.value for row in recognise(page(text)).organs] == ["县公安局", "县应急管理局"]


def test_letterhead_number_and_title_go_the_rest_stays():
    html = page(NOTICE)
    rest = without_head(html, recognise(html))
    assert rest.startswith("<p>各村（居）民委员会，镇直各单位：</p>")
    assert html.endswith(rest)


def test_a_head_with_a_picture_or_more_words_stays():
    html = '<h1>青石镇关于用水的通告</h1><p>青政〔2024〕1号<img src="image-1.png" alt=""></p><p>停水。</p>'
    assert without_head(html, recognise(html)).startswith("<p>青政〔2024〕1号<img")


def test_a_title_in_several_lines_or_spaced_letters_is_put_together():
    assert (
        recognise(page("关 于 用 水 的\n通　　知\n各村：\n停水。")).title.value == "关于用水的通知"
    )


def test_a_title_marked_as_heading_is_taken_as_it_is():
    assert recognise(page("# 青石镇简介\n青石镇位于县城东部。")).title.value == "青石镇简介"


def test_the_day_under_the_title_is_taken_where_nothing_is_signed():
    text = "青石镇殡葬管理办法\n（2024年2月1日镇长办公会议通过）\n第一条 为了管理，制定本办法。"
    found = recognise(page(text))
    assert found.title.value == "青石镇殡葬管理办法"
    assert (found.made_on.value, found.made_on.note) == (date(2024, 2, 1), "取自标题下的题注")


def test_a_number_that_only_the_text_cites_is_not_the_documents():
    text = "关于用水的通告\n根据《供水办法》（县政〔2020〕1号），现通告如下：\n停水。"
    assert recognise(page(text)).document_number is None


def test_a_mark_of_secrecy_is_quoted():
    assert recognise(page("秘密★1年\n关于用水的通知\n各村：\n停水。")).secrecy == "秘密★1年"


@pytest.mark.parametrize(
    "html", ["", "<p>申请到一楼大厅。</p>", "<table><tr><td>甲</td></tr></table>"]
)
def test_what_says_nothing_of_itself_gives_no_guess(html):
    assert recognise(html) == Guesses()


@given(
    st.lists(
        st.sampled_from(
            [*NOTICE.splitlines(), *JOINT.splitlines(), "2024年13月45日", "附件：", "：", ""]
        ),
        max_size=12,
    )
)
def test_no_order_of_lines_breaks_it_and_nothing_is_invented(lines):
    html = page("\n".join(lines))
    found = recognise(html)
    said = "".join("".join(lines).split())
    for guess in (found.document_number, found.made_on, found.attribute, found.effective_on):
        assert guess is None or "".join(guess.evidence.split()).rstrip("…") in said
    assert without_head(html, found).count("</p>") == html.count("</p>") - len(found.head)

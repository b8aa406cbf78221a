"""Boxes, cells and line ends of old pages become paragraphs; what Word left behind goes."""

import pytest
from lxml import html

from gongkai.paperwork.clean_html import clean
from gongkai.paperwork.old_pages.flow import blocks_of


def flow(body: str) -> str:
    return "".join(blocks_of(html.fragment_fromstring(body, create_parent="div")))


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("<div>一</div><div>二</div>", "<p>一</p><p>二</p>"),
        ("一<p>二</p>三", "<p>一</p><p>二</p><p>三</p>"),
        ("一<br>　　二<br>　　三", "<p>一</p><p>二</p><p>三</p>"),
        ("一<br><br>二<br />三", "<p>一</p><p>二<br>三</p>"),
        ("&nbsp;&nbsp;　一&nbsp;<br>&nbsp;&nbsp;&nbsp;&nbsp;二", "<p>一</p><p>二</p>"),
        ("<span>一<p>二</p></span>三", "<p>一</p><p>二</p><p>三</p>"),
        ("<font><b>一</b>二</font>", "<p><strong>一</strong>二</p>"),
        ("<p>一<br>\n　　二</p>", "<p>一</p><p>二</p>"),
        ("<p>&nbsp;</p><p><span><o:p></o:p></span></p><p>一</p>", "<p>一</p>"),
        ("<table><tr><td>一</td></tr><tr><td>二</td></tr></table>", "<p>一</p><p>二</p>"),
        ("<table><tr><td>甲</td><td><p>乙</p></td></tr></table>", "<table><tbody><tr><td>甲</td><td>乙</td></tr></tbody></table>"),
        ("<ul><li>一</li><li>二</li></ul>", "<ul><li>一</li><li>二</li></ul>"),
        ("<h2>一</h2>二<script>三</script><!-- 四 -->五", "<h2>一</h2><p>二五</p>"),
        ("<div style='display:none'>一</div>二", "<p>二</p>"),
        ("<img src='picture-1' alt='图'>", '<p><img src="picture-1" alt="图"></p>'),
        ("<p onclick='x()' style='color:red'>一</p>", "<p>一</p>"),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>"),
    ],
)  # fmt: skip
def test_a_text_becomes_blocks(body, text):
    assert flow(body) == text


def test_what_comes_out_is_clean_already():
    found = flow("<div><p>一<a href='https://a.gov.cn/'>二</a></p><table><tr><th colspan=2>三</th></tr><tr><td>1</td><td>2</td></tr></table></div>")  # fmt: skip
    assert clean(found) == found

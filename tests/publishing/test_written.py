"""A text as it is shown."""

from gongkai.publishing.templatetags.written import framed


def test_each_table_has_a_frame_with_a_name_of_its_own():
    shown = framed("<p>甲</p><table><tbody><tr><td>1</td></tr></tbody></table><table></table>")
    assert shown.startswith(
        '<p>甲</p><div class="table-frame" role="region" tabindex="0" aria-label="正文的表 1"><table>'
    )
    assert 'aria-label="正文的表 2"' in shown
    assert shown.count("</table></div>") == 2


def test_a_text_without_tables_stays_as_it_is():
    assert framed("<p>甲&nbsp;<br/></p>") == "<p>甲&nbsp;<br/></p>"

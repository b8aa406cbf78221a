"""Pictures inside a text."""

from gongkai.publishing.pictures import described, placed, words_of

BODY = '<p>图：<img src="/files/public/abc" alt="流程&quot;图"></p><p><img src="/files/x.png" alt=""></p>'


def test_pictures_are_found_with_their_words():
    assert words_of(BODY) == {"abc": '流程"图'}


def test_pictures_of_a_file_show_stored_files_and_others_go():
    html = '<p><img alt="图" src="image-1.png"></p><p><img alt="" src="image-2.bmp"></p>'
    assert placed(html, {"image-1.png": "abc"}) == '<p><img src="/files/public/abc" alt="图"></p>'


def test_words_are_written_once_and_escaped():
    assert described(BODY, {"abc": ' a  "b" <c> '}).startswith(
        '<p>图：<img src="/files/public/abc" alt="a &quot;b&quot; &lt;c&gt;"></p>'
    )
    assert described(BODY, {"other": "x"}) == BODY

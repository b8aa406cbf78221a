"""Names are shown, stored and sent as given, less what could deceive or escape."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.paperwork.cleaning import FILE_KINDS, clean_name


@pytest.mark.parametrize(
    ("given_name", "kind", "name"),
    [
        ("2024年报.pdf", "pdf", "2024年报.pdf"),
        ("../../etc/passwd.pdf", "pdf", "passwd.pdf"),
        ("C:\\桌面\\年报.docx", "docx", "年报.docx"),
        ("年报\u202efdp.exe", "pdf", "年报fdp.exe.pdf"),
        ("年报.docx", "pdf", "年报.pdf"),
        ("a\r\nSet-Cookie: x.pdf", "pdf", "aSet-Cookie x.pdf"),
        ("年报 .PDF", "pdf", "年报.pdf"),
        ("", "pdf", "未命名.pdf"),
        ("...", "png", "未命名.png"),
        ("con.txt", "text", "_con.txt"),
        ("旧文.wps", "doc", "旧文.wps"),
        ("照片.jpeg", "jpeg", "照片.jpeg"),
        ('<script>"x"|?.txt', "text", "scriptx.txt"),
    ],
)
def test_names_are_made_fit(given_name, kind, name):
    assert clean_name(given_name, FILE_KINDS[kind]) == name


@given(st.text(max_size=400))
def test_any_name_becomes_one_part_of_a_path(name):
    cleaned = clean_name(name, FILE_KINDS["pdf"])
    assert cleaned.endswith(".pdf")
    assert 5 <= len(cleaned) <= 80
    assert not set(cleaned) & set('/\\\0\r\n<>:"|?*\u202e')
    assert cleaned not in {".pdf", "..pdf"}

"""A file is called what readers see, in a way that addresses and disks bear."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.release.file_names import MOST_BYTES, MOST_SIGNS, file_name


@pytest.mark.parametrize(
    ("title", "given_name", "wanted"),
    [
        ("申请表", "a.DOCX", "申请表.docx"),
        ("申请表.docx", "a.DOCX", "申请表.docx"),
        ("2024/2025年度预算", "x.pdf", "2024_2025年度预算.pdf"),
        ("..", "x.pdf", "附件.pdf"),
        ("", "x", "附件"),
        ("说明", "无后缀", "说明"),
    ],
)
def test_the_name_is_the_title_with_the_files_ending(title, given_name, wanted):
    assert file_name(title, given_name) == wanted


@given(st.text(max_size=200), st.text(max_size=40))
def test_any_name_is_one_part_of_an_address_and_fits_every_disk(title, given_name):
    name = file_name(title, given_name)
    assert name not in {"", ".", ".."}
    assert not set(name) & set('\\/:*?"<>|%#\0\n')
    assert len(name.encode(errors="replace")) <= MOST_BYTES + 40
    assert len(name) <= MOST_SIGNS

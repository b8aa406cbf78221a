"""Marks of secrecy are told from sentences that speak of secrets."""

import pytest

from gongkai.paperwork.secrecy_marks import marks_in


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("秘密★10年", ["秘密★10年"]),
        ("机密 ★ 长期\n关于某事的报告", ["机密 ★ 长期"]),
        ("青石镇文件　绝密★\n正文", ["绝密★"]),
        ("秘 密\n正文", ["秘密"]),
        ("密级：机密", ["密级：机密"]),
        ("工作秘密", ["工作秘密"]),
        ("内部资料，注意保存", ["内部资料，注意保存"]),
        ("内部文件\n严禁外传", ["内部文件"]),
        ("不得泄露国家秘密、商业秘密。", []),
        ("机密文件的管理办法", []),
        ("内部资料由办公室保管，秘密事项另行规定。", []),
        ("", []),
    ],
)
def test_marks_and_sentences(text, marks):
    assert list(marks_in(text)) == marks

"""Old addresses have one way of writing: what an inventory says meets what a reader asks for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.paperwork.old_pages import address_of, asked_for
from gongkai.paperwork.old_pages.addresses import LONGEST

SITE = "http://www.qingshi.gov.cn/"


@pytest.mark.parametrize(
    ("written", "address"),
    [
        ("http://WWW.Qingshi.gov.cn/a/b.html", "www.qingshi.gov.cn/a/b.html"),
        ("https://www.qingshi.gov.cn:443/a/./c/../b.html#top", "www.qingshi.gov.cn/a/b.html"),
        ("www.qingshi.gov.cn/a/b.html", "www.qingshi.gov.cn/a/b.html"),
        ("old.qingshi.gov.cn:8080/a", "old.qingshi.gov.cn:8080/a"),
        ("/a//b.html", "www.qingshi.gov.cn/a/b.html"),
        ("a/b.html", "www.qingshi.gov.cn/a/b.html"),
        ("./a.html", "www.qingshi.gov.cn/a.html"),
        ("show.asp?id=12&cid=3", "www.qingshi.gov.cn/show.asp?id=12&cid=3"),
        ("/%E9%80%9A%E7%9F%A5.html", "www.qingshi.gov.cn/通知.html"),
        ("/%CD%A8%D6%AA.html", "www.qingshi.gov.cn/通知.html"),
        ("/通知.html", "www.qingshi.gov.cn/通知.html"),
        ("http://www.qingshi.gov.cn", "www.qingshi.gov.cn/"),
        ("http://u:p@www.qingshi.gov.cn/a", "www.qingshi.gov.cn/a"),
        ("../../../etc/passwd", "www.qingshi.gov.cn/etc/passwd"),
    ],
)
def test_an_address_is_written_in_one_way(written, address):
    assert str(address_of(written, SITE)) == address


@pytest.mark.parametrize("written", ["", "  ", "javascript:x", "mailto:a@b.cn", "C:\\a.html", "ftp://a.cn/b", "http://[::1", "/" + "长" * LONGEST])  # fmt: skip
def test_what_is_no_address_is_none(written):
    assert address_of(written, SITE) is None


def test_a_relative_address_needs_its_site():
    assert address_of("/a/b.html") is None


NAMES = st.text(
    "abcXYZ019-_.~()+ée" + "".join(map(chr, range(0x4E00, 0x4E40))) + "（），", max_size=60
)


@given(NAMES)
def test_what_was_written_meets_what_is_asked_for(path):
    kept = address_of(f"http://www.qingshi.gov.cn/a/{path}")
    assert kept is not None
    assert asked_for("www.qingshi.gov.cn:80", f"/a/{path}") == kept
    assert address_of(f"http://{kept}") == kept

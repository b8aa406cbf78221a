"""What a hostile export could try: reach outside, fill the machine, act in a reader's browser, hide something in the text."""

import io
import struct
import zipfile

import pytest

from gongkai.publishing.actions.old_site import Source
from gongkai.publishing.bulk import archive
from gongkai.publishing.bulk.archive import Folder, UnreadableFolder
from gongkai.publishing.models import Item, OldAddress
from gongkai.publishing.old_site.surroundings import OldSite
from tests.publishing.folders import folder_of
from tests.publishing.old_sites import FILES, NOTICE, SITE, imported, lines, page, planned

pytestmark = pytest.mark.django_db
T1 = "/zwgk/tzgg/t1.html"


def with_text(text: str) -> dict[str, bytes]:
    """The site with this text on its first page."""
    return {**FILES, "zwgk/tzgg/t1.html": page("关于某事的通知", f"<p>各村：请按时办理。</p>{text}").encode()}  # fmt: skip


@pytest.mark.parametrize("name", ["../../etc/passwd", "/etc/passwd", "..\\..\\etc\\passwd", "C:/x.html"])  # fmt: skip
def test_an_inventory_reaches_nothing_outside_the_folder(cast, name):
    plan = planned(cast, {"旧网址": T1, "网页文件": name})
    assert [(error.column, error.why[:6]) for error in plan.errors] == [
        ("网页文件", "压缩包里没有")
    ]


@pytest.mark.parametrize("written", ["../../../../../../etc/passwd", "file:///etc/passwd", "/etc/hosts", "//etc/passwd", "C:\\Windows\\win.ini"])  # fmt: skip
def test_a_page_reaches_nothing_outside_the_folder(cast, written):
    plan = planned(cast, *lines(T1), files=with_text(f'<p><img src="{written}"><a href="{written}">附件.doc</a></p>'))  # fmt: skip
    assert plan.errors == ()
    assert "root:" not in plan.lines[0].entry.opening


def test_a_page_that_says_it_is_small_and_is_not_is_damaged(cast):
    data = folder_of({"a.html": b"0" * 1000}).getvalue()
    lying = data.replace(struct.pack("<II", 1000, 1000), struct.pack("<II", 1000, 10))
    with pytest.raises(UnreadableFolder, match="已损坏"):
        Folder(io.BytesIO(lying)).read("a.html")


def test_a_bomb_is_refused_before_it_goes_off(cast):
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w", zipfile.ZIP_DEFLATED) as made, made.open("a.html", "w", force_zip64=True) as entry:  # fmt: skip
        for _ in range(64):
            entry.write(b"\0" * archive.MIB)
    folder = Folder(io.BytesIO(kept.getvalue()))
    with pytest.raises(UnreadableFolder, match="超过 50 MB"):
        folder.read("a.html")


def test_a_list_of_contents_without_end_is_refused_before_it_is_read(cast, monkeypatch):
    data = folder_of({f"{number}.html": b"" for number in range(2000)})
    monkeypatch.setattr(archive, "MOST_FILES", 100)
    monkeypatch.setattr(zipfile, "ZipFile", lambda *_: pytest.fail("the list was read"))
    with pytest.raises(UnreadableFolder, match="超过 100 个文件"):
        Folder(data)


ACTS_OR_HIDES = (
    "<script>alert(1)</script>",
    '<p onclick="alert(1)">请点</p>',
    '<a href="javascript:alert(1)">请点</a>',
    '<img src="x" onerror="alert(1)">',
    "<svg><script>alert(1)</script></svg>",
    '<iframe src="javascript:alert(1)"></iframe>',
    '<p style="background:url(javascript:alert(1))">请看</p>',
    '<form action="http://evil.example/"><input name="alert(1)"></form>',
    "<math><mi xlink:href='javascript:alert(1)'>x</mi></math>",
    '<div style="display:none"><a href="http://bet.example/">alert(1)</a></div>',
    '<p style="visibility: hidden">alert(1) http://bet.example/</p>',
    "<!--[if IE]>alert(1)<![endif]-->",
)


@pytest.mark.django_db(transaction=True)
def test_nothing_that_acts_or_hides_comes_into_a_text(cast):
    parts = "".join(f"<div>{text}</div><p>第{at}段。</p>" for at, text in enumerate(ACTS_OR_HIDES))
    imported(cast, *lines(T1), files=with_text(parts))
    body = Item.objects.get().draft.body
    for part in ("alert(1)", "javascript", "bet.example", "onclick", "<script", "style="):
        assert part not in body
    assert all(f"<p>第{at}段。</p>" in body for at in range(len(ACTS_OR_HIDES)))


@pytest.mark.parametrize("title", ["<script>alert(1)</script>", "标题\x00甲", "=cmd|' /C calc'!A0"])
def test_a_title_is_words_and_nothing_else(cast, client, title):
    plan = planned(cast, *lines(T1), files={**FILES, "zwgk/tzgg/t1.html": page(title, "<p>各村：请办理。</p>").encode()})  # fmt: skip
    assert [line.entry.title for line in plan.lines] + list(plan.errors)
    assert "\x00" not in "".join(line.entry.title for line in plan.lines)


def test_a_title_beyond_all_length_is_a_mistake(cast):
    text = page("长" * 500, "<p>各村：请办理。</p>")
    plan = planned(cast, *lines(T1), files={**FILES, "zwgk/tzgg/t1.html": text.encode()})
    assert plan.errors[0].why == "超过 200 个字"


@pytest.mark.parametrize("address", ["http://u:p@www.qingshi.gov.cn/a.html", "http://www.qingshi.gov.cn/a.html#x"])  # fmt: skip
def test_an_address_keeps_no_password_and_no_place(cast, address):
    plan = planned(cast, {"旧网址": address, "网页文件": "zwgk/tzgg/t1.html"})
    assert plan.lines[0].entry.addresses == ("www.qingshi.gov.cn/a.html",)


@pytest.mark.django_db(transaction=True)
def test_a_disguised_program_does_not_come_along(cast):
    files = {**FILES, "zwgk/tzgg/images/map.png": b"MZ\x90\x00" + b"\0" * 100}
    batch = imported(cast, *lines(T1), files=files)
    assert "没有带入" in batch.rows.get().note
    assert "<img" not in OldAddress.objects.get(file=None).item.draft.body


def test_a_site_in_another_encoding_than_it_says_is_read(cast):
    text = NOTICE.replace("<head>", '<head><meta charset="big5">').encode("gb18030")
    plan = planned(cast, *lines(T1), files={**FILES, "zwgk/tzgg/t1.html": text})
    assert plan.lines[0].entry.title == "关于做好春耕的通知"


def test_a_source_needs_no_site_where_addresses_are_whole():
    assert Source(None, [], "", OldSite(SITE)).site.name == "www.qingshi.gov.cn"

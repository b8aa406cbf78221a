"""nginx with the printed configuration: reading goes on without the program, the rest waits, and nothing but public files comes out."""

import gzip
from pathlib import Path
from urllib.parse import quote

import pytest

from gongkai.common.clock import current
from gongkai.config.command_line import main
from gongkai.release.models import Withdrawal
from gongkai.release.static import pages, public_files
from gongkai.release.static.registry import roots
from gongkai.release.static.tree import Tree
from gongkai.website.kept import SHELF
from tests.config.nginx.served import HOST, NGINX, program, serving
from tests.website.released import NOW, make_main, release, release_file, release_report

pytestmark = [
    pytest.mark.needs_nginx,
    pytest.mark.django_db,
    pytest.mark.skipif(not Path(NGINX).exists(), reason="需要 nginx：apt-get install nginx-light"),
]
SHOWN = ("/", "/content/", "/content/2025-01/", "/items/1234/", "/items/7/", "/reports/2024/", "/feed.xml", "/robots.txt", "/sitemap.xml")  # fmt: skip
BESIDES = ("/items/77/", "/not-found/", "/maintenance/")
OF_READERS = {"ETag", "Last-Modified", "Content-Length", "X-Request-ID", "Accept-Ranges", "Connection", "Date", "Server"}  # fmt: skip
"""Headers that differ by answer, or of which only nginx knows."""
STYLE = "static/common/base.0123456789ab.css"


@pytest.fixture
def folder(cast, tmp_path, settings):
    """Released files of a small site, a withdrawn item and a file among them."""
    settings.ALLOWED_HOSTS = ["*"]
    town = cast.town
    make_main(town)
    for number in (7, 1234):
        kept = release_file(release(town, number=number))
    release_report(town, 2024, number=2024)
    gone = {"note": "内容有误", "withdrawn_at": NOW, "item_version": 2}
    Withdrawal.objects.create(agency=town, item_id=77, path="items/77/", **gone)
    tree, root, now = Tree(tmp_path / "www"), roots(current())[0], current()
    tree.make_ready()
    content = {STYLE: b"a{}", f"{STYLE}.gz": gzip.compress(b"a{}")}
    for address in (*SHOWN, *BESIDES):
        content |= pages.files_of(address, root, *pages.drawn(address, now))
    with tree.lock():
        tree.commit(content | public_files.file_changes(tree, [kept.token], "test"))
    return tree.folder


@pytest.fixture
def served(folder, tmp_path):
    """nginx on these files; nothing runs behind it."""
    with serving(folder, tmp_path / "nginx") as found:
        yield found


def test_without_the_program_readers_get_what_it_would_answer(served, client):
    for elder in (False, True):
        client.cookies["elder"] = cookie = str(int(elder))
        for address in (*SHOWN, "/items/77/"):
            SHELF.clear()
            answer, got = client.get(address, headers={"host": HOST}, secure=True), served.get(address, Cookie=f"elder={cookie}")  # fmt: skip
            assert got.status == answer.status_code, address
            assert (elder and got.status == 410) or got.body == answer.content, address
            assert told(got.headers) == told(answer.headers), address


def told(headers):
    """The headers that say the same wherever the answer comes from; what a cache may do with an answer that is none is nobody's matter."""
    return {name: value for name, value in headers.items() if name not in OF_READERS and name != "Vary"}  # fmt: skip


def test_pages_come_compressed_and_are_not_sent_twice(served):
    packed, plain = served.get("/", Accept_Encoding="gzip"), served.get("/")
    assert gzip.decompress(packed.body) == plain.body
    assert packed.headers["Content-Encoding"] == "gzip"
    assert packed.headers["Vary"] == "Accept-Encoding, Cookie"
    assert served.get("/", If_None_Match=plain.headers["ETag"]).status == 304
    assert served.get(f"/{STYLE}").headers["Cache-Control"] == "max-age=315360000, public, immutable"  # fmt: skip


def test_a_file_comes_under_its_name_and_under_the_short_address(served, client):
    short = "/files/public/token-1234"
    named = f"{short}/{quote('说明.txt')}"
    answer, got = client.get(named), served.get(named)
    assert (got.status, got.body, told(got.headers)) == (200, answer.content, told(answer.headers))
    assert served.get(short).body == answer.content
    assert served.get(named, Range="bytes=0-2").status == 206
    assert served.get("/files/public/token-7777/x.txt").status == 404


@pytest.mark.parametrize("is_switched", [True, False])
def test_what_needs_the_program_waits_and_says_so(served, is_switched, capsys):
    folder = ["--to", str(served.folder)]
    if is_switched:
        assert main(["release", "maintenance", "on", *folder]) == 0
    for path, method in (("/search?q=x", "GET"), ("/consultations/1/comment/", "POST"), ("/desk/", "GET"), ("/live/1/events", "GET")):  # fmt: skip
        got = served.get(path, method)
        assert (got.status, got.headers["Retry-After"]) == (503, "300"), path
        assert "系统正在维护" in got.body.decode()
        assert "default-src 'none'" in got.headers["Content-Security-Policy"]
    assert served.get("/nowhere/").status == 503
    assert served.get("/items/78/").status == 404
    assert "没有找到这一页" in served.get("/content/2031-01/").body.decode()
    assert served.get("/items/1234/").status == 200
    main(["release", "maintenance", "off", *folder])


def test_the_program_answers_all_that_no_file_does(served):
    with program(served.behind):
        for path in ("/search?q=x", "/items/78/", "/nowhere/a.html", "/live/1/events", "/guide", "/items/12/34/"):  # fmt: skip
            got = served.get(path)
            assert got.body.decode() == f"GET {path} {HOST} 127.0.0.1"
            assert got.headers["Content-Security-Policy"] == "of the program"
        said = served.get("/consultations/1/comment/", "POST", b"x" * 5_000_000).body.decode()
        assert said.startswith("POST /consultations/1/comment/")
        assert served.get("/apply/", "POST", b"x" * 61 * 2**20).status == 413
        assert served.get("/").body.startswith(b"<!doctype html>")


HIDDEN = (
    "/index.html", "/index.html.gz", "/content/index.elder.html", "/feed.xml.gz", "/items/12/34/", "/items/12/34/index.html",
    "/items/_/77/gone.html", "/items/_/7/", "/../gongkai-release.json", "/%2e%2e/gongkai-release.json", "/..%2fprogress.json",
    "/content/..%2f..%2f..%2flock", "/static/..%2f..%2flock", "/files/public/to/token-1234/file.txt", "/files/public/to/",
    "/files/public/../../lock", "/.git/config", "/files/public/to%2ftoken-1234/file.txt", "/static/.collected", "/items%00/",
    "/files/public/token-1234/..%2f..%2f..%2findex.html", "//gongkai-release.json", "/maintenance", "/items/77/gone.html",
)  # fmt: skip


def test_nothing_comes_out_but_what_has_a_public_address(served):
    found = {path: served.get(path).status for path in HIDDEN}
    assert set(found.values()) <= {400, 404, 503}, found


def test_an_address_written_oddly_is_the_page_or_nothing(served):
    for path in ("//content/", "/content//", "/items%2F7/", "/./content/", "/content/%2e/"):
        got = served.get(path)
        assert got.status in {200, 404, 503}, path
        assert got.body.startswith(b"<!doctype html>"), path

"""Where addresses lie in the tree: each in one place, found again from it, and never outside."""

import gzip

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gongkai.release.static.addresses import (
    NoPlace,
    address_of,
    file_place,
    is_alone,
    page_files,
    page_paths,
    place_of,
    text_files,
)

ROOTS = st.sampled_from(["/", "/o/330106/", "/o/DEMO-TOWN/"])


@given(root=ROOTS, number=st.integers(1, 2**63 - 1))
def test_an_item_lies_in_a_folder_of_a_hundred_and_is_found_from_it(root, number) -> None:
    address = f"{root}items/{number}/"
    place = place_of(address)
    assert address_of(place) == address
    assert place.removeprefix(root[1:]).count("/") == 3
    assert is_alone(address)


@pytest.mark.parametrize(
    ("address", "place"),
    [
        ("/", ""),
        ("/items/7/", "items/_/7/"),
        ("/items/99/", "items/_/99/"),
        ("/items/100/", "items/1/00/"),
        ("/o/330106/items/1234/", "o/330106/items/12/34/"),
        ("/content/2025-11/", "content/2025-11/"),
        ("/reports/2024/report.docx", "reports/2024/report.docx"),
        ("/files/public/abcdef/附件.PDF", "files/public/ab/abcdef/file.pdf"),
        ("/files/public/abcdef/附件", "files/public/ab/abcdef/file.bin"),
    ],
)
def test_each_address_has_its_place(address, place) -> None:
    assert place_of(address) == place


@pytest.mark.parametrize(
    "address",
    ["items/7/", "/../keys", "/a//b/", "/./", "/search?q=x", "/a/#b", f"/{'长' * 100}/", "/a\0b"],
)
def test_what_cannot_lie_on_a_disk_has_no_place(address) -> None:
    with pytest.raises(NoPlace):
        place_of(address)


@given(name=st.text(max_size=40))
def test_no_name_of_a_file_leads_anywhere_else(name) -> None:
    place = file_place("abcdef", name)
    assert place.startswith("files/public/ab/abcdef/file.")
    assert place.count("/") == 4


def test_a_page_that_was_withdrawn_leaves_its_note_alone() -> None:
    files = dict(page_files("items/_/7/", {"gone.html": b"note"}))
    assert {path for path, body in files.items() if body} == {
        "items/_/7/gone.html",
        "items/_/7/gone.html.gz",
    }
    assert len(files) == 8
    assert page_paths("items/_/7/") == ["items/_/7/index.html", "items/_/7/gone.html"]


def test_text_lies_compressed_beside_itself_always_in_the_same_bytes() -> None:
    first, second = (dict(text_files("feed.xml", b"<feed/>" * 99)) for _ in range(2))
    assert first == second
    assert gzip.decompress(first["feed.xml.gz"]) == b"<feed/>" * 99
    assert list(dict(text_files("reports/2024/report.pdf", b"%PDF"))) == ["reports/2024/report.pdf"]
